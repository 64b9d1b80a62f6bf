import { get, picture } from '../state/api.js';
import { decide, undo, redo, words } from '../state/decisions.js';
import { toast } from '../ui/toast.js';

const LOAD = 40;
const LOW = 12;
const AHEAD = 5;
/** Milliseconds in which the picture in front has the browser and the studio for itself before its evidence is drawn. */
const DRAWING = 60;

/** Milliseconds after which the estimate of wrong labels is asked for again while the next one is worked out. */
const ESTIMATING = 500;

/** @returns {Promise<void>} when the picture in front had its time */
export function drawn() {
  return new Promise((done) => {
    requestAnimationFrame(() => setTimeout(done, DRAWING));
  });
}

/**
 * @typedef {{id: number, image: string, version: string, label: string|null, suggested: string|null, part: string, kind: string,
 *   status: string, verdict: any, changed: any, evidence: any, finding: string, score: number, rank: number, kinds: string[],
 *   local?: {action: string, to?: string, pending: boolean}}} Item
 */

/** The queue of review as this page holds it: a stretch of it, where one stands, and what was decided but not yet acknowledged. */
export class Queue extends EventTarget {
  /** @type {Item[]} */ items = [];
  index = 0;
  loading = true;
  error = '';
  /** @type {any} */ state = undefined;
  #filter = {};
  #run = '';
  #ended = false;
  #refilling = false;
  #waiting = false;
  #load = 0;
  #estimate = 0;
  /** @type {Map<number, Promise<any>>} */ #details = new Map();
  /** @type {Map<number, HTMLImageElement>} */ #pictures = new Map();

  /** @returns {Item|undefined} */
  get current() {
    return this.items[this.index];
  }

  /** @param {object} filter @param {string} run for probabilities @param {number} [image] where to begin, if it is in the queue */
  async open(filter, run, image) {
    const load = ++this.#load;
    this.#filter = filter;
    this.#run = run;
    this.loading = this.items.length === 0;
    this.error = '';
    this.#details.clear();
    try {
      const answer = await get('/api/review', { ...filter, offset: 0, limit: LOAD });
      if (load !== this.#load) return;
      this.#take(answer);
      this.items = answer.queue;
      const place = this.items.findIndex((item) => item.id === image);
      this.index = Math.max(0, place);
      this.#ended = answer.matching <= this.items.length;
    } catch (e) {
      this.error = /** @type {Error} */ (e).message;
    }
    this.loading = false;
    this.#prefetch();
    this.#tell();
  }

  #tell() {
    this.dispatchEvent(new CustomEvent('changed'));
  }

  /** How far the review is. An estimate that does not take in the last decisions yet is asked for again. */
  #take(/** @type {any} */ answer) {
    this.state = answer;
    clearTimeout(this.#estimate);
    if (!answer.errors_left_current) this.#estimate = setTimeout(() => this.#look(), ESTIMATING);
  }

