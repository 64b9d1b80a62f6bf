import { ApiError, get, post } from './api.js';
import { set } from './set.js';
import { classOfCopies } from '../ui/copies-dialog.js';
import { toast } from '../ui/toast.js';

/**
 * @typedef {{action: string, images: number[], to?: string, stays?: number[], finding?: string, why?: string, yes?: boolean, settles?: boolean}} Decision
 */

/**
 * @typedef {{decision: Decision, acknowledge: (answer: any) => void, refuse: (error: Error) => void}} Waiting
 * @typedef {{decisions: Waiting[], sent: boolean}} Parcel
 */

/** Decisions sent in one request at most. */
const MOST = 200;

/** Milliseconds after which a studio that is away is asked again. */
const AGAIN = 1000;

/** How many decisions wait for the studio to come back. Fires 'changed'. */
class Held extends EventTarget {
  count = 0;

  /** @param {number} by */
  add(by) {
    this.count += by;
    this.dispatchEvent(new CustomEvent('changed'));
  }
}

export const held = new Held();

/** One request after the other, so that undo takes back what was decided last. */
let line = Promise.resolve();

/** What stands in that line and was not answered yet: parcels of decisions, and undefined for an undo or redo. */
const unanswered = /** @type {(Parcel|undefined)[]} */ ([]);

/** @template T @param {() => Promise<T>} work @param {Parcel} [parcel] @returns {Promise<T>} */
function next(work, parcel) {
  unanswered.push(parcel);
  const done = line.then(work).finally(() => unanswered.splice(unanswered.indexOf(parcel), 1));
  line = done.then(() => {}, () => {});
  return done;
}

/**
 * Sends a decision; its answer means that it is on the disk. Those taken while another is on its way go together. A decision
 * that must be confirmed comes back with `done: false` and its effect. Where copies of a picture have different labels, the
 * person is asked first which class it shows, and the answer holds for all of them.
 * @param {Decision} decision
 * @returns {Promise<any>}
 */
export async function decide(decision) {
  const answer = await ask(decision);
  return answer.asks_for_label ? settle(decision, answer.disagreeing) : answer;
}

async function settle(/** @type {Decision} */ decision, /** @type {any[][]} */ groups) {
  const open = new Error('Copies of the same picture have different labels.');
  if (decision.action === 'relabel') {
    const to = await classOfCopies(groups, decision.to);
    if (to === undefined) throw open;
    return ask({ ...decision, to, settles: true });
  }
  let last;
  for (const copies of groups) {
    const to = await classOfCopies([copies]);
    if (to === undefined) throw open;
    const own = copies.filter((copy) => decision.images.includes(copy.id)).map((copy) => copy.id);
    last = await ask({ ...decision, action: 'relabel', images: own, to, settles: true });
  }
  const left = decision.images.filter((id) => !groups.some((copies) => copies.some((copy) => copy.id === id)));
  return left.length ? ask({ ...decision, images: left }) : last;
}

/** @param {Decision} decision @returns {Promise<any>} */
function ask(decision) {
  return new Promise((acknowledge, refuse) => {
    const waiting = { decision, acknowledge, refuse };
    const last = unanswered[unanswered.length - 1];
    if (last && !last.sent && last.decisions.length < MOST) {
      last.decisions.push(waiting);
      return;
    }
    const parcel = { decisions: [waiting], sent: false };
    next(() => send(parcel), parcel);
  });
}

/** @returns {Promise<boolean>} whether the studio answers this browser */
function answers() {
  return get('/api/notes').then(() => true, (e) => !e.isAway);
}

/**
 * Delivers decisions to a studio that may be away: they wait until it is back. One that arrived before the studio ended says
 * nothing new when it is sent again. Where the studio answers, but this request fails twice, it has failed.
 * @param {() => Promise<any>} work @param {number} decisions
 */
async function delivered(work, decisions) {
  for (let failures = 0; ; failures += 1) {
    try {
      return await work();
    } catch (e) {
      if (!(e instanceof ApiError && e.isAway)) throw e;
      if (await answers()) {
        if (failures > 0) throw e;
        continue;
      }
      held.add(decisions);
      try {
        do await new Promise((done) => { setTimeout(done, AGAIN); }); while (!(await answers()));
      } finally {
        held.add(-decisions);
      }
      failures = -1;
    }
  }
}

async function send(/** @type {Parcel} */ parcel) {
  if (parcel.sent) return;
  parcel.sent = true;
  const all = parcel.decisions;
  try {
    if (all.length === 1) {
      all[0].acknowledge(await delivered(() => post('/api/decide', all[0].decision), 1));
      return;
    }
    const decisions = all.map((one) => one.decision);
    const { answers: each } = await delivered(() => post('/api/decide/all', { decisions }), all.length);
    all.forEach((one, at) => (each[at].message ? one.refuse(new Error(each[at].message)) : one.acknowledge(each[at])));
  } catch (e) {
    all.forEach((one) => one.refuse(/** @type {Error} */ (e)));
  }
}

/** A page that is left sends at once what still waits; what stands behind an undo it must ask about. */
addEventListener('pagehide', () => {
  const undone = unanswered.indexOf(undefined);
  for (const parcel of undone < 0 ? unanswered : unanswered.slice(0, undone)) if (parcel) send(parcel);
});

addEventListener('beforeunload', (event) => {
  if (unanswered.length) event.preventDefault();
});

/** @returns {Promise<{decisions: any[], left: number} | undefined>} what was taken back; undefined where nothing could be */
export function undo() {
  return reverse('/api/undo', 'Undone');
}

export function redo() {
  return reverse('/api/redo', 'Redone');
}

async function reverse(/** @type {string} */ path, /** @type {string} */ word) {
  try {
    const done = await next(() => post(path, { batches: 1 }));
    const first = done.decisions[0];
    const many = done.decisions.length > 1 ? ` of ${done.decisions.length} images` : ` of ${first?.image ?? ''}`;
    toast(`${word}: ${words(first?.action ?? '', first?.new)}${first ? many : ''}`);
    return done;
  } catch (e) {
    toast(/** @type {Error} */ (e).message, 'bad');
    return undefined;
  }
}

/** What a decision does, in a few words. @param {string} action @param {string|null} [to] */
export function words(action, to) {
  switch (action) {
    case 'relabel': return `relabel to ${set.className(to)}`;
    case 'duplicate_of': return 'drop as a copy';
    default: return action;
  }
}
