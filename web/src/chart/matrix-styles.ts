import { css } from 'lit';
import { figureStyles } from './figure-styles.ts';

export const matrixStyles = [
  figureStyles,
  css`
    :host {
      max-width: 26rem;
    }
    /*
     * A row for the heading and one for the drawing: what stands beside it with a longer heading begins its drawing at the
     * same height. What lays several out may have these rows be its own, too.
     */
    figure {
      display: grid;
      grid-row: 1 / -1;
      grid-template-rows: var(--matrix-rows, 1fr auto);
      grid-template-columns: minmax(0, 1fr);
      row-gap: 0;
      height: 100%;
    }
    /* Several stand in a row, each small. */
    figcaption {
      font-size: var(--text-s);
      letter-spacing: 0;
    }
    .unit,
    .scale {
      font-variant-numeric: tabular-nums lining-nums;
    }
    .plot {
      position: relative;
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
