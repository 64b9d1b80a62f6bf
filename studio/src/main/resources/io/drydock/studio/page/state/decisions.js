import { post } from './api.js';
import { set } from './set.js';
import { toast } from '../ui/toast.js';

/**
 * @typedef {{action: string, images: number[], to?: string, stays?: number[], finding?: string, why?: string, yes?: boolean}} Decision
 */

/** One after the other, so that undo takes back what was decided last. */
let line = Promise.resolve();

/** @template T @param {() => Promise<T>} work @returns {Promise<T>} */
function next(work) {
  const done = line.then(work);
  line = done.then(() => {}, () => {});
  return done;
}

/**
 * Sends a decision; its answer means that it is on the disk. A decision that must be confirmed comes back with
 * `done: false` and its effect.
 * @param {Decision} decision
 */
export function decide(decision) {
  return next(() => post('/api/decide', decision));
}

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
