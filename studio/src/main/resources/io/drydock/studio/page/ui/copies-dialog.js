import { LitElement, css, html } from 'lit';
import { picture } from '../state/api.js';
import { set } from '../state/set.js';
import { sheet } from './sheet.js';
import { source } from './source.js';
import { count, shown } from './text.js';
import './dialog.js';
import './class-chip.js';

/** Groups of copies drawn at most; the others are counted. */
const DRAWN = 6;

/** Shows copies whose labels disagree and asks which class the picture shows: one key settles all of them. */
class CopiesDialog extends LitElement {
  static properties = { groups: { attribute: false }, to: { attribute: false } };
  static styles = [sheet, css`
    ul { list-style: none; margin: 12px 0; padding: 0; display: flex; gap: 12px; flex-wrap: wrap; }
    li { width: 180px; }
    img { width: 180px; height: 120px; object-fit: contain; background: var(--sunken); border-radius: var(--radius); }
    .line { display: flex; justify-content: space-between; gap: 8px; }
    .answers { display: flex; gap: 6px; flex-wrap: wrap; }
  `];

  constructor() {
    super();
    /** @type {any[][]} */ this.groups = [];
    /** Class that a person gave before it was known that copies disagree. @type {string|undefined} */ this.to = undefined;
    this.answered = (/** @type {string|undefined} */ code) => void code;
  }

  /** The classes that may be given: any for one picture, for several only the one that was chosen. */
  get #classes() {
    return this.groups.length > 1 ? set.classes.filter((label) => label.code === this.to) : set.classes;
  }

  /** The answer already given is one Enter away; without one nothing is. */
  firstUpdated() {
    requestAnimationFrame(() => {
      /** @type {HTMLElement|null} */ (this.renderRoot.querySelector('button.primary, button[slot=foot]'))?.focus();
    });
  }

  #end(/** @type {string|undefined} */ code) {
    if (!this.groups.length) return;
    this.groups = [];
    this.answered(code);
  }

  #key(/** @type {KeyboardEvent} */ event) {
    if (event.ctrlKey || event.metaKey || event.altKey || !/^[1-9]$/.test(event.key)) return;
    const label = set.classes[Number(event.key) - 1];
    if (!label || !this.#classes.includes(label)) return;
    event.preventDefault();
    this.#end(label.code);
  }

  render() {
    const groups = this.groups;
    return html`<dd-dialog heading="The same picture has different labels" .open=${groups.length > 0}
        @closed=${() => this.#end(undefined)} @keydown=${(/** @type {KeyboardEvent} */ event) => this.#key(event)}>
      ${groups.slice(0, DRAWN).map((copies) => html`<ul>${copies.map((copy) => html`<li>
        <img src=${source(picture(copy, 'small', { side: 300 }))} alt=${shown(copy.image)}>
        <div class="line"><dd-class .code=${copy.before}></dd-class><span class="soft small">${copy.part}</span></div>
        <bdi class="small soft clip">${shown(copy.image)}</bdi></li>`)}</ul>`)}
      ${groups.length > DRAWN ? html`<p>So have the copies of ${count(groups.length - DRAWN)} more pictures.</p>` : ''}
      <p>Which class does it show? Your answer holds for ${groups.length > 1 ? 'all copies' : groups[0]?.length === 2 ? 'both' : `all ${groups[0]?.length} copies`}.</p>
      <div class="answers">${this.#classes.map((label) => html`<button class=${label.code === this.to ? 'primary' : ''}
        @click=${() => this.#end(label.code)}>${set.place(label.code) < 9 ? html`<kbd>${set.place(label.code) + 1}</kbd>` : ''}<dd-class .code=${label.code}></dd-class></button>`)}</div>
      <button slot="foot" @click=${() => this.#end(undefined)}>Leave it open</button>
    </dd-dialog>`;
  }
}
customElements.define('dd-copies-dialog', CopiesDialog);

/** Questions are asked one after the other. */
let line = /** @type {Promise<any>} */ (Promise.resolve());

/**
 * Asks which class copies have.
 * @param {any[][]} groups copies of each picture, with their labels as `before`
 * @param {string} [to] class that was given
 * @returns {Promise<string|undefined>} the class; undefined where it is left open
 */
export function classOfCopies(groups, to) {
  const asked = line.then(() => new Promise((resolve) => {
    const dialog = /** @type {CopiesDialog} */ (document.createElement('dd-copies-dialog'));
    dialog.groups = groups;
    dialog.to = to;
    dialog.answered = (code) => {
      dialog.remove();
      resolve(code);
    };
    document.body.append(dialog);
  }));
  line = asked;
  return asked;
}
