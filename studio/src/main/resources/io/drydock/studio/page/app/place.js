import { LitElement } from 'lit';
import { live } from '../state/live.js';
import { route } from '../state/route.js';

/**
 * One place of the page. While it is shown it hears of the address (onRoute), of decisions taken elsewhere (onLive) and of
 * keys (onKey); entered and left say when that begins and ends.
 */
export class Place extends LitElement {
  constructor() {
    super();
    this.onRoute = () => {};
    this.onLive = () => {};
    /** @type {(event: KeyboardEvent) => void} */ this.onKey = () => {};
  }

  connectedCallback() {
    super.connectedCallback();
    route.addEventListener('changed', this.onRoute);
    live.addEventListener('changed', this.onLive);
    window.addEventListener('keydown', this.onKey);
    this.entered();
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    route.removeEventListener('changed', this.onRoute);
    live.removeEventListener('changed', this.onLive);
    window.removeEventListener('keydown', this.onKey);
    this.left();
  }

  entered() {}

  left() {}
}
