import { css } from 'lit';

/** The words over every drawing, so that those side by side are of one size. */
export const figureHeading = css`
  figcaption {
    font-weight: 650;
    font-size: var(--text-m);
    letter-spacing: -0.008em;
  }
`;

/** What every figure stands in: its ground, and its heading beside its menu. */
export const figureFrame = css`
  figure {
    margin: 0;
    /* A drawing keeps its colours, so what is written beside it must keep them as well. */
    forced-color-adjust: none;
    background: var(--surface);
    color: var(--ink);
  }
  ${figureHeading}
  .head {
    display: flex;
    align-items: flex-start;
    justify-content: space-between;
    gap: var(--space-2);
    min-height: 2rem;
  }
  /* The first line stands level with the menu's dots, and with its neighbours' if they have no menu. */
  .head figcaption {
    padding-top: calc((2rem - 1lh) / 2);
  }
`;

/** The frame of a figure that is drawn on one canvas or as one SVG, with a note below. */
export const drawingFrame = css`
  ${figureFrame}
  :host {
    display: block;
  }
  figure {
    position: relative;
  }
  .note {
    margin: var(--space-1) 0 0;
    color: var(--ink-muted);
    font-size: var(--text-xs);
    line-height: 1.35;
  }
`;
