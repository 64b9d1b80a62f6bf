/** Which images are selected, across filters: they stay so until somebody lets go of them. Fires 'changed'. */
export class Selection extends EventTarget {
  /** @type {Set<number>} */ ids = new Set();
  #anchor = -1;
  /** @type {Set<number>} */ #beforeRange = new Set();

  has(/** @type {number} */ id) {
    return this.ids.has(id);
  }

  get size() {
    return this.ids.size;
  }

  /** This one alone. @param {number} id @param {number} place */
  only(id, place) {
    this.#begin(place);
    this.#set(new Set([id]));
  }

  /** Takes one in, or out. @param {number} id @param {number} place */
  toggle(id, place) {
    const ids = new Set(this.ids);
    if (!ids.delete(id)) ids.add(id);
    this.#set(ids);
    this.#begin(place);
  }

  /** All from where the last click was, beside what was selected then. @param {number[]} all in order @param {number} place */
  range(all, place) {
    if (this.#anchor < 0) this.#begin(place);
    const [from, to] = [Math.min(this.#anchor, place), Math.max(this.#anchor, place)];
    this.#set(new Set([...this.#beforeRange, ...all.slice(from, to + 1)]));
  }

  /** Exactly these, beside those given. @param {Iterable<number>} ids @param {Iterable<number>} [kept] */
  all(ids, kept = []) {
    this.#set(new Set([...kept, ...ids]));
  }

  none() {
    this.#anchor = -1;
    this.#set(new Set());
  }

  #begin(/** @type {number} */ place) {
    this.#anchor = place;
    this.#beforeRange = new Set(this.ids);
  }

  #set(/** @type {Set<number>} */ ids) {
    this.ids = ids;
    this.dispatchEvent(new CustomEvent('changed'));
  }
}
