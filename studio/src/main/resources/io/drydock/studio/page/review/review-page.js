import { css, html } from 'lit';
import { Place } from '../app/place.js';
import { route } from '../state/route.js';
import { set } from '../state/set.js';
import { isPressing, isTyping, keymap } from '../state/keymap.js';
import { atMost } from '../ui/pace.js';
import { sheet } from '../ui/sheet.js';
import { counted, shown } from '../ui/text.js';
import { Queue, drawn } from './queue.js';
import './filter-bar.js';
import './big-picture.js';
import './evidence.js';
import './verdict-bar.js';

/** Milliseconds between two readings of the queue while decisions come in. */
const REFRESH = 700;
const FILTER = ['kind', 'label', 'suggested', 'part', 'check', 'show'];

/** Review: one picture after the other, its evidence beside it, a key for each answer. */
class ReviewPage extends Place {
  static properties = { beside: { state: true }, heat: { state: true }, notes: { state: true } };
  static styles = [sheet, css`
    :host { display: grid; grid-template-rows: auto minmax(0, 1fr) auto; height: 100%; }
    .desk { display: grid; grid-template-columns: minmax(0, 1fr) minmax(340px, 30%); min-height: 0; }
    .desk > * { min-height: 0; min-width: 0; }
    dd-evidence { border-left: 1px solid var(--line); overflow-y: auto; }
    dd-evidence.behind { opacity: .3; pointer-events: none; }
    @media (max-width: 860px) {
      .desk { grid-template-columns: 1fr; grid-template-rows: minmax(220px, 45%) minmax(0, 1fr); }
      dd-evidence { border-left: 0; border-top: 1px solid var(--line); }
    }
  `];

  constructor() {
    super();
    this.queue = new Queue();
    /** Whose evidence is drawn: for a moment that of the picture before, so that the one in front comes first. @type {{item: any, details: any}|undefined} */
    this.beside = undefined;
    this.heat = false;
    this.notes = false;
    this.opened = '';
    this.onRoute = () => this.#open();
    this.onLive = atMost(REFRESH, () => this.queue.refresh());
    this.onKey = (/** @type {KeyboardEvent} */ event) => this.#key(event);
    this.queue.addEventListener('changed', () => this.#changed());
  }

  entered() {
    this.#open();
  }

  left() {
    this.queue.rest();
  }

  get run() {
    return route.params.run ?? set.runs[set.runs.length - 1] ?? '';
  }

  #open() {
    if (route.place !== 'review') return;
    const filter = Object.fromEntries(FILTER.map((name) => [name, route.params[name]]));
    const opened = JSON.stringify([filter, this.run]);
    if (opened === this.opened) return;
    this.opened = opened;
    this.queue.open(filter, this.run, Number(route.params.image) || undefined);
  }

