import { css } from 'lit';

export const figureStyles = css`
  :host {
    display: block;
  }
  .figure {
    display: grid;
    gap: var(--space-4);
  }
  .waiting {
    min-height: 22rem;
    margin: 0;
    color: var(--ink-muted);
    font-size: var(--text-s);
  }
  .panels {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(100%, 26rem), 1fr));
    gap: var(--space-4);
    --chart-height: 18rem;
  }
  .panels.matrices {
    grid-template-columns: repeat(auto-fit, minmax(min(100%, 15rem), 1fr));
  }
  .panels > .panel,
  .pair > .panel {
    display: block;
    min-width: 0;
    padding: var(--space-4);
  }
  .pair {
    display: grid;
    gap: var(--space-4);
    min-width: 0;
  }
  /* Headings of one line and of two stand above drawings of one height: a row of headings, a row of drawings. */
  .matrices > .panel,
  .matrices > .pair {
    display: grid;
    grid-row: span 2;
    grid-template-rows: subgrid;
    grid-template-columns: minmax(0, 1fr);
    row-gap: 0;
    --matrix-rows: subgrid;
  }
  .matrices > .pair {
    grid-row: span 4;
  }
  .matrices > .pair > .panel {
    display: grid;
    grid-row: span 2;
    grid-template-rows: subgrid;
    grid-template-columns: minmax(0, 1fr);
  }
  .matrices > .pair > .panel + .panel {
    margin-top: var(--space-4);
  }
  /* Below each other: side by side both are cut off. */
  .tables {
    grid-template-columns: minmax(0, 1fr);
  }
  .scroll {
    max-height: 44rem;
    overflow: auto;
    background: var(--scroll-edges);
  }
  .scroll td,
  .scroll tbody th {
    white-space: nowrap;
  }
  table {
    width: 100%;
  }
  .scroll thead th {
    position: sticky;
    top: 0;
    background: var(--paper);
  }
  .group {
    max-width: 100%;
    min-width: 0;
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--space-2);
  }
  .group select {
    width: auto;
    min-width: min(12rem, 100%);
    max-width: 100%;
    min-height: var(--touch);
  }
  .rerun {
    display: grid;
    gap: var(--space-3);
    padding: var(--space-4);
    border: 1px solid var(--line);
    border-radius: var(--radius);
    background: var(--sunken);
  }
  .size select {
    width: auto;
    max-width: 100%;
    min-height: var(--touch);
  }
  .controls {
    column-gap: var(--space-3);
  }
  .cost,
  .controls > .hint {
    margin: 0;
    font-size: var(--text-s);
  }
  .progress {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--space-1) var(--space-3);
  }
  progress {
    flex: 1 1 12rem;
  }
  .progress p,
  .result p {
    margin: 0;
    font-size: var(--text-s);
  }
  .progress p {
    color: var(--ink-muted);
  }
  .result {
    display: grid;
    gap: var(--space-1);
  }
  .result .row {
    justify-content: space-between;
  }
  .identity {
    padding-inline-start: var(--space-3);
    border-inline-start: 3px solid var(--line-strong);
  }
  .identity.same {
    border-color: var(--good);
    font-weight: 600;
  }
  .loss {
    color: var(--bad);
  }
  @media (max-width: 40rem) {
    .panels > .panel,
    .pair > .panel {
      padding: var(--space-3);
    }
    .controls > * {
      flex: 1 1 auto;
    }
    .size,
    .size select {
      flex-basis: 100%;
      width: 100%;
    }
  }
  @media (forced-colors: active) {
    progress {
      appearance: auto;
    }
  }
  @media print {
    .scroll {
      max-height: none;
    }
    .waiting {
      display: none;
    }
    .rerun,
    .group select {
      display: none;
    }
  }
`;
