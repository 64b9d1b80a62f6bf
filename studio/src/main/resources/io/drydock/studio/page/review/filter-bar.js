import { LitElement, css, html } from 'lit';
import { route } from '../state/route.js';
import { set } from '../state/set.js';
import { get } from '../state/api.js';
import { keysBack } from '../ui/keys-back.js';
import { sheet } from '../ui/sheet.js';
import { count, shown } from '../ui/text.js';

const NAMES = ['kind', 'label', 'suggested', 'part', 'check', 'show'];

/** What the queue shows, which the address keeps, and how far one is. Fires 'done'. */
class FilterBar extends LitElement {
  static properties = { state: { attribute: false }, run: { type: String }, counts: { state: true } };
  static styles = [sheet, css`
    :host { display: block; border-bottom: 1px solid var(--line); padding: 7px 14px; }
    .row { gap: 6px 8px; }
    label { display: inline-flex; align-items: center; gap: 5px; font-size: var(--small); color: var(--soft); }
    select { field-sizing: content; min-width: 8ch; max-width: 18ch; min-height: 30px; padding: 2px 6px; color: var(--ink); }
    select.set { border-color: var(--accent); background: var(--accent-wash); }
    .progress { display: flex; align-items: center; gap: 10px; white-space: nowrap; font-size: var(--small); }
    .progress b { font-weight: 600; }
  `];

  constructor() {
    super();
    /** @type {any} */ this.state = undefined;
    this.run = '';
    /** @type {Record<string, number>} */ this.counts = {};
    /** @type {string[]} */ this.checks = [];
  }

  firstUpdated() {
    keysBack(this, this.renderRoot);
  }

  willUpdate(/** @type {Map<string, unknown>} */ changed) {
    if (changed.has('state')) this.#count();
  }

  async #count() {
    const filter = Object.fromEntries(NAMES.filter((name) => name !== 'kind').map((name) => [name, route.params[name]]));
    const answer = await get('/api/review/counts', filter).catch(() => ({ kinds: {}, checks: [] }));
    this.counts = answer.kinds;
    this.checks = answer.checks;
  }

  #choose(/** @type {string} */ name, /** @type {Event} */ event) {
    route.change({ [name]: /** @type {HTMLSelectElement} */ (event.target).value, image: '' });
  }

  #select(/** @type {string} */ name, /** @type {string} */ title, /** @type {{value: string, text: string}[]} */ options, /** @type {string} */ all) {
    const chosen = route.params[name] ?? '';
    const known = !chosen || options.some((option) => option.value === chosen);
    return html`<label>${title}<select class=${chosen ? 'set' : ''} @change=${(/** @type {Event} */ e) => this.#choose(name, e)}>
      <option value="" ?selected=${!chosen}>${all}</option>
      ${(known ? options : [...options, { value: chosen, text: chosen }]).map((option) => html`
        <option value=${option.value} ?selected=${option.value === chosen}>${shown(option.text)}</option>`)}</select></label>`;
  }

  render() {
    const classes = set.classes.map((one) => ({ value: one.code, text: one.name }));
    const kinds = set.kinds.filter((kind) => this.counts[kind.key] || route.params.kind === kind.key)
      .map((kind) => ({ value: kind.key, text: `${kind.title} (${count(this.counts[kind.key] ?? 0)})` }));
    const parts = Object.entries(set.parts).map(([part, n]) => ({ value: part, text: `${part} (${count(n)})` }));
    const filtered = NAMES.some((name) => route.params[name]);
    return html`<div class="row" role="search" aria-label="Filter">
      ${this.#select('kind', 'Found', kinds, 'everything')}
      ${this.#select('label', 'Label', classes, 'any')}
      ${this.#select('suggested', 'Looks like', classes, 'any')}
      ${this.#select('part', 'Part', parts, 'all')}
      ${this.checks.length > 1 ? this.#select('check', 'By', this.checks.map((check) => ({ value: check, text: check.replaceAll('_', ' ') })), 'any check') : ''}
      ${this.#select('show', 'Show', [{ value: 'unsure', text: 'unsure' }, { value: 'settled', text: 'decided' }, { value: 'all', text: 'all' }], 'open')}
      ${set.runs.length ? html`<label>Run<select @change=${(/** @type {Event} */ e) => this.#choose('run', e)}>
        ${set.runs.map((run) => html`<option value=${run} ?selected=${run === this.run}>${run}</option>`)}</select></label>` : ''}
      ${filtered ? html`<button class="plain small" @click=${() => route.go('review', { run: route.params.run })}>Clear</button>` : ''}
      <span class="grow"></span>
      <span class="progress" role="status">${this.state ? html`<b>${count(this.state.matching)} waiting</b><span class="soft" title=${this.state.errors_left_note ?? ''}>${this.state.progress}</span>` : ''}</span>
    </div>`;
  }
}
customElements.define('dd-filter-bar', FilterBar);
