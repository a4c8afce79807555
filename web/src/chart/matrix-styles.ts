import { css } from 'lit';
import { figureStyles } from './figure-styles.ts';

export const matrixStyles = [
  figureStyles,
  css`
    :host {
      max-width: 26rem;
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
