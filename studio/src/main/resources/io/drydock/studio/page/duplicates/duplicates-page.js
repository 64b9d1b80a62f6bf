import { css, html } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { Place } from '../app/place.js';
import { picture } from '../state/api.js';
import { decide, redo, undo, words } from '../state/decisions.js';
import { isPressing, isTyping, keymap } from '../state/keymap.js';
import { route } from '../state/route.js';
import { set } from '../state/set.js';
import { changedMark } from '../ui/changed-mark.js';
import { keysBack } from '../ui/keys-back.js';
import { sheet } from '../ui/sheet.js';
import { source } from '../ui/source.js';
import { count, counted, shown } from '../ui/text.js';
import { toast } from '../ui/toast.js';
import '../ui/class-chip.js';
import { Groups } from './groups.js';
import './group-view.js';

/** Copies: groups of pictures that show the same, with one key to accept what is recommended. */
class DuplicatesPage extends Place {
  static properties = { place: { state: true }, difference: { state: true } };
  static styles = [sheet, css`
    :host { display: grid; grid-template-rows: auto minmax(0, 1fr) auto; height: 100%; }
    .filters { border-bottom: 1px solid var(--line); padding: 7px 14px; gap: 6px 10px; }
    label { display: inline-flex; align-items: center; gap: 5px; font-size: var(--small); color: var(--soft); }
    select { color: var(--ink); min-height: 30px; padding: 2px 6px; }
    .filters .changed { max-width: 62ch; }
    .desk { display: grid; grid-template-columns: 250px minmax(0, 1fr); min-height: 0; }
    .desk > * { min-height: 0; min-width: 0; }
    ul { list-style: none; margin: 0; padding: 6px; overflow-y: auto; border-right: 1px solid var(--line); }
    li { content-visibility: auto; contain-intrinsic-size: auto 62px; }
    li button { width: 100%; border-color: transparent; background: none; justify-content: flex-start; gap: 8px; padding: 5px; text-align: left; }
    li button[aria-current="true"] { background: var(--accent-wash); border-color: var(--accent); }
    li img { width: 50px; height: 38px; object-fit: cover; border-radius: 3px; background: var(--sunken); flex: none; }
    li .words { min-width: 0; flex: 1; }
    .relation { font-weight: 600; }
    .bar { border-top: 1px solid var(--line); background: var(--raised); padding: 8px 14px; display: flex; gap: 6px; flex-wrap: wrap; align-items: center; }
    .bar button { max-width: 30ch; }
    @media (max-width: 860px) { .desk { grid-template-columns: 1fr; grid-template-rows: 150px minmax(0, 1fr); } ul { border-right: 0; border-bottom: 1px solid var(--line); } }
  `];

  constructor() {
    super();
    this.groups = new Groups();
    this.place = 0;
    this.difference = false;
    this.wanted = Number(route.params.image) || 0;
    this.groups.addEventListener('changed', () => this.#changed());
    this.onLive = () => this.groups.load();
    this.onRoute = () => this.requestUpdate();
    this.onKey = (/** @type {KeyboardEvent} */ event) => this.#key(event);
  }

  entered() {
    this.groups.load();
  }

  firstUpdated() {
    keysBack(this, this.renderRoot);
    this.addEventListener('done', async () => {
      await this.updateComplete;
      /** @type {HTMLElement | null} */ (this.renderRoot.querySelector('li button[aria-current="true"]'))?.focus();
    });
  }

  left() {
    this.groups.rest();
  }

  get shown() {
    const { relation, copy, show } = route.params;
    return this.groups.all.filter((group) => (!relation || group.relation === relation) && (!copy || group.kind === copy)
      && (show === 'all' || !group.settled));
  }

  #changed() {
    if (this.wanted && this.groups.all.length) {
      const place = this.shown.findIndex((group) => group.images.some((image) => image.id === this.wanted));
      if (place >= 0) this.place = place;
      this.wanted = 0;
    }
    this.place = Math.max(0, Math.min(this.place, this.shown.length - 1));
    this.requestUpdate();
  }

