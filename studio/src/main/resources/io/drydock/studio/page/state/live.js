/** Milliseconds after which a studio that is away is asked again. */
const AGAIN = 1000;

/**
 * News from the server: 'changed' with the journal's position, 'connection' with whether it is heard. Of several tabs one
 * listens and tells the others, since a browser opens only six connections to a host.
 */
class Live extends EventTarget {
  connected = true;
  /** Whether the studio answers, but does not know this browser: another secret was made since. */
  stranger = false;
  position = -1;
  #channel = new BroadcastChannel('drydock-live');

  start() {
    this.#channel.onmessage = (event) => this.#hear(event.data);
    navigator.locks.request('drydock-live', () => new Promise(() => this.#listen()));
  }

  #listen() {
    const source = new EventSource('/api/events');
    const tell = (/** @type {object} */ news) => {
      this.#channel.postMessage(news);
      this.#hear(news);
    };
    source.addEventListener('changed', (event) => tell({ kind: 'changed', position: JSON.parse(event.data).position }));
    source.addEventListener('trouble', (event) => tell({ kind: 'trouble', message: JSON.parse(event.data).message }));
    source.onopen = () => tell({ kind: 'connection', connected: true, stranger: false });
    source.onerror = async () => {
      source.close();
      tell({ kind: 'connection', connected: false, stranger: this.stranger });
      const status = await fetch('/api/notes', { headers: { Accept: 'application/json' } }).then((response) => response.status, () => 0);
      if (status !== 200) tell({ kind: 'connection', connected: false, stranger: status === 401 });
      setTimeout(() => this.#listen(), AGAIN);
    };
  }

  #hear(/** @type {any} */ news) {
    if (news.kind === 'connection') {
      this.connected = news.connected;
      this.stranger = news.stranger;
      this.dispatchEvent(new CustomEvent('connection'));
      return;
    }
    if (news.kind === 'changed') this.position = news.position;
    this.dispatchEvent(new CustomEvent(news.kind, { detail: news }));
  }
}

export const live = new Live();
