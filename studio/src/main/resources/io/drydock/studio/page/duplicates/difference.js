import { LitElement, css, html } from 'lit';
import { picture } from '../state/api.js';

const LONGER_SIDE = 640;
const GAIN = 3;

/** How a copy is turned to lie on another picture: where its right and its down point to. */
const TURNS = {
  upright: [1, 0, 0, 1], flipped: [-1, 0, 0, 1], flipped_vertically: [1, 0, 0, -1], half_turn: [-1, 0, 0, -1],
  transposed: [0, 1, 1, 0], quarter_turn: [0, 1, -1, 0], three_quarter_turn: [0, -1, 1, 0], transverse: [0, -1, -1, 0],
};

/** Where a copy differs from the picture to keep: black where both agree, the brighter the more they differ. */
class Difference extends LitElement {
  static properties = { kept: { attribute: false }, copy: { attribute: false }, none: { state: true } };
  static styles = css`
    :host { display: grid; min-height: 0; }
    canvas, p { grid-area: 1 / 1; }
    p { margin: 0; place-self: center; color: #c8d0d8; }
    canvas { width: 100%; height: 100%; object-fit: contain; display: block; }
  `;

  constructor() {
    super();
    /** @type {any} */ this.kept = undefined;
    /** @type {any} */ this.copy = undefined;
  }

  updated(/** @type {Map<string, unknown>} */ changed) {
    if (changed.has('kept') || changed.has('copy')) this.#draw().catch(() => {});
  }

  async #load(/** @type {any} */ image) {
    const loaded = new Image();
    loaded.src = picture(image, 'original');
    await loaded.decode();
    return loaded;
  }

  async #draw() {
    const { kept, copy } = this;
    const canvas = /** @type {HTMLCanvasElement} */ (this.renderRoot.querySelector('canvas'));
    canvas.width = 1;
    const [below, above] = await Promise.all([this.#load(kept), this.#load(copy)]);
    if (kept !== this.kept || copy !== this.copy) return;
    const scale = Math.min(1, LONGER_SIDE / Math.max(below.naturalWidth, below.naturalHeight));
    const width = canvas.width = Math.round(below.naturalWidth * scale);
    const height = canvas.height = Math.round(below.naturalHeight * scale);
    const context = /** @type {CanvasRenderingContext2D} */ (canvas.getContext('2d'));
    context.drawImage(below, 0, 0, width, height);
    context.globalCompositeOperation = 'difference';
    const laid = copy.laid ?? { orientation: 'upright', scale: 1, degrees: 0 };
    const [a, b, c, d] = TURNS[/** @type {keyof typeof TURNS} */ (laid.orientation)] ?? TURNS.upright;
    const swapped = a === 0;
    const zoom = Math.abs(laid.scale - 1) > 0.015 ? 1 / laid.scale : 1;
    context.translate(width / 2, height / 2);
    context.rotate((-laid.degrees * Math.PI) / 180);
    context.scale(zoom, zoom);
    context.transform(a, b, c, d, 0, 0);
    const [w, h] = swapped ? [height, width] : [width, height];
    context.drawImage(above, -w / 2, -h / 2, w, h);
    context.setTransform(1, 0, 0, 1, 0, 0);
    context.globalCompositeOperation = 'lighter';
    const once = document.createElement('canvas');
    once.width = width;
    once.height = height;
    /** @type {CanvasRenderingContext2D} */ (once.getContext('2d')).drawImage(canvas, 0, 0);
    for (let time = 1; time < GAIN; time += 1) context.drawImage(once, 0, 0);
    this.none = context.getImageData(0, 0, width, height).data.every((value, at) => at % 4 === 3 || value === 0);
  }

  render() {
    return html`<canvas role="img" aria-label="Difference from the picture to keep"></canvas>${this.none ? html`<p>No difference</p>` : ''}`;
  }
}
customElements.define('dd-difference', Difference);
