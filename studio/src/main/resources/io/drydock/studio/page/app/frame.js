import { LitElement, css, html, nothing } from 'lit';
import { held } from '../state/decisions.js';
import { live } from '../state/live.js';
import { set } from '../state/set.js';
import { route } from '../state/route.js';
import { theme } from '../state/theme.js';
import { isTyping, keymap } from '../state/keymap.js';
import { sheet } from '../ui/sheet.js';
import { counted, shown } from '../ui/text.js';
import { toast } from '../ui/toast.js';
import './help.js';
import '../review/review-page.js';
import '../grid/grid-page.js';
import '../duplicates/duplicates-page.js';

/** The places of the studio in their order: another page is one more line here and in `#page`. */
const PLACES = [
  { name: 'review', title: 'Review' },
  { name: 'grid', title: 'Grid' },
  { name: 'duplicates', title: 'Copies' },
];

/** The frame: where one can go, how the light is, whether the server is heard, and the page in the middle. */
class Frame extends LitElement {
  static properties = { state: { state: true }, message: { state: true }, help: { state: true }, connected: { state: true } };
  static styles = [sheet, css`
    :host { display: grid; grid-template-rows: auto minmax(0, 1fr); height: 100%; }
    header { display: flex; align-items: center; gap: 14px; padding: 0 14px; height: 46px; border-bottom: 1px solid var(--line); background: var(--raised); }
    .brand { display: flex; align-items: center; gap: 8px; font-weight: 700; min-width: 0; }
    .brand svg { flex: none; width: 22px; height: 22px; }
    .set { color: var(--soft); font-weight: 400; max-width: 22ch; }
    nav { display: flex; gap: 2px; height: 100%; }
    nav a { display: grid; place-content: center; padding: 0 14px; color: var(--soft); text-decoration: none; border-bottom: 3px solid transparent; border-top: 3px solid transparent; font-weight: 600; }
    nav a:hover { color: var(--ink); }
    nav a[aria-current] { color: var(--ink); border-bottom-color: var(--accent); }
    nav a:focus-visible { outline-offset: -3px; }
    .lost { display: inline-block; font-size: var(--small); line-height: 1.3; background: var(--bad-wash); color: var(--ink); border: 1px solid var(--bad); border-radius: var(--radius); padding: 2px 10px; }
    main { min-height: 0; display: grid; grid-template: minmax(0, 1fr) / minmax(0, 1fr); }
    dd-help, dd-toasts { position: absolute; }
    main > * { min-height: 0; min-width: 0; }
    @media (max-width: 720px) { .set, .brand b { display: none; } header { gap: 6px; } nav a { padding: 0 9px; } }
  `];

  constructor() {
    super();
    this.state = 'loading';
    this.message = '';
    this.help = false;
    this.connected = true;
  }

  connectedCallback() {
    super.connectedCallback();
    route.addEventListener('changed', () => this.requestUpdate());
    set.addEventListener('changed', () => this.requestUpdate());
    keymap.addEventListener('changed', () => this.requestUpdate());
    held.addEventListener('changed', () => this.requestUpdate());
    live.addEventListener('connection', () => {
      this.connected = live.connected;
      this.requestUpdate();
      if (live.connected && this.state === 'failed') this.#load();
    });
    live.addEventListener('trouble', (event) => toast(/** @type {CustomEvent} */ (event).detail.message, 'bad'));
    window.addEventListener('keydown', (event) => this.#key(event));
    this.#load();
  }

  async #load() {
    this.state = 'loading';
    try {
      await set.load();
      this.state = 'ready';
    } catch (e) {
      this.state = 'failed';
      this.message = /** @type {Error} */ (e).message;
    }
  }

  #key(/** @type {KeyboardEvent} */ event) {
    if (isTyping(event)) return;
    const action = keymap.action(event);
    if (action === 'help') this.help = !this.help;
    else if (action?.startsWith('to-')) route.go(action.slice(3));
    else return;
    event.preventDefault();
  }

  #follow(/** @type {MouseEvent} */ event, /** @type {string} */ place) {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    route.go(place);
  }

  render() {
    return html`
      <header>
        <div class="brand">
          <svg viewBox="0 0 32 32" aria-hidden="true"><rect width="32" height="32" rx="7" fill="#0072b2"/><path d="M5 18h22l-3 7H8zM9 16v-5h6v5zM17 16V7h3v9z" fill="#fff"/></svg>
          <b>Drydock</b><bdi class="set clip" title=${shown(set.workspace)}>${shown(set.workspace)}</bdi></div>
        <nav aria-label="Places">${PLACES.map((place) => html`
          <a href="/${place.name}" aria-current=${route.place === place.name ? 'page' : nothing}
            @click=${(/** @type {MouseEvent} */ e) => this.#follow(e, place.name)}>${place.title}</a>`)}
        </nav>
        <span class="grow"></span>
        <span role="status" aria-live="polite">${this.connected && !held.count ? '' : html`<span class="lost">${this.#lost()}</span>`}</span>
        <button class="plain" title="Light, dark, or as the system" @click=${() => { theme.next(); this.requestUpdate(); }}>
          <span aria-hidden="true">◐</span> ${{ system: 'Auto', light: 'Light', dark: 'Dark' }[theme.value]}<span class="unseen"> theme</span></button>
        <button class="plain" @click=${() => { this.help = true; }}>Keys <kbd>${keymap.key('help')}</kbd></button>
      </header>
      <main>${this.#page()}</main>
      <dd-toasts></dd-toasts>
      <dd-help .open=${this.help} @closed=${() => { this.help = false; }}></dd-help>`;
  }

  #lost() {
    const waiting = held.count ? ` ${counted(held.count, 'decision waits', 'decisions wait')} and will be saved then.` : '';
    return live.stranger ? `The studio has a new secret: open the address that it printed, in any tab of this browser.${waiting}`
      : `Connection lost, trying again …${waiting}`;
  }

  #page() {
    if (this.state === 'loading') return html`<div class="empty" role="status"><p>Reading the workspace …</p></div>`;
    if (this.state === 'failed') {
      return html`<div class="empty" role="alert"><h2>The studio cannot show this workspace</h2><p>${this.message}</p>
        <p><button class="primary" @click=${() => this.#load()}>Try again</button></p></div>`;
    }
    switch (route.place) {
      case 'grid': return html`<dd-grid-page></dd-grid-page>`;
      case 'duplicates': return html`<dd-duplicates-page></dd-duplicates-page>`;
      default: return html`<dd-review-page></dd-review-page>`;
    }
  }
}
customElements.define('dd-frame', Frame);
