import { LitElement, css, html } from 'lit';
import { picture } from '../state/api.js';
import { set } from '../state/set.js';
import { changedMark } from '../ui/changed-mark.js';
import { sheet } from '../ui/sheet.js';
import { source } from '../ui/source.js';
import { actionWord, percent, shown } from '../ui/text.js';
import '../ui/class-chip.js';
import './difference.js';

const KINDS = { file: 'The same file', pixels: 'The same pixels', near: 'Nearly the same' };
const RELATIONS = {
  conflict: ['Conflict', 'The copies have different labels: at least one is wrong. Give all the right label by its number first.'],
  leak: ['Leak', 'The copies stand in different parts: a score has seen the answer in training.'],
  harmless: ['Harmless', 'Same label, same part: the picture merely weighs more than others.'],
};
const TURNED = {
  flipped: 'mirrored', flipped_vertically: 'upside down, mirrored', half_turn: 'upside down', transposed: 'on its side, mirrored',
  quarter_turn: 'on its side', three_quarter_turn: 'on its side', transverse: 'on its side, mirrored',
};

/** One group of copies side by side. Fires 'choose' with the number of the image to keep. */
class GroupView extends LitElement {
  static properties = { group: { attribute: false }, difference: { type: Boolean } };
  static styles = [sheet, css`
    :host { display: grid; grid-template-rows: auto minmax(0, 1fr); height: 100%; background: var(--sunken); }
    .head { padding: 12px 16px 4px; display: grid; gap: 3px; }
    .head .line { display: flex; gap: 10px; align-items: baseline; flex-wrap: wrap; }
    h2 { font-size: 16px; }
    .badge { padding: 0 9px; border-radius: 10px; border: 1px solid; font-size: var(--small); font-weight: 600; }
    .conflict { color: var(--bad); background: var(--bad-wash); } .leak { color: var(--warn); background: var(--warn-wash); } .harmless { color: var(--good); background: var(--good-wash); }
    .images { display: grid; grid-auto-flow: column; grid-auto-columns: minmax(min(280px, 44vw), 1fr); gap: 12px; padding: 8px 16px 14px; overflow-x: auto; min-height: 0; }
    article { display: grid; grid-template-rows: minmax(0, 1fr) auto; background: var(--paper); border: 1px solid var(--line); border-radius: 8px; min-height: 0; min-width: 0; overflow: hidden; }
    article.kept { border-color: var(--good); box-shadow: inset 0 0 0 1px var(--good), 0 0 0 1px var(--good); }
    .picture { min-height: 0; padding: 8px; background: var(--paper); display: grid; }
    .picture.dark { background: #000; }
    .picture > * { grid-area: 1 / 1; width: 100%; height: 100%; min-height: 0; }
    img { object-fit: contain; }
    .facts { padding: 8px 12px 10px; display: grid; gap: 4px; border-top: 1px solid var(--line); min-width: 0; }
    .facts .line { display: flex; justify-content: space-between; gap: 8px; align-items: center; min-width: 0; flex-wrap: wrap; }
  `];

  constructor() {
    super();
    /** @type {any} */ this.group = undefined;
    this.difference = false;
  }

  render() {
    const group = this.group;
    const [title, meaning] = RELATIONS[/** @type {keyof typeof RELATIONS} */ (group.relation)];
    const kept = group.images.find((/** @type {any} */ image) => image.id === group.keep) ?? group.images[0];
    return html`<div class="head"><div class="line"><h2>${KINDS[/** @type {keyof typeof KINDS} */ (group.kind)]}</h2>
        <span class="badge ${group.relation}">${title}</span><span class="soft small">similarity ${percent(group.similarity)}</span>
        ${group.settled ? html`<span class="soft small">· kept as they are</span>` : ''}</div>
      <p class="small">${meaning}</p>
      <p class="small soft">Recommended: keep <bdi>${shown(kept.image)}</bdi>${group.keep === group.recommended ? ` (${shown(group.keep_reason)})` : ', your choice'}</p></div>
      <div class="images" role="group" aria-label="Copies" tabindex="0">${group.images.map((/** @type {any} */ image) => this.#image(image, kept))}</div>`;
  }

  #image(/** @type {any} */ image, /** @type {any} */ kept) {
    const isKept = image.id === kept.id;
    const turned = TURNED[/** @type {keyof typeof TURNED} */ (image.laid?.orientation)];
    const compare = this.difference && !isKept;
    return html`<article class=${isKept ? 'kept' : ''} aria-label="${shown(image.image)}${isKept ? ', to keep' : ''}">
      <div class="picture ${compare ? 'dark' : ''}">${compare
        ? html`<dd-difference .kept=${kept} .copy=${image}></dd-difference>`
        : html`<img src=${source(picture(image, 'original'))} alt="${shown(image.image)}, labeled ${shown(set.className(image.label))}">`}</div>
      <div class="facts">
        <div class="line"><dd-class .code=${image.label}></dd-class><span class="soft small">${image.part} · ${image.height}×${image.width}</span></div>
        <div class="line"><bdi class="clip small soft grow" title=${shown(image.image)}>${shown(image.image)}</bdi>
          ${changedMark(image)}${turned ? html`<span class="small soft">${turned}</span>` : ''}</div>
        <div class="line"><span class="small soft">${image.verdict ? `${actionWord(image.verdict.action)} by ${shown(image.verdict.by)}` : ''}</span>
          <button aria-pressed=${isKept ? 'true' : 'false'} @click=${() => this.dispatchEvent(new CustomEvent('choose', { detail: image.id }))}>${isKept ? '✓ Keep this one' : 'Keep this one'}</button></div>
      </div></article>`;
  }
}
customElements.define('dd-group-view', GroupView);
