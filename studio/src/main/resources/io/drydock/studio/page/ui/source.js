import { noChange } from 'lit';
import { Directive, directive } from 'lit/directive.js';
import { live } from '../state/live.js';

/** Image elements that asked for a picture in vain. @type {Set<HTMLImageElement>} */
const broken = new Set();

/** How often each was asked for again while the studio answered. @type {WeakMap<HTMLImageElement, number>} */
const tries = new WeakMap();
const MOST_TRIES = 3;
const FIRST_WAIT_MILLIS = 500;

/** A request that was on its way when the studio came back may fail after the others were asked for again: it waits for its turn. */
function failed(/** @type {Event} */ event) {
  const image = /** @type {HTMLImageElement} */ (event.target);
  broken.add(image);
  const tried = tries.get(image) ?? 0;
  if (!live.connected || tried >= MOST_TRIES) return;
  tries.set(image, tried + 1);
  setTimeout(() => {
    if (live.connected && broken.has(image)) again(image);
  }, FIRST_WAIT_MILLIS * 2 ** tried);
}

function again(/** @type {HTMLImageElement} */ image) {
  if (image.isConnected && image.hasAttribute('src')) put(image, image.getAttribute('src') ?? '');
}

/** A studio that comes back is asked again for the pictures that did not come while it was away. */
live.addEventListener('connection', () => {
  if (!live.connected) return;
  const owed = [...broken];
  broken.clear();
  owed.forEach(again);
});

function put(/** @type {HTMLImageElement} */ image, /** @type {string} */ source) {
  broken.delete(image);
  image.removeAttribute('src');
  image.addEventListener('error', failed);
  if (source) image.src = source;
}

/**
 * Gives an image element another picture. The one before goes at once: left to itself a browser shows it until the other has come,
 * beside the other's name and label. @param {HTMLImageElement} image @param {string} source empty for none
 */
export function show(image, source) {
  if ((image.getAttribute('src') ?? '') === source) return;
  tries.delete(image);
  put(image, source);
}

class Source extends Directive {
  /** @param {string} address */
  render(address) {
    return address;
  }

  /** @param {any} part @param {[string]} address */
  update(part, [address]) {
    show(part.element, address);
    return noChange;
  }
}

/** For the `src` of an image element that shows one picture after another: {@link show}. */
export const source = directive(Source);
