import { css } from 'lit';

/** What all components look like: buttons, fields, keys, headings, focus. */
export const sheet = css`
  :host { box-sizing: border-box; }
  *, *::before, *::after { box-sizing: inherit; }
  [hidden] { display: none !important; }
  button, select, input, textarea { font: inherit; color: inherit; }
  button, .button {
    display: inline-flex; align-items: center; gap: 6px; min-height: 32px; padding: 4px 10px;
    background: var(--paper); border: 1px solid var(--line); border-radius: var(--radius); cursor: pointer;
    text-decoration: none; color: var(--ink);
  }
  button:hover, .button:hover { border-color: var(--strong-line); background: var(--raised); }
  button:disabled { opacity: 0.55; cursor: default; }
  button.primary { background: var(--accent); border-color: var(--accent); color: var(--on-accent); font-weight: 600; }
  button.danger { border-color: var(--bad); color: var(--bad); }
  button.plain { border-color: transparent; background: transparent; }
  button[aria-pressed="true"] { background: var(--accent-wash); border-color: var(--accent); }
  select, input[type="search"], input[type="text"], input[type="number"], textarea {
    min-height: 32px; padding: 4px 8px; background: var(--paper); border: 1px solid var(--strong-line);
    border-radius: var(--radius);
  }
  :focus-visible { outline: 3px solid var(--accent); outline-offset: 1px; }
  kbd {
    display: inline-block; min-width: 18px; padding: 0 4px; border: 1px solid var(--line); border-bottom-width: 2px;
    border-radius: 4px; background: var(--raised); color: var(--soft); font: 600 11px/16px var(--font); text-align: center;
  }
  h1, h2, h3 { margin: 0; font-weight: 600; }
  h2 { font-size: 14px; }
  h3 { font-size: var(--small); color: var(--soft); font-weight: 600; }
  p { margin: 0; }
  .soft { color: var(--soft); }
  .small { font-size: var(--small); }
  .row { display: flex; align-items: center; gap: 8px; flex-wrap: wrap; }
  .grow { flex: 1; min-width: 0; }
  .unseen {
    position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap;
  }
  .clip { overflow: hidden; text-overflow: ellipsis; white-space: nowrap; }
  .changed { display: inline-block; max-width: 100%; padding: 0 8px; border: 1px solid var(--warn); border-radius: 10px; background: var(--warn-wash); color: var(--warn); font-size: 12px; font-weight: 600; line-height: 18px; overflow: hidden; text-overflow: ellipsis; white-space: nowrap; }
  .empty { display: grid; place-content: center; justify-items: center; gap: 10px; padding: 32px; text-align: center; color: var(--soft); }
  .empty h2 { color: var(--ink); font-size: 18px; }
  .empty code, code { font: 12.5px/1.5 ui-monospace, "DejaVu Sans Mono", Menlo, Consolas, monospace; background: var(--sunken); color: var(--ink); padding: 1px 5px; border-radius: 4px; }
`;
