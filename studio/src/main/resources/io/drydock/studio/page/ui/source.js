import { noChange } from 'lit';
import { Directive, directive } from 'lit/directive.js';
import { live } from '../state/live.js';

/** Image elements that asked for a picture in vain. @type {Set<HTMLImageElement>} */
const broken = new Set();

function failed(/** @type {Event} */ event) {
  broken.add(/** @type {HTMLImageElement} */ (event.target));
}

/** A studio that comes back is asked again for the pictures that did not come while it was away. */
live.addEventListener('connection', () => {
  if (!live.connected) return;
  const owed = [...broken].filter((image) => image.isConnected && image.hasAttribute('src'));
  broken.clear();
  for (const image of owed) put(image, image.getAttribute('src') ?? '');
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
  if ((image.getAttribute('src') ?? '') !== source) put(image, source);
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
