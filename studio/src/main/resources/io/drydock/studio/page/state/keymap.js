const STORE = 'drydock-keys';

/** What keys can do, with the keys that do it unless somebody chose others. */
export const ACTIONS = [
  { name: 'keep', key: 'k', text: 'Keep: looked at, it is right', places: 'Everywhere' },
  { name: 'drop', key: 'd', text: 'Drop: leave it out (the file stays)', places: 'Everywhere' },
  { name: 'unsure', key: 'u', text: 'Unsure: to the back of the queue', places: 'Everywhere' },
  { name: 'undo', key: 'z', text: 'Undo the last decision', places: 'Everywhere' },
  { name: 'redo', key: 'y', text: 'Redo', places: 'Everywhere' },
  { name: 'help', key: '?', text: 'These keys', places: 'Everywhere' },
  { name: 'to-review', key: 'r', text: 'Go to review', places: 'Everywhere' },
  { name: 'to-grid', key: 'g', text: 'Go to the grid', places: 'Everywhere' },
  { name: 'to-duplicates', key: 'c', text: 'Go to copies', places: 'Everywhere' },
  { name: 'heat', key: 'h', text: 'Heat map on or off', places: 'Review' },
  { name: 'notes', key: 'n', text: 'Notes on the classes', places: 'Review' },
  { name: 'zoom-in', key: '+', text: 'Larger pictures', places: 'Grid' },
  { name: 'zoom-out', key: '-', text: 'Smaller pictures', places: 'Grid' },
  { name: 'accept', key: 'Enter', text: 'Accept the recommendation', places: 'Copies' },
  { name: 'difference', key: 'x', text: 'Difference on or off', places: 'Copies' },
];

/** Keys that cannot be remapped, for the help. */
export const FIXED = [
  { keys: ['1', '…', '9'], text: 'Give it the class of that number', places: 'Everywhere' },
  { keys: ['←', '→'], text: 'Previous and next picture', places: 'Review' },
  { keys: ['←', '↑', '→', '↓'], text: 'Move', places: 'Grid' },
  { keys: ['Space'], text: 'Select or not', places: 'Grid' },
  { keys: ['Shift', '+', '→'], text: 'Select a range', places: 'Grid' },
  { keys: ['Ctrl', '+', 'A'], text: 'Select all that the filter shows', places: 'Grid' },
  { keys: ['Enter'], text: 'Open the details', places: 'Grid' },
  { keys: ['Esc'], text: 'Select nothing, close the details', places: 'Grid' },
  { keys: ['↑', '↓'], text: 'Previous and next group', places: 'Copies' },
  { keys: ['←', '→'], text: 'Choose the copy to keep', places: 'Copies' },
];

/** Keys of actions; a person's own choice is kept in this browser. */
class Keymap extends EventTarget {
  /** @type {Record<string, string>} */ #own = {};

  constructor() {
    super();
    try {
      this.#own = JSON.parse(localStorage.getItem(STORE) ?? '{}');
    } catch {
      this.#own = {};
    }
  }

  /** @param {string} name */
  key(name) {
    return this.#own[name] ?? ACTIONS.find((action) => action.name === name)?.key ?? '';
  }

  /** Action of a key, or class place 0..8 as 'class-N'; undefined for none. @param {KeyboardEvent} event */
  action(event) {
    if (event.ctrlKey || event.metaKey || event.altKey) return undefined;
    if (/^[1-9]$/.test(event.key)) return `class-${Number(event.key) - 1}`;
    const key = event.key.length === 1 ? event.key.toLowerCase() : event.key;
    return ACTIONS.find((action) => this.key(action.name) === key)?.name;
  }

  /** Why a key cannot be given to an action; empty where it can. @param {string} name @param {string} key */
  refusal(name, key) {
    if (/^[1-9]$/.test(key)) return 'Numbers give classes.';
    if (key.length !== 1 && key !== 'Enter') return 'Choose a letter or sign.';
    const taken = ACTIONS.find((action) => action.name !== name && this.key(action.name) === key);
    return taken ? `Taken by "${taken.text}".` : '';
  }

  /** @param {string} name @param {string} key */
  remap(name, key) {
    this.#own = { ...this.#own, [name]: key };
    this.#keep();
  }

  reset() {
    this.#own = {};
    this.#keep();
  }

  #keep() {
    localStorage.setItem(STORE, JSON.stringify(this.#own));
    this.dispatchEvent(new CustomEvent('changed'));
  }
}

export const keymap = new Keymap();

/** Whether a key press belongs to a field or dialog rather than to the page. @param {KeyboardEvent} event */
export function isTyping(event) {
  if (event.defaultPrevented) return true;
  return event.composedPath().some((node) => node instanceof HTMLElement
    && (node.matches('input:not([type=checkbox]):not([type=range]), textarea, dialog') || node.isContentEditable
      || (node.matches('select') && !(node.dataset.chosen && /^\S$/.test(event.key)))));
}

/** Whether Enter or Space belongs to a button or link in focus. @param {KeyboardEvent} event */
export function isPressing(event) {
  const target = event.composedPath()[0];
  return (event.key === 'Enter' || event.key === ' ') && target instanceof HTMLElement
    && target.matches('button, a, summary, input');
}
