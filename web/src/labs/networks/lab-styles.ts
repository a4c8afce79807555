import { css, unsafeCSS } from 'lit';
import { scrubberInRowStyles } from '../frame/scrubber.ts';

/** The ground of a cell by its tenth: pale enough for the ink on it. */
const levels = unsafeCSS(
  Array.from(
    { length: 11 },
    (_, level) => `.matrix td[data-level='${level}'] { background: color-mix(in srgb, var(--h) ${4.5 * level}%, transparent); }`,
  ).join('\n'),
);

/** What this lab alone has; the rest is regimeStyles. */
export const labStyles = css`
  .lab .views {
    grid-template-columns: repeat(auto-fit, minmax(min(100%, 25rem), 1fr));
  }
  .networks,
  .matrix {
    margin: 0;
    min-width: 0;
  }
  .networks {
    grid-column: 1 / -1;
  }
  /* It is as tall as two charts. */
  .clouds {
    grid-row: span 2;
  }
  .scroll {
    overflow-x: auto;
  }
  .networks fieldset {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(min(100%, 7rem), 1fr));
    gap: var(--space-1) var(--space-3);
    align-items: end;
    margin: 0 0 var(--space-3);
    padding: 0;
    border: 0;
    min-width: 0;
  }
  .networks legend {
    padding: 0;
    font-weight: 650;
  }
  .networks legend .number {
    color: var(--ink-muted);
    font-weight: 400;
  }
  .networks label {
    min-width: 0;
    color: var(--ink-muted);
  }
  .networks input,
  .networks select {
    width: 100%;
    min-width: 0;
    min-height: var(--touch);
  }
  .networks button {
    min-height: var(--touch);
  }
  .classes {
    display: flex;
    flex-wrap: wrap;
    gap: var(--space-1) var(--space-3);
    margin: 0;
    padding: 0;
    border: 0;
    min-width: 0;
  }
  .classes label {
    display: inline-flex;
    align-items: center;
    gap: var(--space-1);
    min-height: var(--touch);
  }
  .repeats {
    grid-column: 1 / -1;
    min-width: 0;
  }
  .repeats .row {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--space-2) var(--space-4);
    margin-bottom: var(--space-3);
  }
  .repeats button,
  .repeats select {
    min-height: var(--touch);
  }
  .matrix table {
    border-collapse: collapse;
  }
  .matrix figcaption {
    padding-bottom: var(--space-2);
    font-weight: 650;
  }
  .matrix th,
  .matrix td {
    padding: var(--space-1) var(--space-2);
    border: 1px solid var(--line);
    font-variant-numeric: tabular-nums;
    text-align: right;
    forced-color-adjust: auto;
  }
  .matrix thead td {
    border: 0;
  }
  ${levels}
  .looked-at {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(100%, 13rem), 1fr));
    gap: var(--space-2) var(--space-5);
    margin-top: var(--space-4);
  }
  ${scrubberInRowStyles}
  @media print {
    .networks button,
    .repeats .row,
    .looked-at {
      display: none;
    }
  }
`;
