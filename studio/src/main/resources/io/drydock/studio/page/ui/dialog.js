import { LitElement, css, html } from 'lit';
import { sheet } from './sheet.js';

/** A dialog over the page; Escape closes it. Fires 'closed'. */
class Dialog extends LitElement {
  static properties = { heading: { type: String }, open: { type: Boolean } };
  static styles = [sheet, css`
    dialog { max-width: min(720px, 94vw); max-height: 88vh; padding: 0; border: 1px solid var(--line); border-radius: 10px; background: var(--paper); color: var(--ink); box-shadow: 0 12px 48px #0006; }
    dialog::backdrop { background: #0008; }
    .head { display: flex; align-items: center; gap: 12px; padding: 12px 18px; border-bottom: 1px solid var(--line); position: sticky; top: 0; background: var(--paper); }
    h2 { flex: 1; font-size: 16px; }
    .content { padding: 16px 18px; }
    .foot { display: flex; justify-content: flex-end; gap: 8px; padding: 12px 18px; border-top: 1px solid var(--line); position: sticky; bottom: 0; background: var(--paper); }
  `];

  constructor() {
    super();
    this.heading = '';
    this.open = false;
  }

  updated() {
    const dialog = /** @type {HTMLDialogElement} */ (this.renderRoot.querySelector('dialog'));
    if (this.open && !dialog.open) dialog.showModal();
    if (!this.open && dialog.open) dialog.close();
  }

  render() {
    return html`<dialog aria-labelledby="heading" @close=${() => {
      this.open = false;
      this.dispatchEvent(new CustomEvent('closed'));
    }}>
      <div class="head"><h2 id="heading">${this.heading}</h2>
        <button class="plain" aria-label="Close" @click=${() => { this.open = false; }}>✕</button></div>
      <div class="content"><slot></slot></div>
      <div class="foot"><slot name="foot"></slot></div>
    </dialog>`;
  }
}
customElements.define('dd-dialog', Dialog);
