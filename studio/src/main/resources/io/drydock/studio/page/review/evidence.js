import { LitElement, css, html } from 'lit';
import { set } from '../state/set.js';
import { sheet } from '../ui/sheet.js';
import { number, percent, shown } from '../ui/text.js';
import '../ui/class-chip.js';
import './probabilities.js';
import './look-alikes.js';
import './history.js';
import './class-notes.js';
import './finding-facts.js';

/** What speaks about the picture in front, the most telling first. */
class Evidence extends LitElement {
  static properties = { item: { attribute: false }, details: { attribute: false }, run: { type: String }, notes: { type: Boolean } };
  static styles = [sheet, css`
    :host { display: block; padding: 12px 16px 20px; }
    section { padding: 10px 0; border-bottom: 1px solid var(--line); }
    section:last-child { border-bottom: 0; }
    section > h2 { margin-bottom: 6px; display: flex; align-items: baseline; gap: 8px; }
    section:first-of-type { padding-top: 0; }
    h2 .soft { font-weight: 400; }
    .advice { margin-top: 4px; }
    .also { margin-top: 6px; }
    .tag { display: inline-block; padding: 0 8px; border: 1px solid var(--line); border-radius: 10px; font-size: 12px; margin: 2px 4px 0 0; }
    dl { display: grid; grid-template-columns: auto 1fr; gap: 2px 14px; margin: 0; font-size: var(--small); }
    dt { color: var(--soft); } dd { margin: 0; overflow-wrap: anywhere; }
  `];

  constructor() {
    super();
    /** @type {any} */ this.item = undefined;
    /** @type {any} */ this.details = undefined;
    this.run = '';
    this.notes = false;
  }

  updated(/** @type {Map<string, any>} */ changed) {
    if (changed.has('item') && changed.get('item')?.id !== this.item?.id) this.scrollTop = 0;
  }

  render() {
    const { item, details } = this;
    const kind = set.kind(item.kind);
    const evidence = item.evidence ?? {};
    return html`
      <section><h2>${kind.title}<span class="soft small">rank ${item.rank} · score ${number(item.score, 3)}</span></h2>
        <p>${kind.meaning}</p><p class="soft small advice">${kind.advice}</p>
        ${item.kinds.length > 1 ? html`<div class="also">${item.kinds.filter((/** @type {string} */ other) => other !== item.kind)
          .map((/** @type {string} */ other) => html`<span class="tag">${set.kind(other).title}</span>`)}</div>` : ''}
      </section>
      ${details?.error ? html`<section role="alert"><p>${details.error}</p></section>` : ''}
      <dd-probabilities .item=${item} .details=${details} .run=${this.run}></dd-probabilities>
      <section><h2>Looks most like</h2><dd-look-alikes .item=${item} .near=${details?.near}></dd-look-alikes></section>
      <dd-copies .item=${item} .details=${details}></dd-copies>
      <section><h2>What the finding says</h2><dd-finding-facts .evidence=${evidence}></dd-finding-facts></section>
      <section><h2>Journal</h2><dd-history .details=${details}></dd-history></section>
      <section><dd-class-notes .codes=${[item.label, item.suggested].filter((code) => code != null)} .image=${item.id} .open=${this.notes}
        @notes=${() => this.dispatchEvent(new CustomEvent('notes'))}></dd-class-notes></section>
      <section><h2>Picture</h2>${this.#facts(details)}</section>`;
  }

  #facts(/** @type {any} */ details) {
    if (!details?.image?.image) return html`<p class="soft small">…</p>`;
    const { image, checks } = details;
    return html`<dl><dt>File</dt><dd><bdi>${shown(image.image)}</bdi></dd><dt>Size</dt><dd>${image.height}×${image.width}</dd>
      <dt>Imported as</dt><dd>${image.imported == null ? 'no label' : html`<dd-class .code=${image.imported}></dd-class>`}</dd>
      ${checks.brightness != null ? html`<dt>Brightness</dt><dd>${percent(checks.brightness)}</dd>` : ''}
      ${checks.sharpness != null ? html`<dt>Sharpness</dt><dd>${number(checks.sharpness, 1)}</dd>` : ''}
      ${checks.channel_spread != null ? html`<dt>Color</dt><dd>${checks.channel_spread === 0 ? 'none' : `spread ${number(checks.channel_spread, 0)} of 255`}</dd>` : ''}</dl>`;
  }
}
customElements.define('dd-evidence', Evidence);
