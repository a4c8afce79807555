import { css } from 'lit';

/** What every figure stands in: its ground, and its heading beside its menu. */
export const figureFrame = css`
  figure {
    margin: 0;
    /* A drawing keeps its colours, so what is written beside it must keep them as well. */
    forced-color-adjust: none;
    background: var(--surface);
    color: var(--ink);
  }
  .head {
    display: flex;
    justify-content: space-between;
    gap: var(--space-2);
  }
`;

/** The frame of a figure whose heading is one line; `.probe` tells the drawing the theme. */
export const drawingFrame = css`
  ${figureFrame}
  .head {
    align-items: center;
  }
  figcaption {
    font-weight: 600;
    font-size: var(--text-s);
  }
  .probe {
    position: absolute;
  }
`;
