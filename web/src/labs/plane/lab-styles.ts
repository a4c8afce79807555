import { css } from 'lit';
import { scrubberInRowStyles } from '../frame/scrubber.ts';

/** What this lab alone has; the rest is regimeLabStyles. */
export const labStyles = css`
  .data,
  .hand,
  .files {
    display: flex;
    flex-wrap: wrap;
    align-items: end;
    gap: var(--space-3);
  }
  .data > reprise-field {
    flex: 1 1 10rem;
  }
  .files {
    align-items: center;
    margin-top: var(--space-3);
  }
  .files p {
    margin: 0;
  }
  .hand .class,
  .hand .more {
    gap: var(--space-1);
  }
  .hand {
    margin-top: var(--space-2);
  }
  .lab .views {
    grid-template-columns: repeat(auto-fit, minmax(min(100%, 25rem), 1fr));
  }
  .swatch {
    width: 0.8em;
    height: 0.8em;
    background: var(--point-0);
    border-radius: 50%;
    forced-color-adjust: none;
  }
  .swatch[data-class='1'] {
    background: var(--point-1);
    border-radius: 0;
  }
  .swatch[data-class='2'] {
    background: var(--point-2);
    border-radius: 0;
    clip-path: polygon(50% 0, 100% 100%, 0 100%);
  }
  .swatch[data-class='3'] {
    background: var(--point-3);
    border-radius: 0;
    clip-path: polygon(50% 0, 100% 50%, 50% 100%, 0 50%);
  }
  .brush input {
    width: 8rem;
  }
  .matrices,
  .step {
    grid-column: 1 / -1;
  }
  .looked-at {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(100%, 15rem), 1fr));
    gap: var(--space-2) var(--space-5);
    margin-top: var(--space-4);
  }
  ${scrubberInRowStyles}
  .layers {
    grid-column: 1 / -1;
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(min(100%, 11rem), 1fr));
    gap: var(--space-2) var(--space-4);
  }
  .layers .by-layer {
    grid-column: 1 / -1;
    justify-self: start;
  }
  .features {
    grid-column: 1 / -1;
    display: flex;
    flex-wrap: wrap;
    gap: var(--space-1) var(--space-4);
    margin: 0;
    padding: 0;
    border: 0;
  }
  .features legend {
    padding: 0;
    color: var(--ink-muted);
  }
  .features label {
    display: inline-flex;
    align-items: center;
    gap: var(--space-1);
    min-height: var(--touch);
    color: var(--ink);
  }
  @media print {
    .data,
    .hand,
    .files,
    .looked-at {
      display: none;
    }
  }
`;
