const STORE = 'drydock-theme';
const ORDER = ['system', 'light', 'dark'];

/** Light, dark, or as the system says; kept in this browser. */
export const theme = {
  get value() {
    return localStorage.getItem(STORE) ?? 'system';
  },
  apply() {
    if (this.value === 'system') delete document.documentElement.dataset.theme;
    else document.documentElement.dataset.theme = this.value;
  },
  next() {
    localStorage.setItem(STORE, ORDER[(ORDER.indexOf(this.value) + 1) % ORDER.length]);
    this.apply();
  },
};
