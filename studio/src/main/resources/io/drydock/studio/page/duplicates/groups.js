import { get } from '../state/api.js';

const AGAIN_MILLIS = 1500;

/**
 * @typedef {{key: string, kind: string, relation: string, similarity: number, keep: number, keep_reason: string, images: any[], settled: boolean}} Group
 */

/** The groups of copies as this page holds them. Fires 'changed'. */
export class Groups extends EventTarget {
  /** @type {Group[]} */ all = [];
  state = 'loading';
  message = 'Looking for copies …';
  /** What somebody chose to keep instead of the recommendation. @type {Map<string, number>} */ #chosen = new Map();
  #load = 0;

  async load() {
    const load = ++this.#load;
    try {
      const answer = await get('/api/duplicates');
      if (load !== this.#load) return;
      this.message = answer.message;
      this.state = answer.ready ? 'ready' : answer.message.startsWith('Looking') ? 'loading' : 'failed';
      if (answer.ready) this.all = answer.groups.map((/** @type {any} */ group) => this.#group(group));
      if (this.state === 'loading') setTimeout(() => { if (load === this.#load) this.load(); }, AGAIN_MILLIS);
    } catch (e) {
      if (load !== this.#load) return;
      this.state = 'failed';
      this.message = /** @type {Error} */ (e).message;
    }
    this.dispatchEvent(new CustomEvent('changed'));
  }

  /** Stops asking again. */
  rest() {
    this.#load += 1;
  }

  #group(/** @type {any} */ group) {
    const key = group.images.map((/** @type {any} */ image) => image.id).join('-');
    const judged = group.images.filter((/** @type {any} */ image) => image.label != null);
    return {
      ...group,
      key,
      keep: this.#chosen.get(key) ?? group.keep,
      recommended: group.keep,
      settled: judged.length > 0 && judged.every((/** @type {any} */ image) => image.verdict?.action === 'keep'),
    };
  }

  /** Chooses another copy to keep. @param {Group} group @param {number} id */
  choose(group, id) {
    this.#chosen.set(group.key, id);
    this.all = this.all.map((one) => (one.key === group.key ? { ...one, keep: id } : one));
    this.dispatchEvent(new CustomEvent('changed'));
  }

  /** Shows a group as gone before it is acknowledged. @param {Group} group @returns {() => void} brings it back */
  without(group) {
    const before = this.all;
    this.all = this.all.filter((one) => one.key !== group.key);
    this.dispatchEvent(new CustomEvent('changed'));
    return () => {
      this.all = before;
      this.dispatchEvent(new CustomEvent('changed'));
    };
  }
}