  /** Stops asking again. */
  rest() {
    clearTimeout(this.#estimate);
  }

  /** @param {number} by */
  move(by) {
    const next = Math.max(0, Math.min(this.items.length, this.index + by));
    if (next === this.index) return;
    this.index = next;
    this.#prefetch();
    this.#tell();
  }

  /** Takes a decision about the picture in front and goes on at once. @param {string} action @param {string} [to] */
  async decide(action, to) {
    const item = this.current;
    if (!item || item.local?.pending) return;
    if (action === 'relabel' && to === item.label) {
      action = 'keep';
      to = undefined;
    }
    const before = item.local;
    item.local = { action, to, pending: true };
    this.index += 1;
    this.#prefetch();
    this.#tell();
    try {
      const answer = await decide({ action, to, images: [item.id], finding: item.finding, yes: true });
      item.local = { action, to, pending: false };
      if (answer.disagreeing.length) toast(`Holds for all copies: ${answer.disagreeing.flat().map((/** @type {any} */ copy) => copy.image).join(', ')}`);
      else if (answer.also_holds.length) toast(`Holds for ${answer.also_holds.length} more of the same content: ${answer.also_holds.join(', ')}`);
      this.#details.delete(item.id);
    } catch (e) {
      item.local = before;
      this.index = Math.max(0, Math.min(this.index, this.items.indexOf(item)));
      toast(`Not saved: ${words(action, to)} ${item.image}. ${/** @type {Error} */ (e).message}`, 'bad');
      this.#look();
    }
    this.#tell();
  }

  /** Takes the last decision back, or puts it back, and goes to its picture. @param {boolean} back */
  async reverse(back) {
    const done = await (back ? undo() : redo());
    if (!done) return;
    for (const decision of done.decisions) {
      const place = this.items.findIndex((item) => item.id === decision.id);
      if (place >= 0) {
        this.items[place].local = back ? undefined : { action: decision.action, to: decision.new ?? undefined, pending: false };
        if (back) this.index = place;
        this.#details.delete(decision.id);
      }
    }
    await this.#look(done.decisions[0]?.id);
  }

  /** Reads the state anew: somebody decided, here or elsewhere. */
  refresh() {
    this.#details.clear();
    return this.#look();
  }

  async #look(/** @type {number|undefined} */ image = undefined) {
    const load = this.#load;
    try {
      const waiting = this.items.filter((item) => !item.local).length;
      const answer = await get('/api/review', { ...this.#filter, offset: 0, limit: Math.min(1000, waiting + LOAD) });
      if (load !== this.#load) return;
      this.#take(answer);
      const fresh = new Map(answer.queue.map((/** @type {Item} */ item) => [item.id, item]));
      const known = new Set();
      for (const item of this.items) {
        known.add(item.id);
        const now = fresh.get(item.id);
        if (now) Object.assign(item, now, item.local && !item.local.pending && now.status === 'open' ? { local: undefined } : {});
      }
      const place = this.index;
      this.items = this.items.filter((item, at) => at <= place || item.local || fresh.has(item.id));
      const added = answer.queue.filter((/** @type {Item} */ item) => !known.has(item.id));
      const wanted = added.find((/** @type {Item} */ item) => item.id === image);
      if (wanted) {
        this.items.splice(place, 0, wanted);
        this.index = place;
      }
      this.items.push(...added.filter((/** @type {Item} */ item) => item !== wanted));
      this.#ended = answer.matching <= answer.queue.length;
      this.error = '';
    } catch (e) {
      this.error = this.items.length ? '' : /** @type {Error} */ (e).message;
    }
    this.#prefetch();
    this.#tell();
  }

  /** Everything known of an image, asked for once. @param {number} id */
  details(id) {
    let known = this.#details.get(id);
    if (!known) {
      known = Promise.all([
        get(`/api/images/${id}`, { run: this.#run }),
        get(`/api/images/${id}/neighbors`),
      ]).then(([details, near]) => ({ ...details, near }));
      known.catch(() => this.#details.delete(id));
      this.#details.set(id, known);
    }
    return known;
  }

  /** Asks anew for what was not ready yet. @param {number} id */
  forget(id) {
    this.#details.delete(id);
  }

  /** Asks for what comes next once what is in front had its time. */
  #prefetch() {
    if (this.#waiting) return;
    this.#waiting = true;
    drawn().then(() => {
      this.#waiting = false;
      this.#ahead();
    });
  }

  #ahead() {
    for (let ahead = 0; ahead <= AHEAD; ahead += 1) {
      const item = this.items[this.index + ahead];
      if (!item) continue;
      if (!this.#pictures.has(item.id)) {
        const image = new Image();
        image.src = picture(item, 'original');
        image.decode().catch(() => {});
        this.#pictures.set(item.id, image);
      }
      this.details(item.id).catch(() => {});
    }
    if (this.#pictures.size > 60) {
      const near = new Set(this.items.slice(Math.max(0, this.index - 10), this.index + AHEAD + 1).map((item) => item.id));
      for (const id of this.#pictures.keys()) if (!near.has(id)) this.#pictures.delete(id);
    }
    if (!this.#ended && !this.#refilling && this.items.length - this.index < LOW) {
      this.#refilling = true;
      this.#look().finally(() => { this.#refilling = false; });
    }
  }
}
