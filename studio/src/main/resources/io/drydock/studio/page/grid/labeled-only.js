import { LitElement, css, html } from 'lit';
import { sheet } from '../ui/sheet.js';
import { count, counted, shown } from '../ui/text.js';
import '../ui/dialog.js';

/** Offers a decision about the labeled ones among images of which some have no label. Fires 'confirmed' or 'refused'. */
class LabeledOnly extends LitElement {
  static properties = { mixed: { attribute: false }, verb: { type: String } };
  static styles = [sheet, css`
    p + p { margin-top: 8px; }
  `];

  constructor() {
    super();
    /** @type {{labeled: number[], without: number}|undefined} */ this.mixed = undefined;
    this.verb = '';
  }

  updated() {
    if (this.mixed) setTimeout(() => /** @type {HTMLElement | null} */ (this.renderRoot.querySelector('.primary'))?.focus());
  }

  #end(/** @type {string} */ how) {
    this.mixed = undefined;
    this.dispatchEvent(new CustomEvent(how));
  }

  render() {
    const mixed = this.mixed;
    const all = mixed ? mixed.labeled.length + mixed.without : 0;
    return html`<dd-dialog heading="Some of these images have no label" .open=${!!mixed} @closed=${() => { if (this.mixed) this.#end('refused'); }}>
      ${mixed ? html`<p>${count(mixed.without)} of the ${count(all)} selected images ${mixed.without === 1 ? 'is' : 'are'} to be predicted.
        ${mixed.without === 1 ? 'It has' : 'They have'} no label to change.</p>
        <p>Do you want to <b>${shown(this.verb)}</b> the other ${counted(mixed.labeled.length, 'image')}?</p>` : ''}
      <button slot="foot" @click=${() => this.#end('refused')}>Leave it</button>
      <button slot="foot" class="primary" @click=${() => this.#end('confirmed')}><kbd>Enter</kbd>Only the ${counted(mixed?.labeled.length ?? 0, 'labeled one')}</button>
    </dd-dialog>`;
  }
}
customElements.define('dd-labeled-only', LabeledOnly);
