import { LitElement, css, html } from 'lit';
import { set } from '../state/set.js';
import { sheet } from '../ui/sheet.js';
import { number, percent } from '../ui/text.js';
import '../ui/class-chip.js';
import '../ui/bar.js';

const MOST = 6;

/** Probability of each class: of the audit that found the image, or of the chosen run. */
class Probabilities extends LitElement {
  static properties = { item: { attribute: false }, details: { attribute: false }, run: { type: String } };
  static styles = [sheet, css`
    :host { display: block; padding: 10px 0; border-bottom: 1px solid var(--line); }
    :host([hidden]) { display: none; }
    h2 { margin-bottom: 6px; display: flex; gap: 8px; align-items: baseline; }
    ul { list-style: none; margin: 0; padding: 0; display: grid; gap: 4px; }
    li { display: grid; grid-template-columns: minmax(80px, 38%) 1fr 52px; gap: 8px; align-items: center; }
    li.given dd-class { font-weight: 700; }
    .value { text-align: right; }
    h2 .soft { font-weight: 400; }
    .source + .source { margin-top: 10px; }
  `];

  constructor() {
    super();
    /** @type {any} */ this.item = undefined;
    /** @type {any} */ this.details = undefined;
    this.run = '';
  }

  /** Probabilities in class order from a list, or from an object by class code. */
  #values(/** @type {any} */ given) {
    if (Array.isArray(given)) return given.length === set.classes.length && given.every((value) => typeof value === 'number') ? given : [];
    if (given && typeof given === 'object') return set.classes.map((one) => given[one.code] ?? 0);
    return [];
  }

  render() {
    const evidence = this.item.evidence ?? {};
    const found = this.#values(evidence.probabilities);
    const run = this.details?.probabilities ?? [];
    this.hidden = !found.length && !run.length;
    return html`
      ${found.length ? this.#list('Out-of-fold probability', found, '') : ''}
      ${run.length ? this.#list(`By ${this.run}`, run, this.details.image.loss != null ? `loss ${number(this.details.image.loss)}` : '') : ''}`;
  }

  #list(/** @type {string} */ title, /** @type {number[]} */ values, /** @type {string} */ loss) {
    const given = set.place(this.item.label);
    const ranked = values.map((value, place) => ({ value, place })).sort((a, b) => b.value - a.value);
    const kept = ranked.filter((one, at) => at < MOST || one.place === given);
    return html`<div class="source"><h2>${title}<span class="soft small">${loss}</span></h2><ul>${kept.map(({ value, place }) => html`
      <li class=${place === given ? 'given' : ''}><dd-class .code=${set.classes[place].code}></dd-class>
        <dd-bar .share=${value} .tone=${`--c${place % 8}`}></dd-bar><span class="value">${percent(value)}</span></li>`)}</ul></div>`;
  }
}
customElements.define('dd-probabilities', Probabilities);
