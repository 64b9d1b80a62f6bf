import { LitElement, css, html } from 'lit';
import { ACTIONS, FIXED, keymap } from '../state/keymap.js';
import { sheet } from '../ui/sheet.js';
import '../ui/dialog.js';

const PLACES = ['Everywhere', 'Review', 'Grid', 'Copies'];

/** All keys, and other keys for those who want them. */
class Help extends LitElement {
  static properties = { open: { type: Boolean }, asking: { state: true }, refusal: { state: true } };
  static styles = [sheet, css`
    .places { display: grid; grid-template-columns: 1fr 1fr; gap: 18px 32px; }
    h3 { margin-bottom: 6px; }
    ul { list-style: none; margin: 0; padding: 0; display: grid; gap: 3px; }
    li { display: flex; gap: 10px; align-items: center; justify-content: space-between; min-height: 28px; }
    .key { min-height: 26px; padding: 1px 6px; }
    .refusal { color: var(--bad); min-height: 1.5em; margin-top: 10px; }
    @media (max-width: 640px) { .places { grid-template-columns: 1fr; } }
  `];

  constructor() {
    super();
    this.open = false;
    this.asking = '';
    this.refusal = '';
  }

  #press(/** @type {KeyboardEvent} */ event) {
    if (!this.asking || ['Shift', 'Control', 'Alt', 'Meta', 'Tab'].includes(event.key)) return;
    event.preventDefault();
    event.stopPropagation();
    const key = event.key.length === 1 ? event.key.toLowerCase() : event.key;
    if (key !== 'Escape') {
      this.refusal = keymap.refusal(this.asking, key);
      if (this.refusal) return;
      keymap.remap(this.asking, key);
    }
    this.asking = '';
    this.refusal = '';
  }

  render() {
    return html`<dd-dialog heading="Keys" .open=${this.open} @keydown=${this.#press}
        @closed=${() => { this.asking = ''; this.dispatchEvent(new CustomEvent('closed')); }}>
      <div class="places">${PLACES.map((place) => html`<section><h3>${place}</h3><ul>
        ${FIXED.filter((line) => line.places === place).map((line) => html`
          <li><span>${line.text}</span><span>${line.keys.map((key) => (key === '+' ? '+' : html`<kbd>${key}</kbd> `))}</span></li>`)}
        ${ACTIONS.filter((action) => action.places === place).map((action) => html`
          <li><span>${action.text}</span><button class="key" aria-label="Key for: ${action.text}. Now ${keymap.key(action.name)}. Press to choose another."
            @click=${() => { this.asking = action.name; this.refusal = ''; }}>${this.asking === action.name
              ? html`<em>press a key</em>` : html`<kbd>${keymap.key(action.name).length === 1 ? keymap.key(action.name).toUpperCase() : keymap.key(action.name)}</kbd>`}</button></li>`)}
      </ul></section>`)}</div>
      <p class="refusal" role="alert">${this.refusal}</p>
      <p class="soft small">Press a key's button to choose another. Your choice is kept in this browser.</p>
      <button slot="foot" @click=${() => { keymap.reset(); this.requestUpdate(); }}>Back to the usual keys</button>
      <button slot="foot" class="primary" @click=${() => { this.open = false; }}>Done</button>
    </dd-dialog>`;
  }
}
customElements.define('dd-help', Help);
