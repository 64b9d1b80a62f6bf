import { LitElement, css, html } from 'lit';
import { sheet } from '../ui/sheet.js';
import { Cell, cellStyles } from './cell.js';

const GAP = 8;
const CAPTION = 40;
const EDGE = 10;
const DRAG_PX = 6;
const SPARE_ROWS = 2;

/**
 * A grid of any number of pictures, of which only those on screen exist as elements. Fires 'open' with an image's number.
 * One cell is in focus at a time and moved by arrows, as the ARIA grid pattern has it.
 */
class GridView extends LitElement {
  static properties = { zoom: { type: Number } };
  static styles = [sheet, cellStyles, css`
    :host { display: block; position: relative; overflow: auto; background: var(--sunken); overscroll-behavior: contain; }
    :host(:focus-visible) { outline-offset: -3px; }
    .space { position: relative; min-height: 100%; }
    .band { position: absolute; border: 1px solid var(--accent); background: color-mix(in srgb, var(--accent) 18%, transparent); z-index: 4; pointer-events: none; }
  `];

  constructor() {
    super();
    this.zoom = 160;
    /** @type {import('./rows.js').Rows | undefined} */ this.rows = undefined;
    /** @type {import('./selection.js').Selection | undefined} */ this.selection = undefined;
    this.focused = 0;
    this.columns = 1;
    /** @type {Cell[]} */ this.free = [];
    /** @type {Map<number, Cell>} */ this.used = new Map();
    this.frame = 0;
    this.resized = new ResizeObserver(() => this.#measure());
  }

  connectedCallback() {
    super.connectedCallback();
    this.resized.observe(this);
    this.addEventListener('scroll', () => this.draw(), { passive: true });
    this.addEventListener('keydown', (event) => this.#key(event));
    this.addEventListener('pointerdown', (event) => this.#press(event));
    this.addEventListener('dblclick', (event) => {
      const place = this.#placeOf(event);
      if (place >= 0) this.#open(place);
    });
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.resized.disconnect();
  }

  /** Shows rows with a selection. */
  show(/** @type {any} */ rows, /** @type {any} */ selection) {
    this.rows = rows;
    this.selection = selection;
    rows.addEventListener('changed', () => this.#measure());
    selection.addEventListener('changed', () => this.draw());
  }

  firstUpdated() {
    this.#measure();
  }

  updated(/** @type {Map<string, unknown>} */ changed) {
    if (changed.has('zoom')) this.#measure(true);
  }

  get rowHeight() {
    return Math.round(this.cellWidth * 0.72) + CAPTION + GAP;
  }

  #measure(keepFocus = false) {
    if (!this.rows || !this.hasUpdated) return;
    const width = this.clientWidth - 2 * EDGE + GAP;
    this.columns = Math.max(1, Math.floor(width / (this.zoom + GAP)));
    this.cellWidth = Math.floor(width / this.columns) - GAP;
    const space = /** @type {HTMLElement} */ (this.renderRoot.querySelector('.space'));
    space.style.height = `${Math.ceil(this.rows.ids.length / this.columns) * this.rowHeight + 2 * EDGE}px`;
    space.setAttribute('aria-rowcount', String(Math.ceil(this.rows.ids.length / this.columns)));
    space.setAttribute('aria-colcount', String(this.columns));
    this.focused = Math.max(0, Math.min(this.focused, this.rows.ids.length - 1));
    const hadFocus = this.#hasFocus;
    for (const cell of this.used.values()) this.#free(cell);
    this.used.clear();
    if (keepFocus) this.#reveal(this.focused);
    this.#draw();
    if (hadFocus) this.#focus();
  }

  /** Draws with the next frame. */
  draw() {
    if (!this.frame) this.frame = requestAnimationFrame(() => { this.frame = 0; this.#draw(); });
  }

  #draw() {
    if (!this.rows || !this.cellWidth || !this.isConnected) return;
    const first = Math.max(0, Math.floor((this.scrollTop - EDGE) / this.rowHeight) - SPARE_ROWS);
    const last = Math.ceil((this.scrollTop + this.clientHeight) / this.rowHeight) + SPARE_ROWS;
    const from = first * this.columns;
    const to = Math.min(this.rows.ids.length, last * this.columns);
    this.rows.want(from, to);
    const hadFocus = this.#hasFocus;
    for (const [place, cell] of this.used) {
      if ((place < from || place >= to) && place !== this.focused) {
        this.used.delete(place);
        this.#free(cell);
      }
    }
    for (let place = from; place < to; place += 1) this.#cell(place);
    if (this.rows.ids.length > 0) this.#cell(this.focused);
    if (hadFocus) this.#focus();
  }

  #cell(/** @type {number} */ place) {
    const rows = /** @type {import('./rows.js').Rows} */ (this.rows);
    let cell = this.used.get(place);
    if (!cell) {
      cell = this.free.shift() ?? new Cell(/** @type {HTMLElement} */ (this.renderRoot.querySelector('.space')));
      this.used.set(place, cell);
      const row = Math.floor(place / this.columns);
      const column = place % this.columns;
      cell.put(place, row, column, EDGE + column * (this.cellWidth + GAP), EDGE + row * this.rowHeight, this.cellWidth, this.rowHeight - GAP);
    }
    const id = rows.ids[place];
    cell.fill(id, rows.of(id), !!this.selection?.has(id), place === this.focused);
  }

  #free(/** @type {Cell} */ cell) {
    cell.hide();
    this.free.push(cell);
  }

  /** Whether a cell has it: a hidden one loses it, so this is asked before cells are taken away. */
  get #hasFocus() {
    return this.renderRoot instanceof ShadowRoot && this.renderRoot.activeElement !== null;
  }

  #focus() {
    this.used.get(this.focused)?.element.focus({ preventScroll: true });
  }

