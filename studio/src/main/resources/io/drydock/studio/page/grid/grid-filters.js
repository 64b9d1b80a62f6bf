import { LitElement, css, html } from 'lit';
import { route } from '../state/route.js';
import { set } from '../state/set.js';
import { keymap } from '../state/keymap.js';
import { sheet } from '../ui/sheet.js';
import { count, shown } from '../ui/text.js';

const NAMES = ['label', 'predicted', 'part', 'verdict', 'kind', 'dropped', 'text', 'gray', 'sort', 'order', 'run'];
const SORTS = [['', 'as imported'], ['path', 'name'], ['label', 'label'], ['part', 'part'], ['score', 'most suspect'], ['loss', 'loss'],
  ['probability', 'probability'], ['grayness', 'grayness'], ['brightness', 'brightness'], ['contrast', 'contrast'], ['sharpness', 'sharpness'],
  ['size', 'size'], ['aspect', 'shape'], ['decided', 'decided']];
const VERDICTS = [['undecided', 'undecided'], ['keep', 'kept'], ['relabel', 'relabeled'], ['drop,duplicate_of', 'dropped'], ['unsure', 'unsure']];

/** What the grid shows and in what order, which the address keeps. Fires 'zoom' with 1 or -1. */
class GridFilters extends LitElement {
  static properties = { matching: { type: Number }, total: { type: Number }, zoom: { type: Number } };
  static styles = [sheet, css`
    :host { display: block; border-bottom: 1px solid var(--line); padding: 7px 14px; }
    .row { gap: 6px 7px; }
    label { display: inline-flex; align-items: center; gap: 5px; font-size: var(--small); color: var(--soft); }
    select, input { min-height: 30px; padding: 2px 6px; color: var(--ink); }
    select { max-width: 11ch; }
    label:last-of-type select { max-width: 17ch; }
    input[type="search"] { width: 11ch; }
    .set { border-color: var(--accent); background: var(--accent-wash); }
    .zoom button { min-width: 32px; justify-content: center; }
  `];

  constructor() {
    super();
    this.matching = 0;
    this.total = 0;
    this.zoom = 160;
    this.typed = 0;
  }

  #choose(/** @type {string} */ name, /** @type {Event} */ event) {
    route.change({ [name]: /** @type {HTMLSelectElement} */ (event.target).value });
  }

  #type(/** @type {Event} */ event) {
    clearTimeout(this.typed);
    this.typed = setTimeout(() => route.change({ text: /** @type {HTMLInputElement} */ (event.target).value }), 250);
  }

  #select(/** @type {string} */ name, /** @type {string} */ title, /** @type {string[][]} */ options, /** @type {string} */ all = 'all') {
    const chosen = route.params[name] ?? '';
    const listed = chosen === '' || options.some(([value]) => value === chosen) ? options : [...options, [chosen, chosen]];
    return html`<label>${title}<select class=${chosen ? 'set' : ''} @change=${(/** @type {Event} */ e) => this.#choose(name, e)}>
      ${all ? html`<option value="" ?selected=${!chosen}>${all}</option>` : ''}
      ${listed.map(([value, text]) => html`<option value=${value} ?selected=${value === chosen}>${shown(text)}</option>`)}</select></label>`;
  }

  render() {
    const classes = set.classes.map((one) => [one.code, one.name]);
    const down = route.params.order === 'down';
    const filtered = NAMES.some((name) => route.params[name]);
    return html`<div class="row" role="search" aria-label="Filter and order">
      <label>Name<input type="search" class=${route.params.text ? 'set' : ''} .value=${route.params.text ?? ''} @input=${this.#type}></label>
      ${this.#select('label', 'Label', classes, 'any')}
      ${set.runs.length ? this.#select('predicted', 'Predicted', classes, 'any') : ''}
      ${this.#select('part', 'Part', Object.keys(set.parts).map((part) => [part, part]))}
      ${this.#select('kind', 'Found', set.kinds.map((kind) => [kind.key, kind.title]), 'any')}
      ${this.#select('verdict', 'Decided', VERDICTS, 'any')}
      ${this.#select('sort', 'Order', SORTS.slice(1).filter(([key]) => set.runs.length || !['loss', 'probability'].includes(key)), SORTS[0][1])}
      <button aria-pressed=${down ? 'true' : 'false'} title="Turn the order around" aria-label="Falling order" @click=${() => route.change({ order: down ? '' : 'down' })}>${down ? '↓' : '↑'}</button>
      ${filtered ? html`<button class="plain small" @click=${() => route.go('grid')}>Clear</button>` : ''}
      <span class="grow"></span>
      <span class="small" role="status"><b>${count(this.matching)}</b> <span class="soft">of ${count(this.total)}</span></span>
      <span class="row zoom"><button aria-label="Smaller pictures, ${keymap.key('zoom-out')}" @click=${() => this.dispatchEvent(new CustomEvent('zoom', { detail: -1 }))}>−</button>
      <button aria-label="Larger pictures, ${keymap.key('zoom-in')}" @click=${() => this.dispatchEvent(new CustomEvent('zoom', { detail: 1 }))}>+</button></span>
    </div>`;
  }
}
customElements.define('dd-grid-filters', GridFilters);
