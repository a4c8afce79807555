import { css } from 'lit';

export const matrixStyles = css`
  :host {
    display: block;
    min-width: 0;
    max-width: 26rem;
  }
  figure {
    margin: 0;
    forced-color-adjust: none;
    background: var(--surface);
    color: var(--ink);
  }
  .head {
    display: flex;
    justify-content: space-between;
    gap: var(--space-2);
  }
  .heading {
    margin-right: var(--space-2);
    font-weight: 650;
  }
  .unit,
  .scale,
  .reading {
    color: var(--ink-muted);
    font-size: var(--text-xs);
    font-variant-numeric: tabular-nums lining-nums;
  }
  canvas[role] {
    display: block;
    width: 100%;
    aspect-ratio: 1;
    touch-action: pan-y;
  }
  canvas:focus-visible {
    outline: var(--focus);
    outline-offset: 2px;
  }
  .scale {
    display: flex;
    align-items: center;
    gap: var(--space-2);
    margin-top: var(--space-2);
  }
  .bar {
    flex: 1;
    min-width: 0;
    height: 0.6rem;
    border-radius: 3px;
  }
  .reading {
    min-height: 1.35rem;
  }
  .probe {
    display: none;
  }
  .table {
    max-height: 16rem;
    overflow: auto;
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
    text-align: right;
  }
`;
