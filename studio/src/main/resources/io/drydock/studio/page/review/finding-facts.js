import { LitElement, css, html } from 'lit';
import { sheet } from '../ui/sheet.js';
import { number, shown } from '../ui/text.js';

/** Shown elsewhere on the page, or of no use to a person. */
const ELSEWHERE = new Set(['probabilities', 'nearest', 'copies']);

/** A finding's evidence, key by key, as the check gave it. */
class FindingFacts extends LitElement {
  static properties = { evidence: { attribute: false } };
  static styles = [sheet, css`
    dl { display: grid; grid-template-columns: auto 1fr; gap: 2px 14px; margin: 0; font-size: var(--small); }
    dt { color: var(--soft); } dd { margin: 0; overflow-wrap: anywhere; }
  `];

  constructor() {
    super();
    /** @type {any} */ this.evidence = {};
  }

  #text(/** @type {any} */ value, deep = 0) {
    if (value == null) return '–';
    if (typeof value === 'number') return Number.isInteger(value) ? String(value) : number(value, 3);
    if (typeof value === 'boolean') return value ? 'yes' : 'no';
    if (Array.isArray(value)) return value.slice(0, 8).map((one) => this.#text(one, deep + 1)).join(', ') + (value.length > 8 ? ', …' : '');
    if (typeof value === 'object') return Object.entries(value).map(([key, one]) => `${key} ${this.#text(one, deep + 1)}`).join(deep ? ' ' : ', ');
    return shown(value);
  }

  render() {
    const facts = Object.entries(this.evidence ?? {}).filter(([key]) => !ELSEWHERE.has(key));
    if (!facts.length) return html`<p class="soft small">Nothing more.</p>`;
    return html`<dl>${facts.map(([key, value]) => html`<dt>${shown(key.replaceAll('_', ' '))}</dt><dd><bdi>${this.#text(value)}</bdi></dd>`)}</dl>`;
  }
}
customElements.define('dd-finding-facts', FindingFacts);
