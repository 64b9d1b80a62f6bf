import { get } from './api.js';
import { live } from './live.js';

/**
 * @typedef {{code: string, name: string, count: number}} ClassLabel
 * @typedef {{key: string, title: string, meaning: string, advice: string}} Kind
 */

/** What the image set is made of. Its 'changed' says that counts or runs did. */
class ImageSet extends EventTarget {
  workspace = '';
  by = '';
  images = 0;
  /** @type {ClassLabel[]} */ classes = [];
  /** @type {Record<string, number>} */ parts = {};
  /** @type {Kind[]} */ kinds = [];
  /** @type {string[]} */ runs = [];
  #byCode = new Map();
  #byKey = new Map();

  async load() {
    Object.assign(this, await get('/api/set'));
    this.#byCode = new Map(this.classes.map((one, place) => [one.code, place]));
    this.#byKey = new Map(this.kinds.map((kind) => [kind.key, kind]));
    this.dispatchEvent(new CustomEvent('changed'));
  }

  /** Place of a class in class order; -1 for none. @param {string|null|undefined} code */
  place(code) {
    return code == null ? -1 : this.#byCode.get(code) ?? -1;
  }

  /** @param {string|null|undefined} code */
  className(code) {
    const place = this.place(code);
    return place < 0 ? String(code ?? 'none') : this.classes[place].name;
  }

  /** @param {string} key @returns {Kind} */
  kind(key) {
    return this.#byKey.get(key) ?? { key, title: key.replaceAll('_', ' '), meaning: '', advice: '' };
  }
}

export const set = new ImageSet();

let asked = 0;
live.addEventListener('changed', () => {
  clearTimeout(asked);
  asked = setTimeout(() => set.load().catch(() => {}), 300);
});
