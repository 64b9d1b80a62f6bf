import { css, html } from 'lit';
import { Place } from '../app/place.js';
import { decide, redo, undo, words } from '../state/decisions.js';
import { isPressing, isTyping, keymap } from '../state/keymap.js';
import { route } from '../state/route.js';
import { set } from '../state/set.js';
import { sheet } from '../ui/sheet.js';
import { count, counted } from '../ui/text.js';
import { toast } from '../ui/toast.js';
import '../ui/guard-dialog.js';
import '../review/verdict-bar.js';
import { Rows } from './rows.js';
import { Selection } from './selection.js';
import './grid-view.js';
import './grid-filters.js';
import './detail-pane.js';
import './labeled-only.js';

const FILTER = ['label', 'predicted', 'part', 'verdict', 'kind', 'dropped', 'text', 'gray', 'sort', 'order', 'run'];
const ZOOMS = [96, 128, 160, 220, 300];

/** Grid: all images at a glance, many decided about at once. */
class GridPage extends Place {
  static properties = { zoom: { state: true }, opened: { state: true }, effect: { state: true }, verb: { state: true }, mixed: { state: true } };
  static styles = [sheet, css`
    :host { display: grid; grid-template-rows: auto minmax(0, 1fr) auto; height: 100%; }
    .desk { display: grid; grid-template-columns: minmax(0, 1fr); min-height: 0; }
    .desk.open { grid-template-columns: minmax(0, 1fr) 360px; }
    .desk > * { min-height: 0; min-width: 0; }
    dd-detail-pane { border-left: 1px solid var(--line); overflow-y: auto; }
    .bulk { display: grid; grid-template-columns: auto minmax(0, 1fr); align-items: center; border-top: 1px solid var(--line); background: var(--raised); }
    .bulk dd-verdict-bar { border: 0; }
    .chosen { padding: 0 0 0 14px; min-width: 15ch; }
    @media (max-width: 860px) { .desk.open { grid-template-columns: 1fr; grid-template-rows: minmax(0, 1fr) 45%; } dd-detail-pane { border-left: 0; border-top: 1px solid var(--line); } }
  `];

  constructor() {
    super();
    this.rows = new Rows();
    this.selection = new Selection();
    this.zoom = Number(localStorage.getItem('drydock-zoom')) || 160;
    this.opened = -1;
    /** @type {any} */ this.effect = undefined;
    this.verb = '';
    /** @type {any} */ this.asked = undefined;
    this.query = '';
    /** Whether the keys are to be at the pictures that are on their way. */
    this.wanted = false;
    /** What was asked about images of which some have no label. @type {{action: string, to?: string, labeled: number[], without: number}|undefined} */
    this.mixed = undefined;
    this.onRoute = () => this.#open();
    this.onLive = () => this.rows.refresh();
    this.onKey = (/** @type {KeyboardEvent} */ event) => this.#key(event);
    this.rows.addEventListener('changed', () => this.requestUpdate());
    this.selection.addEventListener('changed', () => this.requestUpdate());
  }

  entered() {
    this.#open();
  }

  get view() {
    return /** @type {any} */ (this.renderRoot.querySelector('dd-grid-view'));
  }

  firstUpdated() {
    this.view.show(this.rows, this.selection);
  }

