import { LitElement, css, html } from 'lit';
import { route } from '../state/route.js';
import { set } from '../state/set.js';
import { keymap } from '../state/keymap.js';
import { keysBack } from '../ui/keys-back.js';
import { sheet } from '../ui/sheet.js';
import { count, shown } from '../ui/text.js';

const NAMES = ['label', 'predicted', 'part', 'verdict', 'kind', 'dropped', 'text', 'gray', 'sort', 'order', 'run'];
const SORTS = [['', 'as imported'], ['path', 'name'], ['label', 'label'], ['part', 'part'], ['score', 'suspect label'], ['loss', 'loss'],
  ['probability', 'probability'], ['grayness', 'grayness'], ['brightness', 'brightness'], ['contrast', 'contrast'], ['sharpness', 'sharpness'],
  ['size', 'size'], ['aspect', 'shape'], ['decided', 'decided']];
/** Milliseconds after the last letter of a name until it is searched for. */
const TYPING = 250;
/** Orders that fall unless somebody turns them around: the largest value comes first. */
const FALLING = ['loss', 'decided'];
/** What comes first, where the name of an order leaves that open: rising, falling. */
const FIRST = {
  score: ['most suspect label first', 'least suspect label first'], found: ['strongest finding first', 'weakest finding first'],
  loss: ['lowest loss first', 'highest loss first'], probability: ['least probable label first', 'most probable label first'],
};
const VERDICTS = [['undecided', 'undecided'], ['keep', 'kept'], ['relabel', 'relabeled'], ['drop,duplicate_of', 'dropped'], ['unsure', 'unsure']];

/** What the grid shows and in what order, which the address keeps. Fires 'zoom' with 1 or -1, and 'done'. */
class GridFilters extends LitElement {
  static properties = { matching: { type: Number }, total: { type: Number }, zoom: { type: Number } };
  static styles = [sheet, css`
    :host { display: block; border-bottom: 1px solid var(--line); padding: 7px 14px; }
    .row { gap: 6px 7px; }
    label { display: inline-flex; align-items: center; gap: 5px; font-size: var(--small); color: var(--soft); }
    select, input { min-height: 30px; padding: 2px 6px; color: var(--ink); }
    select { max-width: 11ch; }
    label:last-of-type select { max-width: 19ch; }
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
    this.onRoute = () => this.requestUpdate();
  }

  connectedCallback() {
    super.connectedCallback();
    route.addEventListener('changed', this.onRoute);
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    route.removeEventListener('changed', this.onRoute);
  }

  firstUpdated() {
    keysBack(this, this.renderRoot);
  }

  #choose(/** @type {string} */ name, /** @type {Event} */ event) {
    const { value } = /** @type {HTMLSelectElement} */ (event.target);
    route.change(name === 'sort' ? { sort: value, order: '' } : { [name]: value });
  }

  /** The text is read at once: later the event no longer knows its field. */
  #type(/** @type {Event} */ event) {
    const text = /** @type {HTMLInputElement} */ (event.target).value;
    clearTimeout(this.typed);
    this.typed = setTimeout(() => this.#search(text), TYPING);
  }

  #search(/** @type {string} */ text) {
    clearTimeout(this.typed);
    if (text !== (route.params.text ?? '')) route.change({ text });
  }

  /** Whether the order falls. */
  get #down() {
    const { sort, order } = route.params;
    return order ? order === 'down' : FALLING.includes(sort);
  }

  #turn() {
    const order = this.#down ? 'up' : 'down';
    route.change({ order: FALLING.includes(route.params.sort) === (order === 'down') ? '' : order });
  }

  /** The orders; the chosen one says what it puts first. */
  #sorts() {
    const { sort, kind } = route.params;
    const words = FIRST[/** @type {keyof typeof FIRST} */ (sort === 'score' && kind ? 'found' : sort)];
    return SORTS.slice(1).filter(([key]) => set.runs.length || !['loss', 'probability'].includes(key)).map(([key, text]) => {
      if (key === sort && words) return [key, words[this.#down ? 1 : 0]];
      return [key, key === 'score' && kind ? 'strength of the finding' : text];
    });
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
    const down = this.#down;
    const filtered = NAMES.some((name) => route.params[name]);
    return html`<div class="row" role="search" aria-label="Filter and order">
      <label>Name<input type="search" class=${route.params.text ? 'set' : ''} .value=${route.params.text ?? ''}
        @input=${this.#type} @change=${(/** @type {any} */ e) => this.#search(e.target.value)}></label>
      ${this.#select('label', 'Label', classes, 'any')}
      ${set.runs.length ? this.#select('predicted', 'Predicted', classes, 'any') : ''}
      ${this.#select('part', 'Part', Object.keys(set.parts).map((part) => [part, part]))}
      ${this.#select('kind', 'Found', set.kinds.map((kind) => [kind.key, kind.title]), 'any')}
      ${this.#select('verdict', 'Decided', VERDICTS, 'any')}
      ${this.#select('sort', 'Order', this.#sorts(), SORTS[0][1])}
      <button aria-pressed=${down ? 'true' : 'false'} title="Turn the order around" aria-label="Falling order" @click=${this.#turn}>${down ? '↓' : '↑'}</button>
      ${filtered ? html`<button class="plain small" @click=${() => route.go('grid')}>Clear</button>` : ''}
      <span class="grow"></span>
      <span class="small" role="status"><b>${count(this.matching)}</b> <span class="soft">of ${count(this.total)}</span></span>
      <span class="row zoom"><button aria-label="Smaller pictures, ${keymap.key('zoom-out')}" @click=${() => this.dispatchEvent(new CustomEvent('zoom', { detail: -1 }))}>−</button>
      <button aria-label="Larger pictures, ${keymap.key('zoom-in')}" @click=${() => this.dispatchEvent(new CustomEvent('zoom', { detail: 1 }))}>+</button></span>
    </div>`;
  }
}
customElements.define('dd-grid-filters', GridFilters);
