import { LitElement, css, html } from 'lit';
import { picture } from '../state/api.js';
import { route } from '../state/route.js';
import { set } from '../state/set.js';
import { changedMark } from '../ui/changed-mark.js';
import { sheet } from '../ui/sheet.js';
import { source } from '../ui/source.js';
import { shown } from '../ui/text.js';
import '../ui/class-chip.js';

const strip = css`
  ul { list-style: none; margin: 0; padding: 0; display: grid; grid-template-columns: repeat(auto-fill, minmax(84px, 1fr)); gap: 8px; }
  img { display: block; width: 100%; aspect-ratio: 3 / 2; object-fit: cover; border-radius: 4px; background: var(--sunken); }
  .other img { outline: 2px solid var(--warn); outline-offset: -2px; }
  li { min-width: 0; font-size: 12px; }
  .line { display: flex; justify-content: space-between; gap: 4px; min-width: 0; }
`;

/** The nearest labelled images by embedding, with their labels; those of another label than the picture's are framed. */
class LookAlikes extends LitElement {
  static properties = { item: { attribute: false }, near: { attribute: false } };
  static styles = [sheet, strip];

  constructor() {
    super();
    /** @type {any} */ this.item = undefined;
    /** @type {any} */ this.near = undefined;
  }

  render() {
    if (!this.near) return html`<p class="soft small">…</p>`;
    if (!this.near.neighbors.length) return html`<p class="soft small" role="status">${this.near.message || 'Nothing.'}</p>`;
    return html`<ul>${this.near.neighbors.map((/** @type {any} */ one) => html`
      <li class=${one.label !== this.item.label ? 'other' : ''} title="${shown(one.image)}">
        <img src=${source(picture(one, 'small', { side: 160 }))} alt="${shown(one.image)}, labeled ${shown(set.className(one.label))}">
        <div class="line"><dd-class .code=${one.label}></dd-class><span class="soft">${one.similarity.toFixed(2)}</span></div>${changedMark(one)}</li>`)}</ul>`;
  }
}
customElements.define('dd-look-alikes', LookAlikes);

/** Other images with the same content, and where near-copies are judged. */
class Copies extends LitElement {
  static properties = { item: { attribute: false }, details: { attribute: false } };
  static styles = [sheet, strip, css`
    :host { display: block; padding: 10px 0; border-bottom: 1px solid var(--line); }
    :host([hidden]) { display: none; }
    h2 { margin-bottom: 6px; }
  `];

  constructor() {
    super();
    /** @type {any} */ this.item = undefined;
    /** @type {any} */ this.details = undefined;
  }

  render() {
    const twins = this.details?.twins ?? [];
    const near = this.item.kinds.some((/** @type {string} */ kind) => ['duplicate', 'near_duplicate', 'conflict', 'leak'].includes(kind));
    this.hidden = !twins.length && !near;
    return html`<h2>Copies</h2>
      ${twins.length ? html`<ul>${twins.map((/** @type {any} */ one) => html`<li class=${one.label !== this.item.label ? 'other' : ''}>
        <img src=${source(picture(one, 'small', { side: 160 }))} alt="${shown(one.image)}"><div class="line"><dd-class .code=${one.label} ?struck=${one.dropped}></dd-class><span class="soft">${one.part}</span></div>${changedMark(one)}</li>`)}</ul>` : ''}
      ${near ? html`<p><button @click=${() => route.go('duplicates', { image: this.item.id })}>Compare the copies</button></p>` : ''}`;
  }
}
customElements.define('dd-copies', Copies);
