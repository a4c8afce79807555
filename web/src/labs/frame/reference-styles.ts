import { css } from 'lit';

export const referenceStyles = css`
  :host {
    display: block;
    min-width: 0;
  }
  .panel {
    margin: var(--space-3) 0;
    padding: var(--space-4);
    border: 1px solid var(--line);
    border-radius: var(--radius);
    background: var(--surface);
  }
  header {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--space-2) var(--space-3);
  }
  h2 {
    flex: 1 1 16rem;
    margin: 0;
    font-size: var(--text-m);
    overflow-wrap: anywhere;
  }
  label {
    display: inline-flex;
    align-items: center;
    gap: var(--space-2);
    color: var(--ink-muted);
    font-size: var(--text-s);
  }
  select {
    width: auto;
  }
  .hint {
    margin: var(--space-1) 0 var(--space-3);
    color: var(--ink-muted);
    font-size: var(--text-s);
  }
  .charts {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(20rem, 100%), 1fr));
    gap: var(--space-4);
  }
  .table {
    margin-top: var(--space-4);
    overflow-x: auto;
  }
  /* Words as well as numbers. */
  th,
  td {
    font-weight: 400;
    text-align: start;
  }
  .drop,
  .notice {
    margin: var(--space-3) 0;
    padding: var(--space-3);
    border: 1px dashed var(--accent);
    border-radius: var(--radius-s);
    color: var(--ink);
  }
  .notice {
    border: 1px solid var(--line-strong);
    overflow-wrap: anywhere;
  }
`;
