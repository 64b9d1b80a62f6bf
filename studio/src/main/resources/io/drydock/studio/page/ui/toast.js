import { LitElement, css, html } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { sheet } from './sheet.js';
import { shown } from './text.js';

const LIFE_MILLIS = { good: 3500, bad: 12000 };
const news = new EventTarget();
let number = 0;

/**
 * Says something at the foot of the page for a while; failures stay longer.
 * @param {string} text @param {'good'|'bad'} [tone] @param {{label: string, run: () => void}} [action]
 */
export function toast(text, tone = 'good', action) {
  news.dispatchEvent(new CustomEvent('toast', { detail: { number: ++number, text, tone, action } }));
}

/** Where toasts appear; one of them in the page. */
class Toasts extends LitElement {
  static properties = { list: { state: true } };
  static styles = [sheet, css`
    :host { position: fixed !important; left: 50%; bottom: 76px; transform: translateX(-50%); z-index: 30; display: grid; gap: 6px; justify-items: center; pointer-events: none; max-width: min(680px, 92vw); }
    .toast { display: flex; gap: 12px; align-items: center; padding: 8px 14px; border-radius: var(--radius); background: var(--ink); color: var(--paper); box-shadow: 0 4px 16px #0004; pointer-events: auto; overflow-wrap: anywhere; }
    .toast.bad { background: var(--bad-wash); color: var(--ink); border: 1px solid var(--bad); }
    button { min-height: 26px; padding: 1px 8px; }
  `];

  constructor() {
    super();
    /** @type {any[]} */ this.list = [];
    news.addEventListener('toast', (event) => this.#add(/** @type {CustomEvent} */ (event).detail));
  }

  #add(/** @type {any} */ one) {
    this.list = [...this.list.filter((other) => other.tone === 'bad'), one].slice(-3);
    setTimeout(() => this.#remove(one), LIFE_MILLIS[/** @type {'good'|'bad'} */ (one.tone)]);
  }

  #remove(/** @type {any} */ one) {
    this.list = this.list.filter((other) => other !== one);
  }

  render() {
    return html`<div role="status" aria-live="polite">${repeat(this.list, (one) => one.number, (one) => html`
      <div class="toast ${one.tone}"><span>${shown(one.text)}</span>${one.action
        ? html`<button @click=${() => { one.action.run(); this.#remove(one); }}>${one.action.label}</button>` : ''}
      </div>`)}</div>`;
  }
}
customElements.define('dd-toasts', Toasts);