  #key(/** @type {KeyboardEvent} */ event) {
    if (isTyping(event) || (isPressing(event) && event.key !== 'Enter')) return;
    if (event.key === 'Enter' && isPressing(event) && !this.#inList(event)) return;
    const action = { ArrowDown: 'next', ArrowUp: 'previous', ArrowRight: 'right', ArrowLeft: 'left' }[event.key] ?? keymap.action(event);
    if (action && this.#do(action)) event.preventDefault();
  }

  #inList(/** @type {KeyboardEvent} */ event) {
    return event.composedPath().some((node) => node instanceof HTMLElement && node.tagName === 'LI');
  }

  /** @returns {boolean} whether the action is one of this page's */
  #do(/** @type {string} */ action) {
    const group = this.shown[this.place];
    if (action === 'undo') { undo(); return true; }
    if (action === 'redo') { redo(); return true; }
    if (action === 'difference') { this.difference = !this.difference; return true; }
    if (!group) return false;
    if (action.startsWith('class-')) {
      const label = set.classes[Number(action.slice(6))];
      if (label) this.#relabel(group, label.code);
      return true;
    }
    switch (action) {
      case 'accept': this.#accept(group); return true;
      case 'keep': this.#keepAll(group); return true;
      case 'next': this.#go(1); return true;
      case 'previous': this.#go(-1); return true;
      case 'right': this.#choose(group, 1); return true;
      case 'left': this.#choose(group, -1); return true;
      default: return false;
    }
  }

  #go(/** @type {number} */ by) {
    this.place = Math.max(0, Math.min(this.shown.length - 1, this.place + by));
    this.updateComplete.then(() => this.renderRoot.querySelector('[aria-current="true"]')?.scrollIntoView({ block: 'nearest' }));
  }

  #choose(/** @type {any} */ group, /** @type {number} */ by) {
    const at = group.images.findIndex((/** @type {any} */ image) => image.id === group.keep);
    const next = group.images[(at + by + group.images.length) % group.images.length];
    this.groups.choose(group, next.id);
  }

  async #accept(/** @type {any} */ group) {
    const images = group.images.filter((/** @type {any} */ image) => image.id !== group.keep && image.label != null).map((/** @type {any} */ image) => image.id);
    if (!images.length) {
      toast('All other copies are images to be predicted, which stay. Keep one of those instead, and the labeled copy is dropped.', 'bad');
      return;
    }
    await this.#send(group, { action: 'duplicate_of', images, stays: [group.keep], yes: true }, `${counted(images.length, 'copy', 'copies')} dropped`);
  }

  async #keepAll(/** @type {any} */ group) {
    const images = group.images.filter((/** @type {any} */ image) => image.label != null).map((/** @type {any} */ image) => image.id);
    await this.#send(group, { action: 'keep', images, yes: true }, 'All copies kept');
  }

  async #relabel(/** @type {any} */ group, /** @type {string} */ to) {
    const images = group.images.filter((/** @type {any} */ image) => image.label != null).map((/** @type {any} */ image) => image.id);
    try {
      await decide({ action: 'relabel', images, to, yes: true, settles: true });
      await this.groups.load();
    } catch (e) {
      toast(`Not saved: ${words('relabel', to)}. ${/** @type {Error} */ (e).message}`, 'bad');
    }
  }

  async #send(/** @type {any} */ group, /** @type {any} */ decision, /** @type {string} */ text) {
    const back = this.groups.without(group);
    try {
      await decide(decision);
      toast(text, 'good', { label: 'Undo', run: () => { undo(); } });
      await this.groups.load();
    } catch (e) {
      back();
      toast(`Not saved: ${text}. ${/** @type {Error} */ (e).message}`, 'bad');
      this.groups.load();
    }
  }

  #select(/** @type {string} */ name, /** @type {string} */ title, /** @type {string[][]} */ options) {
    const chosen = route.params[name] ?? '';
    return html`<label>${title}<select @change=${(/** @type {any} */ e) => { this.place = 0; route.change({ [name]: e.target.value }); }}>
      ${options.map(([value, text]) => html`<option value=${value} ?selected=${value === chosen}>${text}</option>`)}</select></label>`;
  }

  render() {
    const shownGroups = this.shown;
    const group = shownGroups[this.place];
    return html`<h1 class="unseen">Copies</h1>
      <div class="filters row" role="search" aria-label="Filter">
        ${this.#select('relation', 'What they do', [['', 'anything'], ['conflict', 'conflict'], ['leak', 'leak'], ['harmless', 'harmless']])}
        ${this.#select('copy', 'Copies', [['', 'of any kind'], ['file', 'same file'], ['pixels', 'same pixels'], ['near', 'near']])}
        ${this.#select('show', 'Show', [['', 'open'], ['all', 'all']])}
        <span class="grow"></span>${this.groups.state === 'ready' && this.groups.message ? html`<span class="changed" title=${shown(this.groups.message)}>${shown(this.groups.message.split('. ')[0])}</span>` : ''}
        <span class="small" role="status"><b>${counted(shownGroups.length, 'group')}</b> <span class="soft">of ${count(this.groups.all.length)}</span></span></div>
      ${group ? html`<div class="desk">
        <ul aria-label="Groups">${repeat(shownGroups, (one) => one.key, (one, place) => this.#entry(one, place))}</ul>
        <dd-group-view .group=${group} .difference=${this.difference} @choose=${(/** @type {CustomEvent} */ e) => this.groups.choose(group, e.detail)}></dd-group-view></div>`
        : this.#empty()}
      <div class="bar" role="toolbar" aria-label="Answers">
        <button class="primary" ?disabled=${!group} @click=${() => this.#do('accept')}><kbd>${keymap.key('accept')}</kbd>Keep one, drop the rest</button>
        <button ?disabled=${!group} @click=${() => this.#do('keep')}><kbd>${keymap.key('keep').toUpperCase()}</kbd>Keep all</button>
        ${set.classes.slice(0, 9).map((label, place) => html`<button ?disabled=${!group} @click=${() => this.#do(`class-${place}`)}><kbd>${place + 1}</kbd><dd-class .code=${label.code}></dd-class></button>`)}
        <span class="grow"></span>
        <button aria-pressed=${this.difference ? 'true' : 'false'} @click=${() => this.#do('difference')}><kbd>${keymap.key('difference').toUpperCase()}</kbd>Difference</button>
        <button @click=${() => this.#do('undo')}><kbd>${keymap.key('undo').toUpperCase()}</kbd>Undo</button></div>`;
  }

  #entry(/** @type {any} */ group, /** @type {number} */ place) {
    const first = group.images[0];
    return html`<li><button aria-current=${place === this.place ? 'true' : 'false'} @click=${() => { this.place = place; }}>
      <img src=${source(picture(first, 'small', { side: 96 }))} alt="" loading="lazy">
      <span class="words"><span class="relation">${group.relation}</span> <span class="soft small">${count(group.images.length)} · ${group.kind}</span><br>
        <bdi class="soft small clip">${shown(first.image)}</bdi>
        ${changedMark(group.images.find((/** @type {any} */ image) => image.changed))}</span></button></li>`;
  }

  #empty() {
    if (this.groups.state === 'loading') return html`<div class="empty" role="status"><h2>Looking for copies</h2><p>${this.groups.message}</p></div>`;
    if (this.groups.state === 'failed') {
      return html`<div class="empty" role="alert"><h2>The copies cannot be shown</h2><p>${this.groups.message}</p>
        <button class="primary" @click=${() => { this.groups.state = 'loading'; this.groups.load(); }}>Try again</button></div>`;
    }
    const filtered = route.params.relation || route.params.copy;
    return html`<div class="empty"><h2>${this.groups.all.length ? 'Nothing left to look at here' : 'No image has a copy'}</h2>
      ${filtered || this.groups.all.length ? html`<button class="primary" @click=${() => route.go('duplicates', { show: 'all' })}>Show all groups</button>` : ''}</div>`;
  }
}
customElements.define('dd-duplicates-page', DuplicatesPage);
