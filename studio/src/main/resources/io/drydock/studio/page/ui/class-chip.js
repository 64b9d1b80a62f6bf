import { LitElement, css, html } from 'lit';
import { set } from '../state/set.js';
import { sheet } from './sheet.js';
import { shown } from './text.js';

/** A class by its color and name; the color alone never tells it. */
class ClassChip extends LitElement {
  static properties = { code: { type: String }, struck: { type: Boolean } };
  static styles = [sheet, css`
    :host { display: inline-flex; max-width: 100%; min-width: 0; vertical-align: bottom; }
    span { display: inline-flex; align-items: center; gap: 6px; min-width: 0; }
    i { flex: none; width: 10px; height: 10px; border-radius: 3px; background: var(--c6); }
    .none i { background: none; border: 1.5px dashed var(--strong-line); }
    .struck bdi { text-decoration: line-through; color: var(--soft); }
    .c0 i { background: var(--c0); } .c1 i { background: var(--c1); } .c2 i { background: var(--c2); }
    .c3 i { background: var(--c3); } .c4 i { background: var(--c4); } .c5 i { background: var(--c5); }
    .c6 i { background: var(--c6); } .c7 i { background: var(--c7); }
  `];

  constructor() {
    super();
    /** @type {string|null} */ this.code = null;
    this.struck = false;
  }

  render() {
    const place = set.place(this.code);
    const color = place < 0 ? 'none' : `c${place % 8}`;
    return html`<span class="${color} ${this.struck ? 'struck' : ''}"><i aria-hidden="true"></i><bdi class="clip">${
      this.code == null ? 'no label' : shown(set.className(this.code))}</bdi></span>`;
  }
}
customElements.define('dd-class', ClassChip);
