import { css } from 'lit';

export const playerStyles = css`
  :host {
    display: block;
    min-width: 0;
  }
  .player {
    display: grid;
    gap: var(--space-3);
    min-width: 0;
  }
  .point {
    max-width: 26rem;
  }
  .bar {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--space-2);
  }
  .bar input {
    flex: 1 1 8rem;
    width: auto;
    min-width: 0;
  }
  .bar .number {
    min-width: 9.5rem;
    color: var(--ink-muted);
    font-size: var(--text-s);
  }
  .units {
    display: flex;
    gap: var(--space-3);
    padding: 3px;
    overflow-x: auto;
  }
  .layer {
    display: flex;
    flex: 1 0 4.75rem;
    flex-direction: column;
    justify-content: center;
    gap: var(--space-1);
  }
  .layer > .name {
    color: var(--ink-muted);
    font-size: var(--text-xs);
    text-align: center;
  }
  .unit {
    flex-direction: column;
    gap: 2px;
    min-height: 2.75rem;
    padding: 2px var(--space-1);
  }
  .unit .name {
    color: var(--ink-muted);
    font-size: var(--text-xs);
  }
  .unit .number {
    min-height: 1em;
    font-variant-numeric: tabular-nums;
    font-size: var(--text-xs);
    white-space: nowrap;
  }
  .unit[aria-current] {
    border-color: var(--accent);
    background: var(--accent-soft);
    box-shadow: 0 0 0 1px var(--accent);
  }
  .said,
  .note {
    margin: 0;
  }
  .note {
    color: var(--ink-muted);
    font-size: var(--text-xs);
  }
  .said {
    min-height: 2.7em;
  }
  .equation,
  .weights {
    min-width: 0;
    overflow-x: auto;
  }
  .equation:not(:empty) {
    padding: var(--space-2) 0;
  }
  math {
    font-family: var(--font-math);
    font-size: 1.05em;
  }
  mtd {
    padding: 0.25em 0;
    text-align: start;
  }
  table {
    border-collapse: collapse;
    font-size: var(--text-s);
  }
  th,
  td {
    padding: var(--space-1) var(--space-2);
    border-bottom: 1px solid var(--line);
    text-align: end;
    white-space: nowrap;
  }
  th[scope='row'],
  th:first-child {
    text-align: start;
  }
  td.number {
    font-variant-numeric: tabular-nums;
  }
  th button {
    min-height: 2rem;
    padding: 0 var(--space-2);
  }
`;
