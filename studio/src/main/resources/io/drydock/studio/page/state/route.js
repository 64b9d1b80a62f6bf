import { search } from './api.js';

/** Where the page is: a place and what it shows, both in the address, so that a reload or a sent link comes back to it. */
class Route extends EventTarget {
  place = 'review';
  /** @type {Record<string, string>} */ params = {};

  start() {
    window.addEventListener('popstate', () => this.#read());
    this.#read();
  }

  #read() {
    const name = location.pathname.split('/')[1];
    this.place = ['review', 'grid', 'duplicates'].includes(name) ? name : 'review';
    this.params = Object.fromEntries(new URLSearchParams(location.search));
    this.dispatchEvent(new CustomEvent('changed'));
  }

  /** @param {string} place @param {Record<string, unknown>} [params] */
  address(place, params = {}) {
    const query = search(params);
    return `/${place}${query ? `?${query}` : ''}`;
  }

  /** Goes somewhere, with a step in the browser's history. @param {string} place @param {Record<string, unknown>} [params] */
  go(place, params = {}) {
    history.pushState(null, '', this.address(place, params));
    this.#read();
  }

  /** Changes what is shown here; empty values leave the address. @param {Record<string, unknown>} changes */
  change(changes) {
    history.pushState(null, '', this.address(this.place, { ...this.params, ...changes }));
    this.#read();
  }

  /** Notes where one is without a step back for it. @param {Record<string, unknown>} changes */
  note(changes) {
    history.replaceState(null, '', this.address(this.place, { ...this.params, ...changes }));
    this.params = Object.fromEntries(new URLSearchParams(location.search));
  }
}

export const route = new Route();