  #reveal(/** @type {number} */ place) {
    const top = EDGE + Math.floor(place / this.columns) * this.rowHeight;
    if (top < this.scrollTop) this.scrollTop = top - EDGE;
    else if (top + this.rowHeight > this.scrollTop + this.clientHeight) this.scrollTop = top + this.rowHeight - this.clientHeight;
  }

  /** Puts the keys at the picture in focus. */
  take() {
    this.#draw();
    this.#focus();
  }

  /** Back to the first picture, as another filter needs it. */
  top() {
    this.scrollTop = 0;
    this.focused = 0;
    this.draw();
  }

  /** Moves the focus. @param {number} place @param {boolean} extend the selection */
  go(place, extend = false) {
    if (!this.rows?.ids.length) return;
    this.focused = Math.max(0, Math.min(place, this.rows.ids.length - 1));
    this.#reveal(this.focused);
    if (extend) this.selection?.range(this.rows.ids, this.focused);
    this.#draw();
    this.#focus();
    this.dispatchEvent(new CustomEvent('moved', { detail: this.rows.ids[this.focused] }));
  }

  #key(/** @type {KeyboardEvent} */ event) {
    if (!this.rows || !this.selection) return;
    const page = Math.max(1, Math.floor(this.clientHeight / this.rowHeight)) * this.columns;
    const moves = { ArrowRight: 1, ArrowLeft: -1, ArrowDown: this.columns, ArrowUp: -this.columns, PageDown: page, PageUp: -page };
    const by = moves[/** @type {keyof typeof moves} */ (event.key)];
    if (by !== undefined) {
      if (event.shiftKey && !this.selection.has(this.rows.ids[this.focused])) this.selection.toggle(this.rows.ids[this.focused], this.focused);
      const next = this.focused + by;
      if (next >= 0 && next < this.rows.ids.length) this.go(next, event.shiftKey);
      else if (Math.abs(by) > this.columns) this.go(next, event.shiftKey);
    } else if (event.key === 'Home') this.go(event.ctrlKey ? 0 : this.focused - (this.focused % this.columns), event.shiftKey);
    else if (event.key === 'End') this.go(event.ctrlKey ? this.rows.ids.length - 1 : this.focused - (this.focused % this.columns) + this.columns - 1, event.shiftKey);
    else if (event.key === ' ') this.selection.toggle(this.rows.ids[this.focused], this.focused);
    else if (event.key === 'a' && (event.ctrlKey || event.metaKey)) this.selection.all(this.rows.ids);
    else if (event.key === 'Enter') this.#open(this.focused);
    else return;
    event.preventDefault();
    event.stopPropagation();
  }

  #open(/** @type {number} */ place) {
    this.dispatchEvent(new CustomEvent('open', { detail: this.rows?.ids[place] }));
  }

  #placeOf(/** @type {Event} */ event) {
    const element = event.composedPath().find((node) => node instanceof HTMLElement && node.classList.contains('cell'));
    return element instanceof HTMLElement ? Number(element.dataset.place) : -1;
  }

  #press(/** @type {PointerEvent} */ event) {
    if (event.button !== 0 || !this.rows || !this.selection || event.offsetX > this.clientWidth) return;
    const place = this.#placeOf(event);
    const start = this.#inSpace(event);
    const kept = event.ctrlKey || event.metaKey || event.shiftKey ? [...this.selection.ids] : [];
    let dragging = false;
    const move = (/** @type {PointerEvent} */ now) => {
      const at = this.#inSpace(now);
      if (!dragging && Math.hypot(at.x - start.x, at.y - start.y) < DRAG_PX) return;
      if (!dragging) this.setPointerCapture(event.pointerId);
      dragging = true;
      now.preventDefault();
      this.#drag(start, at, kept);
    };
    const up = () => {
      this.removeEventListener('pointermove', move);
      this.removeEventListener('pointerup', up);
      this.removeEventListener('pointercancel', up);
      /** @type {HTMLElement} */ (this.renderRoot.querySelector('.band')).hidden = true;
      if (!dragging) this.#click(event, place);
    };
    if (event.pointerType !== 'touch') this.addEventListener('pointermove', move);
    this.addEventListener('pointerup', up);
    this.addEventListener('pointercancel', up);
    if (event.shiftKey) event.preventDefault();
  }

  #click(/** @type {PointerEvent} */ event, /** @type {number} */ place) {
    const { rows, selection } = this;
    if (!rows || !selection) return;
    if (place < 0) {
      if (!event.ctrlKey && !event.metaKey && !event.shiftKey) selection.none();
      return;
    }
    const id = rows.ids[place];
    if (event.shiftKey) selection.range(rows.ids, place);
    else if (event.ctrlKey || event.metaKey || event.pointerType === 'touch') selection.toggle(id, place);
    else selection.only(id, place);
    this.go(place);
  }

  #inSpace(/** @type {PointerEvent} */ event) {
    const box = this.getBoundingClientRect();
    return { x: event.clientX - box.left, y: event.clientY - box.top + this.scrollTop };
  }

  #drag(/** @type {{x: number, y: number}} */ start, /** @type {{x: number, y: number}} */ at, /** @type {number[]} */ kept) {
    const rows = /** @type {import('./rows.js').Rows} */ (this.rows);
    const [left, right] = [Math.min(start.x, at.x), Math.max(start.x, at.x)];
    const [top, bottom] = [Math.min(start.y, at.y), Math.max(start.y, at.y)];
    const band = /** @type {HTMLElement} */ (this.renderRoot.querySelector('.band'));
    band.hidden = false;
    Object.assign(band.style, { left: `${left}px`, top: `${top}px`, width: `${right - left}px`, height: `${bottom - top}px` });
    const ids = [];
    const width = this.cellWidth + GAP;
    for (let row = Math.max(0, Math.floor((top - EDGE) / this.rowHeight)); row <= Math.floor((bottom - EDGE) / this.rowHeight); row += 1) {
      for (let column = Math.max(0, Math.floor((left - EDGE) / width)); column <= Math.min(this.columns - 1, Math.floor((right - EDGE) / width)); column += 1) {
        const place = row * this.columns + column;
        if (place < rows.ids.length) ids.push(rows.ids[place]);
      }
    }
    this.selection?.all(ids, kept);
    if (at.y - this.scrollTop > this.clientHeight - 24) this.scrollTop += 24;
    if (at.y - this.scrollTop < 24) this.scrollTop -= 24;
  }

  render() {
    return html`<div class="space" role="grid" aria-label="Images" aria-multiselectable="true"></div><div class="band" hidden></div>`;
  }
}
customElements.define('dd-grid-view', GridView);
