import { ApiError, get } from '../state/api.js';

const STRETCH = 200;

/** The images that a filter lets through: all their numbers, and what is known of those that were on screen. */
export class Rows extends EventTarget {
  /** @type {number[]} */ ids = [];
  total = 0;
  /** Numbers of images to be predicted, among all that were ever shown: they have no label. @type {Set<number>} */ toPredict = new Set();
  state = 'loading';
  message = '';
  /** @type {Map<number, any>} */ #byId = new Map();
  /** @type {Map<number, number>} */ #places = new Map();
  #query = {};
  /** What the images shown were asked for by: while the studio is away they stay. */ #shown = {};
  #load = 0;
  /** @type {Set<number>} */ #asked = new Set();
  #stop = new AbortController();

  /** @param {object} query */
  async open(query) {
    const load = ++this.#load;
    this.#query = query;
    this.#stop.abort();
    this.#stop = new AbortController();
    this.#asked.clear();
    try {
      const [first, all] = await Promise.all([
        get('/api/images', { ...query, offset: 0, limit: STRETCH }), get('/api/images/ids', query)]);
      if (load !== this.#load) return;
      this.ids = all.ids;
      for (const id of all.to_predict) this.toPredict.add(id);
      this.#shown = query;
      this.#places = new Map(all.ids.map((/** @type {number} */ id, /** @type {number} */ place) => [id, place]));
      this.total = first.total;
      this.#byId.clear();
      this.#take(first);
      this.#asked.add(0);
      this.state = 'ready';
    } catch (e) {
      if (load !== this.#load) return;
      if (query === this.#shown && e instanceof ApiError && e.isAway) return;
      this.state = 'failed';
      this.message = /** @type {Error} */ (e).message;
    }
    this.#tell();
  }

  /** Reads anew what may have changed, keeping what is shown until then. */
  refresh() {
    return this.open(this.#query);
  }

  #tell() {
    this.dispatchEvent(new CustomEvent('changed'));
  }

  #take(/** @type {any} */ answer) {
    for (const image of answer.images) this.#byId.set(image.id, image);
  }

  /** What is known of an image; undefined where it was not on screen yet. @param {number} id */
  of(id) {
    return this.#byId.get(id);
  }

  /** Place of an image among those shown; -1 where the filter leaves it out. @param {number} id */
  place(id) {
    return this.#places.get(id) ?? -1;
  }

  /** Sees to it that a range of places becomes known. @param {number} from @param {number} to */
  want(from, to) {
    for (let stretch = Math.floor(from / STRETCH); stretch <= Math.floor(Math.max(from, to - 1) / STRETCH); stretch += 1) {
      if (!this.#asked.has(stretch) && stretch * STRETCH < this.ids.length) this.#ask(stretch);
    }
  }

  async #ask(/** @type {number} */ stretch) {
    this.#asked.add(stretch);
    const load = this.#load;
    try {
      const answer = await get('/api/images', { ...this.#query, offset: stretch * STRETCH, limit: STRETCH }, this.#stop.signal);
      if (load !== this.#load) return;
      this.#take(answer);
      this.#tell();
    } catch {
      this.#asked.delete(stretch);
    }
  }

  /** Shows a decision before it is acknowledged. @param {number[]} ids @param {object} change @returns {() => void} takes it back */
  assume(ids, change) {
    const before = ids.map((id) => this.#byId.get(id));
    ids.forEach((id, at) => { if (before[at]) this.#byId.set(id, { ...before[at], ...change, pending: true }); });
    this.#tell();
    return () => {
      ids.forEach((id, at) => { if (before[at]) this.#byId.set(id, before[at]); });
      this.#tell();
    };
  }
}
