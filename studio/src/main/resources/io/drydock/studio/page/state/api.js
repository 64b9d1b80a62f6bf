/** A refusal or failure that the server tells in one message. */
export class ApiError extends Error {
  /** @param {string} message @param {number} status 0 where the server was not reached */
  constructor(message, status) {
    super(message);
    this.status = status;
  }

  /** Whether the studio is away, or knows this browser no more: later it may well answer. */
  get isAway() {
    return this.status === 0 || this.status === 401;
  }
}

async function answer(/** @type {Promise<Response>} */ asked) {
  let response;
  try {
    response = await asked;
  } catch (e) {
    if (e instanceof DOMException && e.name === 'AbortError') throw e;
    throw new ApiError('The studio does not answer. Is drydock studio still running?', 0);
  }
  const body = await response.json().catch(() => ({ message: `${response.status} ${response.statusText}` }));
  if (!response.ok) throw new ApiError(body.message, response.status);
  return body;
}

/**
 * @param {string} path
 * @param {Record<string, unknown>} [params] absent and empty ones are left out
 * @param {AbortSignal} [signal]
 */
export function get(path, params = {}, signal) {
  const query = search(params);
  return answer(fetch(query ? `${path}?${query}` : path, { signal, headers: { Accept: 'application/json' } }));
}

/** A browser lets requests of up to 64 KB in all outlive their page. */
const OUTLIVES = 30_000;

/** Reaches the server even if the page is left at once, unless the body is long. @param {string} path @param {object} body */
export function post(path, body) {
  const text = JSON.stringify(body);
  return answer(fetch(path, {
    method: 'POST', body: text, keepalive: text.length < OUTLIVES, headers: { 'Content-Type': 'application/json', Accept: 'application/json' },
  }));
}

/** @param {Record<string, unknown>} params */
export function search(params) {
  const kept = Object.entries(params).filter(([, value]) => value !== undefined && value !== null && value !== '');
  return new URLSearchParams(kept.map(([name, value]) => [name, String(value)])).toString();
}

/** Address of a picture. @param {{id: number, version?: string}} image @param {'original'|'small'|'heat'} kind @param {object} params */
export function picture(image, kind, params = {}) {
  const query = search({ ...params, v: image.version });
  return `/picture/${image.id}/${kind}${query ? `?${query}` : ''}`;
}
