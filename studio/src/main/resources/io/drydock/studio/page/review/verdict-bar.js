import { LitElement, css, html } from 'lit';
import { set } from '../state/set.js';
import { keymap } from '../state/keymap.js';
import { sheet } from '../ui/sheet.js';
import '../ui/class-chip.js';

/** The answers, each with its key. Fires 'act' with the action's name. */
class VerdictBar extends LitElement {
  static properties = { item: { attribute: false }, first: { type: Boolean }, last: { type: Boolean }, bulk: { type: Boolean } };
  static styles = [sheet, css`
    :host { display: block; border-top: 1px solid var(--line); background: var(--raised); padding: 8px 14px; }
    .bar { display: flex; gap: 6px; flex-wrap: wrap; align-items: center; }
    button { max-width: 24ch; }
    .now { border-color: var(--strong-line); }
    .hint { border-color: var(--accent); background: var(--accent-wash); }
    .gap { flex: none; width: 10px; }
  `];

  constructor() {
    super();
    /** @type {any} */ this.item = undefined;
    this.first = false;
    this.last = false;
    this.bulk = false;
  }

  connectedCallback() {
    super.connectedCallback();
    keymap.addEventListener('changed', () => this.requestUpdate());
  }

  #act(/** @type {string} */ action) {
    this.dispatchEvent(new CustomEvent('act', { detail: action }));
  }

  #button(/** @type {string} */ action, /** @type {string} */ text, off = false) {
    return html`<button ?disabled=${off} @click=${() => this.#act(action)}><kbd>${keymap.key(action).toUpperCase()}</kbd>${text}</button>`;
  }

  render() {
    const off = !this.item;
    return html`<div class="bar" role="toolbar" aria-label="Answers">
      ${set.classes.map((label, place) => html`<button ?disabled=${off} class=${label.code === this.item?.suggested ? 'hint' : label.code === this.item?.label ? 'now' : ''}
        @click=${() => this.#act(`class-${place}`)}>${place < 9 ? html`<kbd>${place + 1}</kbd>` : ''}<dd-class .code=${label.code}></dd-class></button>`)}
      <span class="gap"></span>
      ${this.#button('keep', 'Keep', off)}
      ${this.#button('drop', 'Drop', off)}
      ${this.#button('unsure', 'Unsure', off)}
      <span class="grow"></span>
      ${this.#button('undo', 'Undo')}
      ${this.bulk ? '' : html`<button ?disabled=${this.first} aria-label="Previous picture" @click=${() => this.#act('previous')}>←</button>
        <button ?disabled=${this.last} aria-label="Next picture" @click=${() => this.#act('next')}>→</button>`}
    </div>`;
  }
}
customElements.define('dd-verdict-bar', VerdictBar);
