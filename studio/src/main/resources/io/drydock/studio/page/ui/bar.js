import { LitElement, css, html } from 'lit';

/** A share in 0..1 as a thin bar; the number stands beside it, so it is hidden from readers. */
class Bar extends LitElement {
  static properties = { share: { type: Number }, tone: { type: String } };
  static styles = css`
    :host { display: block; height: 8px; border-radius: 4px; background: var(--sunken); overflow: hidden; }
    i { display: block; height: 100%; border-radius: 4px; background: var(--tone); }
  `;

  constructor() {
    super();
    this.share = 0;
    this.tone = '--accent';
  }

  updated() {
    const bar = /** @type {HTMLElement} */ (this.renderRoot.querySelector('i'));
    bar.style.width = `${Math.max(0, Math.min(1, this.share || 0)) * 100}%`;
    bar.style.setProperty('--tone', `var(${this.tone})`);
  }

  render() {
    return html`<i aria-hidden="true"></i>`;
  }
}
customElements.define('dd-bar', Bar);
