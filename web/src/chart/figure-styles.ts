import { css } from 'lit';
import { figureFrame } from './figure-frame.ts';

/** What curves and matrices have alike: frame, heading, the table of their numbers. */
export const figureStyles = css`
  :host {
    display: block;
    min-width: 0;
  }
  ${figureFrame}
  .heading {
    margin-inline-end: var(--space-2);
  }
  .unit {
    /* Where it does not fit beside the heading it goes under it as a whole. */
    display: inline-block;
    color: var(--ink-muted);
    font-weight: 400;
    font-size: var(--text-xs);
    letter-spacing: 0;
  }
  .reading {
    min-height: 1.35rem;
    color: var(--ink-muted);
    font-size: var(--text-xs);
    font-variant-numeric: tabular-nums lining-nums;
  }
  /* What the keyboard holds of a picture; the pointer goes through it. */
  .keys {
    position: absolute;
    inset: 0;
    border-radius: 4px;
    pointer-events: none;
  }
  .keys:focus-visible {
    outline: var(--focus);
    outline-offset: 2px;
  }
  .table {
    max-height: 16rem;
    overflow: auto;
  }
  .table:focus-visible {
    outline: var(--focus);
  }
  table {
    border-collapse: collapse;
    font-size: var(--text-xs);
    font-variant-numeric: tabular-nums lining-nums;
  }
  th,
  td {
    padding: var(--space-1) var(--space-2);
    border-bottom: 1px solid var(--line);
    text-align: end;
  }
`;
