import { css } from 'lit';

/** What this lab has besides ../frame/chapter-lab-styles.ts. */
export const alteredStyles = css`
  .views {
    grid-template-columns: minmax(0, 1fr) minmax(0, 1fr);
    align-items: stretch;
  }
  .equation {
    display: flex;
    flex-direction: column;
    gap: var(--space-2);
    padding: var(--space-3) 0;
    border-bottom: 1px solid var(--line);
  }
  .equation:first-child {
    padding-top: 0;
  }
  .formula {
    margin: 0;
    font-size: var(--text-l);
    line-height: 1.6;
  }
  button.term {
    display: inline;
    min-height: 2rem;
    padding: 0.3em 0.25em;
    border: 0;
    border-bottom: 2px dotted var(--line-strong);
    border-radius: 3px 3px 0 0;
    background: none;
    color: inherit;
    font: inherit;
    line-height: 1.4;
    white-space: nowrap;
  }
  button.term:hover {
    background: var(--accent-soft);
  }
  button.term[data-altered='true'] {
    border-bottom: 2px solid var(--accent);
  }
  ins,
  del {
    padding: 0 0.15em;
    border-radius: 3px;
    background: var(--accent-soft);
    color: var(--accent);
    font-weight: 650;
  }
  ins {
    text-decoration: none;
  }
  del {
    white-space: nowrap;
    text-decoration: line-through 2px;
  }
  del var {
    color: inherit;
  }
  .half {
    display: inline-grid;
    font-size: 0.62em;
    line-height: 1.05;
    text-align: center;
    margin: 0 0.15em;
    vertical-align: middle;
  }
  .half span:first-child {
    border-bottom: 1px solid currentColor;
  }
  .row button {
    min-height: 2.5rem;
    padding: 0 var(--space-3);
  }
  .foot {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: space-between;
    gap: var(--space-2);
    margin-top: var(--space-2);
  }
  .foot .hint {
    flex: 1 1 14rem;
  }
  .misfits h3 {
    margin: 0 0 var(--space-2);
    font-size: var(--text-m);
    font-weight: 650;
  }
  th,
  td {
    padding: var(--space-2);
  }
  th {
    font-weight: 500;
  }
  .bar {
    width: 22%;
    min-width: 3rem;
  }
  .bar span {
    display: block;
    height: 0.6rem;
    min-width: 2px;
    border-radius: 2px;
    background: var(--line-strong);
  }
  .shown th,
  .shown td {
    color: var(--accent);
    font-weight: 650;
  }
  .shown .bar span {
    background: var(--accent);
  }
  @media (max-width: 56rem) {
    .views {
      grid-template-columns: minmax(0, 1fr);
    }
  }
  @media (max-width: 40rem) {
    .explained,
    .bar {
      display: none;
    }
  }
  @media print {
    .equation .row,
    .foot button {
      display: none;
    }
  }
  @media (forced-colors: active) {
    .bar span {
      background: CanvasText;
      forced-color-adjust: none;
    }
  }
`;
