import { LitElement, css, html } from 'lit';
import { get, picture } from '../state/api.js';
import { live } from '../state/live.js';
import { route } from '../state/route.js';
import { set } from '../state/set.js';
import { changedMark } from '../ui/changed-mark.js';
import { sheet } from '../ui/sheet.js';
import { source } from '../ui/source.js';
import { shown } from '../ui/text.js';
import '../ui/class-chip.js';
import '../review/probabilities.js';
import '../review/look-alikes.js';
import '../review/history.js';

/** Everything known of one picture of the grid. Fires 'closed'. */
class DetailPane extends LitElement {
  static properties = { image: { type: Number }, run: { type: String }, details: { state: true }, message: { state: true } };
  static styles = [sheet, css`
    :host { display: block; padding: 10px 14px 18px; background: var(--paper); }
    img { display: block; width: 100%; max-height: 300px; object-fit: contain; background: var(--sunken); border-radius: var(--radius); margin: 8px 0; }
    section { padding: 10px 0; margin-top: 8px; border-top: 1px solid var(--line); }
    h2 { margin-bottom: 6px; }
    .tag { display: inline-block; padding: 0 8px; border: 1px solid var(--line); border-radius: 10px; font-size: 12px; margin: 2px 4px 0 0; }
    bdi { overflow-wrap: anywhere; }
  `];

  constructor() {
    super();
    this.image = -1;
    this.run = '';
    /** @type {any} */ this.details = undefined;
    this.message = '';
    this.onLive = () => this.#read();
  }

  connectedCallback() {
    super.connectedCallback();
    live.addEventListener('changed', this.onLive);
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    live.removeEventListener('changed', this.onLive);
  }

  updated(/** @type {Map<string, unknown>} */ changed) {
    if (changed.has('image') || changed.has('run')) this.#read();
  }

  async #read() {
    const id = this.image;
    try {
      const [details, near] = await Promise.all([get(`/api/images/${id}`, { run: this.run }), get(`/api/images/${id}/neighbors`)]);
      if (id !== this.image) return;
      this.details = { ...details, near };
      this.message = '';
    } catch (e) {
      this.message = /** @type {Error} */ (e).message;
    }
  }

  render() {
    const details = this.details;
    const image = details?.image;
    return html`<div class="row"><h2 class="grow">Details</h2><button class="plain" aria-label="Close the details" @click=${() => this.dispatchEvent(new CustomEvent('closed'))}>✕</button></div>
      ${this.message ? html`<p role="alert">${this.message}</p>` : ''}
      ${image ? html`
        <img src=${source(picture(image, 'original'))} alt="${shown(image.image)}">
        ${image.changed ? html`<p>${changedMark(image)}</p><p class="small">${shown(image.changed.message)}</p>` : ''}
        <p><bdi>${shown(image.image)}</bdi></p><p class="soft small">${image.part} · ${image.height}×${image.width}</p>
        <p><dd-class .code=${image.label} ?struck=${image.dropped}></dd-class>${image.imported !== image.label ? html` <span class="soft small">imported as</span> <dd-class .code=${image.imported}></dd-class>` : ''}</p>
        ${image.kinds.length ? html`<p>${image.kinds.map((/** @type {string} */ kind) => html`<span class="tag">${set.kind(kind).title}</span>`)}
          <button @click=${() => route.go('review', { image: image.id, show: 'all' })}>Review it</button></p>` : ''}
        <dd-probabilities .item=${{ label: image.label, evidence: details.findings[0]?.evidence ?? {} }} .details=${details} .run=${this.run}></dd-probabilities>
        <section><h2>Looks most like</h2><dd-look-alikes .item=${image} .near=${details.near}></dd-look-alikes></section>
        <section><h2>Journal</h2><dd-history .details=${details}></dd-history></section>` : html`<p class="soft">…</p>`}`;
  }
}
customElements.define('dd-detail-pane', DetailPane);
