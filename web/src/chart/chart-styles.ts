import { css } from 'lit';

export const chartStyles = css`
  :host {
    display: block;
    min-width: 0;
  }
  figure {
    display: flex;
    flex-direction: column;
    height: 100%;
    margin: 0;
    forced-color-adjust: none;
    background: var(--surface);
    color: var(--ink);
  }
  .head {
    display: flex;
    align-items: flex-start;
    justify-content: space-between;
    gap: var(--space-2);
    min-height: 2rem;
  }
  .heading {
    margin-right: var(--space-2);
    font-size: var(--text-m);
    font-weight: 650;
    letter-spacing: -0.008em;
  }
  .unit {
    color: var(--ink-muted);
    font-size: var(--text-xs);
  }
  .reading {
    display: flex;
    flex-wrap: wrap;
    gap: 0 var(--space-3);
    min-height: 1.35rem;
    color: var(--ink-muted);
    font-size: var(--text-xs);
    font-variant-numeric: tabular-nums lining-nums;
    line-height: 1.35rem;
  }
  .plot {
    position: relative;
    flex: 1 1 var(--chart-height, 15rem);
    min-height: var(--chart-height, 15rem);
    min-width: 0;
  }
  canvas {
    position: absolute;
    inset: 0;
    max-width: 100%; /* until it is drawn, a canvas is 300 pixels wide */
    border-radius: 4px;
    touch-action: pan-y;
  }
  canvas:focus-visible {
    outline: var(--focus);
    outline-offset: 2px;
  }
  .probe {
    display: none;
    forced-color-adjust: none;
  }
  @media (max-width: 40rem) {
    .unit {
      display: block;
    }
  }
  .table {
    max-height: 16rem;
    margin-top: var(--space-3);
    overflow: auto;
  }
  .table:focus-visible {
    outline: var(--focus);
  }
  table {
    width: 100%;
    border-collapse: collapse;
    font-size: var(--text-xs);
    font-variant-numeric: tabular-nums lining-nums;
  }
  th,
  td {
    padding: var(--space-1) var(--space-2);
    border-bottom: 1px solid var(--line);
    text-align: right;
    white-space: nowrap;
  }
  th {
    position: sticky;
    top: 0;
    background: var(--surface);
    font-weight: 600;
  }
`;
