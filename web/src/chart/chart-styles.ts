import { css } from 'lit';
import { figureStyles } from './figure-styles.ts';

export const chartStyles = [
  figureStyles,
  css`
    figure {
      display: flex;
      flex-direction: column;
      height: 100%;
    }
    .reading {
      display: flex;
      flex-wrap: wrap;
      gap: 0 var(--space-3);
      line-height: 1.35rem;
    }
    .plot {
      position: relative;
      flex: 1 1 var(--chart-height, 15rem);
      min-height: var(--chart-height, 15rem);
      min-width: 0;
    }
    canvas {
      /* Time runs to the right in every language, and so do numbers. */
      direction: ltr;
      position: absolute;
      inset: 0;
      max-width: 100%; /* until it is drawn, a canvas is 300 pixels wide */
      border-radius: 4px;
      touch-action: pan-y;
    }
    @media (max-width: 40rem) {
      .unit {
        display: block;
      }
    }
    .table {
      margin-top: var(--space-3);
    }
    table {
      width: 100%;
    }
    th,
    td {
      white-space: nowrap;
    }
    th {
      position: sticky;
      top: 0;
      background: var(--surface);
      font-weight: 600;
    }
  `,
];
