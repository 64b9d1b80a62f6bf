import { LitElement, css, html } from 'lit';
import { sheet } from './sheet.js';
import { count, percent, shown } from './text.js';
import './dialog.js';
import './class-chip.js';

/** Shows what a bulk decision does to each class and part before it is taken. Fires 'confirmed' or 'refused'. */
class GuardDialog extends LitElement {
  static properties = { effect: { attribute: false }, verb: { type: String } };
  static styles = [sheet, css`
    table { border-collapse: collapse; margin: 12px 0; width: 100%; }
    th, td { text-align: right; padding: 4px 10px; border-bottom: 1px solid var(--line); }
    th:first-child, td:first-child { text-align: left; }
    th { color: var(--soft); font-size: var(--small); font-weight: 600; }
    .much { color: var(--bad); font-weight: 700; }
    .alternative { background: var(--accent-wash); border-left: 4px solid var(--accent); padding: 8px 12px; border-radius: var(--radius); margin-top: 10px; }
  `];

  constructor() {
    super();
    /** @type {any} */ this.effect = undefined;
    this.verb = '';
    this.sure = false;
  }

  #end(/** @type {boolean} */ sure) {
    this.sure = sure;
    this.effect = undefined;
    this.dispatchEvent(new CustomEvent(sure ? 'confirmed' : 'refused'));
  }

  render() {
    const effect = this.effect;
    return html`<dd-dialog heading="Look at what this does first" .open=${!!effect}
        @closed=${() => { if (this.effect) this.#end(false); }}>
      ${effect ? html`
        <p>To <b>${shown(this.verb)}</b> ${count(effect.images)} images changes more than 5 % of a class.</p>
        <table><thead><tr><th scope="col">Class</th><th scope="col">Now</th><th scope="col">Leave</th><th scope="col">Come</th><th scope="col">Then</th></tr></thead>
          <tbody>${effect.classes.filter((/** @type {any} */ one) => one.removed || one.added).map((/** @type {any} */ one) => html`<tr>
            <td><dd-class .code=${one.code}></dd-class></td><td>${count(one.before)}</td>
            <td class=${one.removed > 0.05 * one.before ? 'much' : ''}>${one.removed ? `${count(one.removed)} (${percent(one.removed / one.before)})` : '–'}</td>
            <td class=${one.added > 0.05 * one.before ? 'much' : ''}>${one.added ? count(one.added) : '–'}</td>
            <td>${count(one.before - one.removed + one.added)}</td></tr>`)}</tbody></table>
        <p class="soft small">${effect.parts.filter((/** @type {any} */ one) => one.removed || one.relabeled || one.restored)
          .map((/** @type {any} */ one) => `${one.part}: ${count(one.removed + one.relabeled + one.restored)} of ${count(one.before)} images`).join(' · ')}</p>
        ${effect.alternative ? html`<p class="alternative">${effect.alternative}</p>` : ''}` : ''}
      <button slot="foot" autofocus @click=${() => this.#end(false)}>Leave it</button>
      <button slot="foot" class="danger" @click=${() => this.#end(true)}>Do it all the same</button>
    </dd-dialog>`;
  }
}
customElements.define('dd-guard', GuardDialog);
