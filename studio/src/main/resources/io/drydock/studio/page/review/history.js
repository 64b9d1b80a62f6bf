import { LitElement, css, html } from 'lit';
import { sheet } from '../ui/sheet.js';
import { actionWord, shown, when } from '../ui/text.js';
import '../ui/class-chip.js';

/** What the journal says of a picture, oldest first; what was undone is struck out. */
class History extends LitElement {
  static properties = { details: { attribute: false } };
  static styles = [sheet, css`
    ol { list-style: none; margin: 0; padding: 0; display: grid; gap: 4px; font-size: var(--small); }
    .undone { text-decoration: line-through; color: var(--soft); }
  `];

  constructor() {
    super();
    /** @type {any} */ this.details = undefined;
  }

  render() {
    const history = this.details?.history ?? [];
    if (!history.length) return html`<p class="soft small">${this.details ? 'Nobody decided about it yet.' : '…'}</p>`;
    return html`<ol>${history.map((/** @type {any} */ entry) => html`<li class=${entry.undone ? 'undone' : ''}>
      ${actionWord(entry.action)}${entry.action === 'relabel' ? html` <dd-class .code=${entry.old}></dd-class> → <dd-class .code=${entry.new}></dd-class>` : ''}
      <span class="soft">by ${shown(entry.by)}, <time datetime=${entry.at}>${when(entry.at)}</time>${entry.why ? `: ${shown(entry.why)}` : ''}${entry.undone ? ' (undone)' : ''}</span></li>`)}</ol>`;
  }
}
customElements.define('dd-history', History);