  /** From a filter back to where the keys act. */
  #toPicture() {
    const picture = /** @type {HTMLElement | null} */ (this.renderRoot.querySelector('dd-big-picture'));
    if (picture) picture.focus({ preventScroll: true });
    else /** @type {any} */ (this.renderRoot).activeElement?.shadowRoot?.activeElement?.blur();
  }

  #changed() {
    const item = this.queue.current;
    if (item) {
      if (String(item.id) !== route.params.image && route.place === 'review') route.note({ image: item.id });
      this.beside ??= { item, details: undefined };
      this.#read(item);
    }
    this.requestUpdate();
  }

  async #read(/** @type {any} */ item) {
    const { id } = item;
    try {
      await drawn();
      if (this.queue.current?.id !== id) return;
      this.beside = { item, details: this.#known(item) };
      const details = await this.queue.details(id);
      if (this.queue.current?.id !== id) return;
      this.beside = { item, details };
      if (!details.near.ready && details.near.message.includes('...')) {
        setTimeout(() => {
          this.queue.forget(id);
          if (this.queue.current?.id === id && this.isConnected) this.#read(item);
        }, 1500);
      }
    } catch (e) {
      if (this.queue.current?.id === id) this.beside = { item, details: { error: /** @type {Error} */ (e).message } };
    }
  }

  /** @returns {any} what was read about an image, while it is the one in front */
  #known(/** @type {any} */ item) {
    return this.beside?.item.id === item.id ? this.beside?.details : undefined;
  }

  #key(/** @type {KeyboardEvent} */ event) {
    if (isTyping(event) || isPressing(event)) return;
    const action = { ArrowRight: 'next', ArrowLeft: 'previous' }[event.key] ?? keymap.action(event);
    if (action && this.#do(action)) event.preventDefault();
  }

  /** @returns {boolean} whether the action is one of this page's */
  #do(/** @type {string} */ action) {
    if (action.startsWith('class-')) {
      const label = set.classes[Number(action.slice(6))];
      if (label) this.queue.decide('relabel', label.code);
      return true;
    }
    switch (action) {
      case 'keep': case 'drop': case 'unsure': this.queue.decide(action); return true;
      case 'undo': this.queue.reverse(true); return true;
      case 'redo': this.queue.reverse(false); return true;
      case 'next': this.queue.move(1); return true;
      case 'previous': this.queue.move(-1); return true;
      case 'heat': this.heat = !this.heat; return true;
      case 'notes': this.notes = !this.notes; return true;
      default: return false;
    }
  }

  render() {
    const item = this.queue.current;
    return html`<h1 class="unseen">Review</h1>
      <dd-filter-bar .state=${this.queue.state} .run=${this.run} @done=${this.#toPicture}></dd-filter-bar>
      ${item ? html`<div class="desk">
          <dd-big-picture tabindex="-1" .item=${item} .details=${this.#known(item)} .heat=${this.heat} .run=${this.run}
            @heat=${() => { this.heat = !this.heat; }}></dd-big-picture>
          <dd-evidence tabindex="0" role="region" aria-label="Evidence" class=${this.beside?.item.id === item.id ? '' : 'behind'}
            .item=${this.beside?.item} .details=${this.beside?.details} .run=${this.run} .notes=${this.notes}
            @notes=${() => { this.notes = !this.notes; }}></dd-evidence></div>`
        : this.#empty()}
      <dd-verdict-bar .item=${item} .first=${this.queue.index === 0} .last=${!item}
        @act=${(/** @type {CustomEvent} */ event) => this.#do(event.detail)}></dd-verdict-bar>
      <div class="unseen" role="status" aria-live="polite">${item
        ? `${shown(item.image)}, labeled ${shown(set.className(item.label))}${item.suggested ? `, looks like ${shown(set.className(item.suggested))}` : ''}` : ''}</div>`;
  }

  #empty() {
    const queue = this.queue;
    if (queue.loading) return html`<div class="empty" role="status"><p>Reading the queue …</p></div>`;
    if (queue.error) {
      return html`<div class="empty" role="alert"><h2>The queue cannot be shown</h2><p>${queue.error}</p>
        <button class="primary" @click=${() => { this.opened = ''; this.#open(); }}>Try again</button></div>`;
    }
    const filtered = FILTER.some((name) => route.params[name]);
    const looked = queue.items.length > 0;
    return html`<div class="empty"><h2>${looked || queue.state?.seen ? 'Nothing left to look at here' : 'Nothing was found yet'}</h2>
      ${looked ? html`<p>You went through ${counted(queue.items.length, 'picture')}. <kbd>←</kbd> goes back.</p>` : ''}
      ${filtered ? html`<p><button class="primary" @click=${() => route.go('review')}>Show everything that is open</button></p>`
        : html`<p>Run <code>drydock audit</code> to look for label issues, copies and odd pictures. This page shows them as they come.</p>`}
      <p><button @click=${() => route.go('grid')}>Look at all images in the grid</button></p></div>`;
  }
}
customElements.define('dd-review-page', ReviewPage);
