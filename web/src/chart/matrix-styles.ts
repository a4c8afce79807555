import { css } from 'lit';
import { figureStyles } from './figure-styles.ts';

export const matrixStyles = [
  figureStyles,
  css`
    :host {
      max-width: 26rem;
    }
    /* Two rows, so that what holds several matrices may have their drawings begin at one height (subgrid). */
    figure {
      display: grid;
      grid-row: 1 / -1;
      grid-template-rows: subgrid;
      grid-template-columns: minmax(0, 1fr);
      row-gap: 0;
    }
    .unit,
    .scale {
      font-variant-numeric: tabular-nums lining-nums;
    }
    canvas[role] {
      display: block;
      width: 100%;
      aspect-ratio: 1;
      touch-action: pan-y;
    }
    .scale {
      display: flex;
      align-items: center;
      gap: var(--space-2);
      margin-top: var(--space-2);
      color: var(--ink-muted);
      font-size: var(--text-xs);
    }
    .bar {
      flex: 1;
      min-width: 0;
      height: 0.6rem;
      border-radius: 3px;
    }
  `,
];
