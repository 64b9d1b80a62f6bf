/** Keys that step through the options of a select that is closed. */
const STEPS = new Set(['ArrowUp', 'ArrowDown', 'ArrowLeft', 'ArrowRight', 'Home', 'End', 'PageUp', 'PageDown']);

/**
 * Gives the keys back to the pictures once a filter is chosen: fires 'done' on the host of the fields. One who steps through
 * options by arrows stays at the select, so that the next arrow takes the next option, but letters and numbers act on the
 * pictures from then on. Enter leaves a field.
 * @param {HTMLElement} host @param {HTMLElement | DocumentFragment} root where the fields are
 */
export function keysBack(host, root) {
  let stepping = false;
  const done = () => host.dispatchEvent(new CustomEvent('done'));
  root.addEventListener('pointerdown', () => { stepping = false; });
  root.addEventListener('keydown', (event) => {
    const { key, target } = /** @type {KeyboardEvent} */ (event);
    if (target instanceof HTMLSelectElement) {
      if (key === 'Enter' && target.dataset.chosen) done();
      else stepping = STEPS.has(key);
    } else if (target instanceof HTMLInputElement && key === 'Enter') done();
  });
  root.addEventListener('change', (event) => {
    if (!(event.target instanceof HTMLSelectElement)) return;
    event.target.dataset.chosen = 'yes';
    if (!stepping) done();
  });
  root.addEventListener('focusout', (event) => {
    if (event.target instanceof HTMLSelectElement) delete event.target.dataset.chosen;
  });
}
