/**
 * Text of any origin (file names, class names) made safe to read: control and direction characters, which could disguise
 * it, become visible marks. Lit escapes markup by itself.
 * @param {unknown} text
 * @returns {string}
 */
export function shown(text) {
  return String(text ?? '').replace(
    // eslint-disable-next-line no-control-regex
    /[\u0000-\u001f\u007f-\u009f\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]/g,
    (c) => (c === '\n' ? '⏎' : c === '\t' ? '⇥' : '\ufffd'));
}

/** @param {number|null|undefined} value in 0..1 */
export function percent(value) {
  if (value == null || !Number.isFinite(value)) return '–';
  return value > 0 && value < 0.001 ? '<0.1 %' : `${(value * 100).toFixed(value < 0.1 ? 1 : 0)} %`;
}

/** @param {number|null|undefined} value */
export function number(value, digits = 2) {
  return value == null || !Number.isFinite(value) ? '–' : value.toFixed(digits);
}

/** @param {number} value */
export function count(value) {
  return Math.round(value).toLocaleString('en-US');
}

/** @param {number} n @param {string} one @param {string} [many] */
export function counted(n, one, many = `${one}s`) {
  return `${count(n)} ${n === 1 ? one : many}`;
}

/** @param {string} iso */
export function when(iso) {
  const then = new Date(iso);
  const minutes = (Date.now() - then.getTime()) / 60000;
  if (minutes < 1) return 'just now';
  if (minutes < 60) return `${Math.round(minutes)} min ago`;
  return then.toLocaleString(undefined, { dateStyle: 'medium', timeStyle: 'short' });
}

/** What joins a verdict's word to a class: "relabeled to Cargo", "kept as Cargo"; empty where a class says nothing. @param {string} action */
export function joint(action) {
  return { relabel: 'to', keep: 'as' }[action] ?? '';
}

/** Words for a verdict's action. @param {string} action */
export function actionWord(action) {
  return { relabel: 'relabeled', keep: 'kept', drop: 'dropped', unsure: 'unsure', duplicate_of: 'dropped as copy' }[action]
    ?? action;
}
