import { css } from 'lit';
import { picture } from '../state/api.js';
import { set } from '../state/set.js';
import { changedWord } from '../ui/changed-mark.js';
import { show } from '../ui/source.js';
import { actionWord, shown } from '../ui/text.js';

export const cellStyles = css`
  .line { position: absolute; left: 0; top: 0; }
  .cell { position: absolute; display: grid; grid-template-rows: minmax(0, 1fr) 40px; background: var(--paper); border: 1px solid var(--line); border-radius: var(--radius); overflow: hidden; user-select: none; contain: strict; cursor: default; }
  .cell img { width: 100%; height: 100%; object-fit: cover; background: var(--raised); min-height: 0; display: block; }
  .cell .caption { padding: 2px 7px; font-size: 12px; line-height: 17px; min-width: 0; }
  .cell .label { display: flex; align-items: center; gap: 5px; }
  .cell .label i { flex: none; width: 9px; height: 9px; border-radius: 3px; background: var(--tone, transparent); }
  .cell .label span, .cell .name { overflow: hidden; text-overflow: ellipsis; white-space: nowrap; }
  .cell .label b { margin-left: auto; font-weight: 600; color: var(--soft); white-space: nowrap; }
  .cell .name { display: block; color: var(--soft); }
  .cell .changed { position: absolute; left: 6px; top: 6px; max-width: calc(100% - 36px); }
  .cell.selected { border-color: var(--accent); box-shadow: inset 0 0 0 3px var(--accent); background: var(--accent-wash); }
  .cell.selected::after { content: "✓"; position: absolute; right: 6px; top: 6px; width: 20px; height: 20px; border-radius: 10px; background: var(--accent); color: var(--on-accent); text-align: center; line-height: 20px; font-weight: 700; }
  .cell.dropped img { opacity: 0.25; }
  .cell.dropped .label span { text-decoration: line-through; }
  .cell.pending { opacity: 0.7; }
  .cell:focus-visible { outline: 3px solid var(--ink); outline-offset: 1px; z-index: 2; }
`;

/** One picture of the grid: elements that are used again for another picture when this one leaves the screen. */
export class Cell {
  /** @param {HTMLElement} parent */
  constructor(parent) {
    this.line = document.createElement('div');
    this.line.className = 'line';
    this.line.setAttribute('role', 'row');
    this.element = document.createElement('div');
    this.element.className = 'cell';
    this.element.setAttribute('role', 'gridcell');
    this.image = document.createElement('img');
    this.image.alt = '';
    this.image.decoding = 'async';
    this.image.draggable = false;
    this.caption = document.createElement('div');
    this.caption.className = 'caption';
    const label = document.createElement('div');
    label.className = 'label';
    this.dot = document.createElement('i');
    this.label = document.createElement('span');
    this.mark = document.createElement('b');
    label.append(this.dot, this.label, this.mark);
    this.name = document.createElement('bdi');
    this.name.className = 'name';
    this.caption.append(label, this.name);
    this.changed = document.createElement('span');
    this.changed.className = 'changed';
    this.element.append(this.image, this.caption, this.changed);
    this.line.append(this.element);
    parent.append(this.line);
    /** @type {any} */ this.shown = undefined;
  }

  put(/** @type {number} */ place, /** @type {number} */ row, /** @type {number} */ column, /** @type {number} */ x, /** @type {number} */ y, /** @type {number} */ width, /** @type {number} */ height) {
    this.line.hidden = false;
    this.line.setAttribute('aria-rowindex', String(row + 1));
    this.element.dataset.place = String(place);
    this.element.setAttribute('aria-colindex', String(column + 1));
    Object.assign(this.element.style, { transform: `translate(${x}px, ${y}px)`, width: `${width}px`, height: `${height}px` });
    this.side = width > 260 ? 384 : width > 170 ? 256 : 160;
    this.shown = undefined;
  }

  hide() {
    this.line.hidden = true;
    this.element.tabIndex = -1;
    show(this.image, '');
  }

  /** @param {number} id @param {any} image undefined while not known @param {boolean} selected @param {boolean} focused */
  fill(id, image, selected, focused) {
    this.element.classList.toggle('selected', selected);
    this.element.setAttribute('aria-selected', selected ? 'true' : 'false');
    this.element.tabIndex = focused ? 0 : -1;
    if (image === this.shown && image !== undefined) return;
    this.shown = image;
    if (!image) {
      show(this.image, '');
      this.label.textContent = '';
      this.name.textContent = '…';
      this.mark.textContent = '';
      this.#warn(undefined);
      this.element.setAttribute('aria-label', `Image ${id}`);
      return;
    }
    const place = set.place(image.label);
    const label = image.label == null ? 'no label' : shown(set.className(image.label));
    const mark = image.dropped ? 'dropped' : image.verdict ? actionWord(image.verdict.action) : '';
    show(this.image, picture(image, 'small', { side: this.side }));
    this.dot.style.setProperty('--tone', place < 0 ? 'transparent' : `var(--c${place % 8})`);
    this.label.textContent = label;
    this.mark.textContent = image.pending ? 'saving' : mark;
    this.name.textContent = shown(image.image);
    this.element.classList.toggle('dropped', image.dropped);
    this.element.classList.toggle('pending', !!image.pending);
    const warned = this.#warn(image.changed);
    this.element.setAttribute('aria-label', [shown(image.image), label, mark, warned].filter((part) => part).join(', '));
  }

  /** @param {any} changed how the file differs @returns {string} the same in words */
  #warn(changed) {
    const word = changedWord(changed);
    this.changed.hidden = !word;
    this.changed.textContent = word;
    this.changed.title = word ? shown(changed.message) : '';
    return word;
  }
}