  #open() {
    if (route.place !== 'grid') return;
    const query = Object.fromEntries(FILTER.map((name) => [name, route.params[name]]));
    if (query.predicted || query.sort === 'loss' || query.sort === 'probability') query.run ??= set.runs[set.runs.length - 1];
    const text = JSON.stringify(query);
    if (text === this.query) return;
    const first = this.query === '';
    this.query = text;
    this.rows.open(query).then(async () => {
      if (!first && this.view) this.view.top();
      if (!this.wanted) return;
      this.wanted = false;
      await this.updateComplete;
      if (this.view && this.rows.ids.length) this.view.take();
    });
  }

  /** From a filter back to where the keys act: now, and once more when other images have come. */
  #toPictures() {
    this.wanted = true;
    if (this.rows.ids.length) this.view.take();
    else /** @type {any} */ (this.renderRoot).activeElement?.shadowRoot?.activeElement?.blur();
  }

  #key(/** @type {KeyboardEvent} */ event) {
    if (isTyping(event)) return;
    if (event.key === 'Escape') {
      if (this.opened >= 0) { this.opened = -1; this.view.go(this.view.focused); } else this.selection.none();
      return;
    }
    if (isPressing(event)) return;
    const action = keymap.action(event);
    if (action && this.#do(action)) event.preventDefault();
  }

  /** @returns {boolean} whether the action is one of this page's */
  #do(/** @type {string} */ action) {
    if (action.startsWith('class-')) {
      const label = set.classes[Number(action.slice(6))];
      if (label) this.#decide('relabel', label.code);
      return true;
    }
    switch (action) {
      case 'keep': case 'drop': case 'unsure': this.#decide(action); return true;
      case 'undo': undo(); return true;
      case 'redo': redo(); return true;
      case 'zoom-in': this.#zoom(1); return true;
      case 'zoom-out': this.#zoom(-1); return true;
      default: return false;
    }
  }

  #zoom(/** @type {number} */ by) {
    const at = ZOOMS.findIndex((zoom) => zoom >= this.zoom);
    this.zoom = ZOOMS[Math.max(0, Math.min(ZOOMS.length - 1, at + by))];
    localStorage.setItem('drydock-zoom', String(this.zoom));
  }

  /** Takes a decision about what is selected. An image to be predicted has no label to change, so the others are offered. */
  #decide(/** @type {string} */ action, /** @type {string|undefined} */ to = undefined) {
    const images = this.selection.size ? [...this.selection.ids] : this.opened >= 0 ? [this.opened] : [];
    const labeled = images.filter((id) => !this.rows.toPredict.has(id));
    if (!images.length) toast('Select images first: click, drag, or Space on the one in focus.');
    else if (labeled.length === images.length || action === 'keep' || action === 'unsure') this.#send(action, to, images);
    else if (labeled.length) this.mixed = { action, to, labeled, without: images.length - labeled.length };
    else toast(`Cannot ${words(action, to)}: ${images.length === 1 ? 'this image is' : 'these images are'} to be predicted and have no label.`, 'bad');
  }

  async #send(/** @type {string} */ action, /** @type {string|undefined} */ to, /** @type {number[]} */ images, yes = false) {
    const change = action === 'relabel' ? { label: to } : action === 'drop' ? { dropped: true } : {};
    const back = this.rows.assume(images, change);
    try {
      const answer = await decide({ action, to, images, yes });
      if (!answer.done) {
        back();
        this.asked = { action, to, images };
        this.verb = words(action, to);
        this.effect = answer.effect;
        return;
      }
      toast(`${counted(images.length, 'image')}: ${words(action, to)}${answer.entries < images.length ? `, ${count(answer.entries)} of them anew` : ''}`,
        'good', { label: 'Undo', run: () => { undo(); } });
      this.selection.none();
      this.rows.refresh();
    } catch (e) {
      back();
      toast(`Not saved: ${words(action, to)}. ${/** @type {Error} */ (e).message}`, 'bad');
      this.rows.refresh();
    }
  }

  render() {
    const { rows, selection } = this;
    const hidden = selection.size ? [...selection.ids].filter((id) => rows.place(id) < 0).length : 0;
    return html`<h1 class="unseen">Grid</h1>
      <dd-grid-filters .matching=${rows.ids.length} .total=${rows.total} .zoom=${this.zoom} @done=${this.#toPictures}
        @zoom=${(/** @type {CustomEvent} */ e) => this.#zoom(e.detail)}></dd-grid-filters>
      <div class="desk ${this.opened >= 0 ? 'open' : ''}">
        ${rows.state === 'ready' && rows.ids.length ? '' : this.#empty()}
        <dd-grid-view ?hidden=${rows.state !== 'ready' || !rows.ids.length} .zoom=${this.zoom}
          @open=${(/** @type {CustomEvent} */ e) => { this.opened = e.detail; }}
          @moved=${(/** @type {CustomEvent} */ e) => { if (this.opened >= 0) this.opened = e.detail; }}></dd-grid-view>
        ${this.opened >= 0 ? html`<dd-detail-pane tabindex="0" role="region" aria-label="Details" .image=${this.opened} .run=${route.params.run ?? set.runs[set.runs.length - 1] ?? ''}
          @closed=${() => { this.opened = -1; }}></dd-detail-pane>` : ''}
      </div>
      <div class="bulk"><span class="chosen small" role="status">${selection.size
          ? html`<b>${count(selection.size)} selected</b>${hidden ? html`<br><span class="soft">${count(hidden)} not shown</span>` : ''}`
          : html`<span class="soft">Nothing selected</span>`}</span>
        <dd-verdict-bar bulk .item=${selection.size || this.opened >= 0 ? {} : undefined} @act=${(/** @type {CustomEvent} */ e) => this.#do(e.detail)}></dd-verdict-bar></div>
      <dd-guard .effect=${this.effect} .verb=${this.verb} @confirmed=${() => { this.effect = undefined; this.#send(this.asked.action, this.asked.to, this.asked.images, true); }}
        @refused=${() => { this.effect = undefined; }}></dd-guard>
      <dd-labeled-only .mixed=${this.mixed} .verb=${this.mixed ? words(this.mixed.action, this.mixed.to) : ''}
        @confirmed=${() => { const { action, to, labeled } = /** @type {any} */ (this.mixed); this.mixed = undefined; this.#send(action, to, labeled); }}
        @refused=${() => { this.mixed = undefined; }}></dd-labeled-only>`;
  }

  #empty() {
    if (this.rows.state === 'loading') return html`<div class="empty" role="status"><p>Reading the images …</p></div>`;
    if (this.rows.state === 'failed') {
      return html`<div class="empty" role="alert"><h2>The images cannot be shown</h2><p>${this.rows.message}</p>
        <button class="primary" @click=${() => route.go('grid')}>Show all images</button></div>`;
    }
    return html`<div class="empty"><h2>No image passes this filter</h2><button class="primary" @click=${() => route.go('grid')}>Show all images</button></div>`;
  }
}
customElements.define('dd-grid-page', GridPage);
