import { css } from 'lit';

/** Of the pair's charts, fit and verdict. */
export const comparisonStyles = css`
  :host {
    display: block;
  }
  .charts {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(20rem, 100%), 1fr));
    gap: var(--space-5);
  }
  .note {
    margin: var(--space-4) 0 0;
    color: var(--ink-muted);
    font-size: var(--text-s);
  }
  .verdict {
    display: grid;
    grid-template-columns: minmax(0, 1fr) auto;
    gap: var(--space-5);
    align-items: start;
    margin-top: var(--space-5);
  }
  .verdict > div {
    max-width: var(--measure);
  }
  .headline {
    margin: 0;
    font-weight: 650;
  }
  .verdict ul {
    margin: var(--space-2) 0 0;
    padding-inline-start: 1.2em;
  }
  .verdict li + li {
    margin-top: var(--space-1);
  }
  .always {
    margin: var(--space-3) 0 0;
    color: var(--ink-muted);
    font-size: var(--text-s);
  }
  table {
    min-width: 15rem;
  }
  th,
  td {
    padding-inline-end: 0;
    font-weight: 400;
    white-space: nowrap;
  }
  @container (max-width: 41rem) {
    .verdict {
      grid-template-columns: minmax(0, 1fr);
    }
  }
`;
