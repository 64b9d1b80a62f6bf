import { html } from 'lit';
import { shown } from './text.js';

/** Words for how an image's file differs from what is known of it; empty where it does not. @param {{reason: string}|null|undefined} changed */
export function changedWord(changed) {
  if (!changed) return '';
  return { changed_file: 'changed since init', missing_file: 'file is gone' }[changed.reason] ?? 'file cannot be read';
}

/** Marks an image whose file differs, with the remedy as its title. @param {{changed?: any}|undefined} image */
export function changedMark(image) {
  return image?.changed ? html`<span class="changed" title=${shown(image.changed.message)}>${changedWord(image.changed)}</span>` : '';
}
