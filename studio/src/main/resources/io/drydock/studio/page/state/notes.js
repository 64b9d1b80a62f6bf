import { get, post } from './api.js';
import { live } from './live.js';

/** Notes on the classes, read once and kept for all pages. */
class Notes extends EventTarget {
  /** @type {Map<string, {code: string, text: string, references: number[], chosen: boolean}>} */ #notes = new Map();
  #asked = false;

  /** @param {string} code */
  of(code) {
    if (!this.#asked) {
      this.#asked = true;
      this.load();
    }
    return this.#notes.get(code);
  }

  async load() {
    try {
      this.#take(await get('/api/notes'));
    } catch {
      this.#asked = false;
    }
  }

  /** @param {string} code @param {string} text @param {number[]} references */
  async write(code, text, references) {
    this.#take(await post('/api/notes', { class: code, text, references }));
  }

  #take(/** @type {any} */ answer) {
    this.#notes = new Map(answer.notes.map((/** @type {any} */ note) => [note.code, note]));
    this.dispatchEvent(new CustomEvent('changed'));
  }
}

export const notes = new Notes();
live.addEventListener('connection', () => { if (live.connected) notes.load(); });
