import { LitElement, css, html } from 'lit';
import { picture } from '../state/api.js';
import { keymap } from '../state/keymap.js';
import { notes } from '../state/notes.js';
import { set } from '../state/set.js';
import { sheet } from '../ui/sheet.js';
import { source } from '../ui/source.js';
import { shown } from '../ui/text.js';
import { toast } from '../ui/toast.js';
import '../ui/class-chip.js';

const MOST = 6;

/** What people should know to tell the classes in question, with pictures that show them. Fires 'notes' to open and close. */
class ClassNotes extends LitElement {
  static properties = { codes: { attribute: false }, image: { type: Number }, open: { type: Boolean }, editing: { state: true } };
  static styles = [sheet, css`
    h2 { display: flex; gap: 8px; align-items: center; }
    h2 .grow { font: inherit; }
    .class { margin-top: 8px; }
    .pictures { display: flex; gap: 6px; margin: 6px 0; flex-wrap: wrap; }
    img { width: 74px; height: 50px; object-fit: cover; border-radius: 4px; background: var(--sunken); display: block; }
    .text { white-space: pre-wrap; overflow-wrap: anywhere; }
    textarea { width: 100%; min-height: 70px; resize: vertical; }
    .pictures button { padding: 2px; position: relative; min-height: 0; }
    .pictures button span { position: absolute; right: 3px; top: 3px; background: var(--paper); border-radius: 8px; padding: 0 5px; font-size: 11px; }
  `];

  constructor() {
    super();
    /** @type {string[]} */ this.codes = [];
    this.image = 0;
    this.open = false;
    this.editing = '';
    this.draft = '';
    /** @type {number[]} */ this.references = [];
    this.onChange = () => this.requestUpdate();
  }

  connectedCallback() {
    super.connectedCallback();
    notes.addEventListener('changed', this.onChange);
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    notes.removeEventListener('changed', this.onChange);
  }

  willUpdate(/** @type {Map<string, unknown>} */ changed) {
    if (changed.has('codes') && !this.codes.includes(this.editing)) this.editing = '';
  }

  #edit(/** @type {any} */ note) {
    this.editing = note.code;
    this.draft = note.text;
    this.references = note.chosen ? [...note.references] : [];
  }

  async #save() {
    try {
      await notes.write(this.editing, this.draft, this.references);
      this.editing = '';
    } catch (e) {
      toast(`The note is not saved. ${/** @type {Error} */ (e).message}`, 'bad');
    }
  }

  render() {
    return html`<h2><button class="plain" aria-expanded=${this.open ? 'true' : 'false'} @click=${() => this.dispatchEvent(new CustomEvent('notes'))}>
        <kbd>${keymap.key('notes').toUpperCase()}</kbd>Notes on the classes</button></h2>
      ${this.open ? [...new Set(this.codes)].map((code) => this.#class(code)) : ''}`;
  }

  #class(/** @type {string} */ code) {
    const note = notes.of(code) ?? { code, text: '', references: [], chosen: false };
    const name = shown(set.className(code));
    if (this.editing === code) return this.#editor(note, name);
    return html`<div class="class"><div class="row"><dd-class .code=${code}></dd-class><span class="grow"></span>
        <button @click=${() => this.#edit(note)} aria-label="Write about ${name}">Write</button></div>
      ${note.text ? html`<p class="text">${note.text}</p>` : html`<p class="soft small">No note yet.${note.references.length ? ' Some that nobody doubted:' : ''}</p>`}
      <div class="pictures">${note.references.map((id) => html`<img src=${source(picture({ id }, 'small', { side: 160 }))} alt="A ${name}">`)}</div></div>`;
  }

  #editor(/** @type {any} */ note, /** @type {string} */ name) {
    const has = this.references.includes(this.image);
    return html`<div class="class"><dd-class .code=${note.code}></dd-class>
      <textarea aria-label="Note on ${name}" .value=${this.draft} maxlength="4000" @input=${(/** @type {any} */ e) => { this.draft = e.target.value; }}></textarea>
      <div class="pictures">${this.references.map((id) => html`<button aria-label="Take this picture out" @click=${() => {
        this.references = this.references.filter((other) => other !== id);
        this.requestUpdate();
      }}><img src=${source(picture({ id }, 'small', { side: 160 }))} alt="A ${name}"><span aria-hidden="true">✕</span></button>`)}</div>
      <div class="row"><button ?disabled=${has || this.references.length >= MOST} @click=${() => { this.references = [...this.references, this.image]; this.requestUpdate(); }}>Add the picture in front</button>
        <span class="grow"></span><button @click=${() => { this.editing = ''; }}>Leave it</button><button class="primary" @click=${this.#save}>Save</button></div></div>`;
  }
}
customElements.define('dd-class-notes', ClassNotes);
