import { noChange } from 'lit';
import { Directive, directive } from 'lit/directive.js';

/**
 * Gives an image element another picture. The one before goes at once: left to itself a browser shows it until the other has come,
 * beside the other's name and label. @param {HTMLImageElement} image @param {string} source empty for none
 */
export function show(image, source) {
  if ((image.getAttribute('src') ?? '') === source) return;
  image.removeAttribute('src');
  if (source) image.src = source;
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
