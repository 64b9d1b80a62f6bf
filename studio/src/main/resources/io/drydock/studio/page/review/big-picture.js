import { LitElement, css, html } from 'lit';
import { picture } from '../state/api.js';
import { keymap } from '../state/keymap.js';
import { set } from '../state/set.js';
import { changedMark } from '../ui/changed-mark.js';
import { sheet } from '../ui/sheet.js';
import { source } from '../ui/source.js';
import { actionWord, joint, shown } from '../ui/text.js';
import '../ui/class-chip.js';

/** The picture in front, as large as there is room, with a heat map of what a run looked at. Fires 'heat'. */
class BigPicture extends LitElement {
  static properties = {
    item: { attribute: false }, details: { attribute: false }, heat: { type: Boolean }, run: { type: String },
    come: { state: true }, failed: { state: true }, trouble: { state: true }, heatFailed: { state: true },
  };
  static styles = [sheet, css`
    :host { display: grid; grid-template-rows: auto minmax(0, 1fr) auto; background: var(--sunken); }
    :host(:focus) { outline: none; }
    figure { margin: 0; padding: 12px 16px 4px; min-height: 0; position: relative; display: grid; }
    img { grid-area: 1 / 1; width: 100%; height: 100%; object-fit: contain; min-height: 0; min-width: 0; image-rendering: auto; }
    .top, .foot { padding: 8px 16px; display: flex; gap: 10px; align-items: center; min-width: 0; flex-wrap: wrap; }
    .top { padding-bottom: 0; font-size: 15px; }
    .arrow { color: var(--soft); }
    .local { display: inline-flex; gap: 6px; align-items: center; padding: 1px 10px; border-radius: 12px; background: var(--good-wash); border: 1px solid var(--good); font-size: var(--small); }
    .local.pending { background: var(--warn-wash); border-color: var(--warn); }
    .trouble { grid-area: 1 / 1; align-self: center; justify-self: center; background: var(--bad-wash); border: 1px solid var(--bad); border-radius: var(--radius); padding: 10px 16px; z-index: 1; }
    .coming { grid-area: 1 / 1; align-self: center; justify-self: center; visibility: hidden; animation: late 0s 400ms forwards; }
    @keyframes late { to { visibility: visible; } }
    .name { max-width: 46ch; }
  `];

  constructor() {
    super();
    /** @type {any} */ this.item = undefined;
    /** @type {any} */ this.details = undefined;
    this.heat = false;
    this.run = '';
    /** Address of the picture that has come. */
    this.come = '';
    this.failed = -1;
    this.trouble = '';
    this.heatFailed = '';
  }

  willUpdate(/** @type {Map<string, unknown>} */ changed) {
    if (changed.has('item') || changed.has('run')) this.heatFailed = '';
  }

  /** Says why a picture did not come. */
  async #explain(/** @type {string} */ address, /** @type {number} */ id, /** @type {boolean} */ over) {
    const answer = await fetch(address, { headers: { Accept: 'application/json' } }).then((response) => response.json())
      .catch((e) => ({ message: e instanceof SyntaxError ? 'This picture cannot be shown: the file is damaged.' : 'The studio does not answer.' }));
    if (id !== this.item?.id) return;
    if (over) this.heatFailed = answer.message;
    else {
      this.failed = id;
      this.trouble = answer.message;
    }
  }

  /** The class that a verdict names: a relabeled picture goes to it, a kept one stays as it. */
  #classOf(/** @type {any} */ verdict) {
    const word = joint(verdict.action);
    return word && verdict.to ? html` ${word} <dd-class .code=${verdict.to}></dd-class>` : '';
  }

  #verdict(/** @type {any} */ item) {
    if (item.local) {
      return html`<span class="local ${item.local.pending ? 'pending' : ''}">${item.local.pending ? 'saving: ' : ''}${actionWord(item.local.action)}${
        this.#classOf(item.local)}</span>`;
    }
    return item.verdict ? html`<span class="local">${actionWord(item.verdict.action)} by ${shown(item.verdict.by)}</span>` : '';
  }

  render() {
    const item = this.item;
    const seen = this.details?.image?.predicted ?? item.suggested ?? item.label;
    const over = !!(this.heat && this.run && seen && !this.heatFailed);
    const address = over ? picture(item, 'heat', { run: this.run, class: seen }) : picture(item, 'original');
    return html`
      <div class="top"><span class="soft small">labeled</span> <dd-class .code=${item.label}></dd-class>
        ${item.suggested ? html`<span class="arrow" aria-hidden="true">→</span><span class="soft small">looks like</span> <dd-class .code=${item.suggested}></dd-class>` : ''}
        <span class="grow"></span>${changedMark(item)}${this.#verdict(item)}</div>
      <figure>
        <img src=${source(address)} alt="${shown(item.image)}, labeled ${shown(set.className(item.label))}${over ? `, with what the run looked at for ${shown(set.className(seen))}` : ''}"
          @load=${() => { this.come = address; this.failed = -1; this.dispatchEvent(new CustomEvent('shown')); }}
          @error=${() => this.#explain(address, item.id, over)}>
        ${this.come !== address && this.failed !== item.id ? html`<p class="soft coming">Reading the picture …</p>` : ''}
        ${this.failed === item.id ? html`<p class="trouble" role="alert">${shown(this.trouble)}</p>` : ''}
      </figure>
      <div class="foot"><bdi class="clip name soft small" title=${shown(item.image)}>${shown(item.image)}</bdi>
        <span class="soft small">${item.part}${this.details?.image?.width ? ` · ${this.details.image.height}×${this.details.image.width}` : ''}</span>
        <span class="grow"></span>
        ${this.heatFailed ? html`<span class="small soft" role="status">${this.heatFailed}</span>` : ''}
        <button aria-pressed=${this.heat ? 'true' : 'false'} ?disabled=${!this.run} title=${this.run ? '' : 'A heat map needs a trained run.'}
          @click=${() => this.dispatchEvent(new CustomEvent('heat'))}><kbd>${keymap.key('heat').toUpperCase()}</kbd>Heat map</button></div>`;
  }
}
customElements.define('dd-big-picture', BigPicture);
