import { css } from 'lit';

/** Tables of numbers: names on the left, lines between the rows. What a table has besides goes after. */
export const tableStyles = css`
  table {
    border-collapse: collapse;
    font-size: var(--text-s);
    font-variant-numeric: tabular-nums lining-nums;
  }
  caption {
    padding-bottom: var(--space-2);
    font-weight: 650;
    text-align: start;
  }
  th,
  td {
    padding: var(--space-1) var(--space-3);
    border-bottom: 1px solid var(--line);
    text-align: end;
  }
  th:first-child {
    padding-inline-start: 0;
    text-align: start;
  }
  thead th {
    color: var(--ink-muted);
    font-size: var(--text-xs);
    font-weight: 500;
  }
`;
