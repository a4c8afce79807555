import { css, type CSSResult } from 'lit';
import { controlStyles } from '../../shell/control-styles.ts';
import { sliderStyles } from './slider.ts';
import { stillStyles } from './still-styles.ts';

/** Matrices two beside each other, where `within` is too narrow for three. */
export const twoMatricesAcross = (within: CSSResult) => css`
  ${within} .matrix-row,
  ${within} .three-matrices {
    display: grid;
    grid-template-columns: repeat(2, minmax(0, 1fr));
    gap: var(--space-3);
  }
  /* Two and one: what is said of them fills the place beside the third. */
  ${within} .three-matrices {
    grid-template-rows: auto auto 1fr;
  }
  ${within} .three-matrices > .matrix-row {
    display: contents;
  }
  ${within} .three-matrices > .matrix-row > :nth-child(3) {
    grid-row: span 2;
    align-self: start;
  }
`;

const regimeLabStyles = css`
  /* Laid out by its own width, since it may stand in a narrow column of a wide page. */
  :host {
    display: block;
    container-type: inline-size;
  }
  .lab {
    padding: var(--space-4);
    box-shadow: var(--shadow);
    font-size: var(--text-s);
  }
  .lab p {
    margin: var(--space-2) 0 0;
  }
  .controls {
    display: grid;
    gap: var(--space-3);
  }
  .inline {
    display: inline-flex;
    align-items: center;
    gap: var(--space-2);
  }
  .inline select {
    width: auto;
    min-height: var(--touch);
  }
  .regimes {
    justify-content: space-between;
  }
  .segments {
    display: flex;
    flex-wrap: wrap;
  }
  .segments button {
    border-radius: 0;
    margin-inline-start: -1px;
  }
  .segments button:first-child {
    border-radius: var(--radius-s) 0 0 var(--radius-s);
    margin-inline-start: 0;
  }
  .segments button:last-child {
    border-radius: 0 var(--radius-s) var(--radius-s) 0;
  }
  .segments button[aria-pressed='true'] {
    position: relative;
    z-index: 1;
  }
  .views {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(100%, 20rem), 1fr));
    gap: var(--space-5);
    margin-top: var(--space-4);
    align-items: start;
  }
  .views > * {
    min-width: 0;
  }
  .matrix-row {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(100%, 11.5rem), 1fr));
    gap: var(--space-4);
  }
  .absent {
    padding: var(--space-3) var(--space-4);
    border: 1px dashed var(--line-strong);
    border-radius: var(--radius-s);
  }
  .absent p {
    color: var(--ink-muted);
  }
  .note {
    color: var(--ink-muted);
    font-size: var(--text-xs);
    line-height: 1.35;
  }
  .correlation strong {
    font-weight: 650;
  }
  .scrubber {
    align-items: center;
    gap: var(--space-3);
    margin-top: var(--space-4);
  }
  .scrubber .number {
    text-align: end;
  }
  .settings {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(100%, 15rem), 1fr));
    gap: var(--space-3) var(--space-5);
    margin-top: var(--space-4);
    padding-top: var(--space-3);
    border-top: 1px solid var(--line);
  }
  .settings > p {
    grid-column: 1 / -1;
  }
  .words {
    min-height: 2.7em;
    color: var(--ink-muted);
    line-height: 1.35;
  }
  /* A symbol under the pointer lights what it stands for. */
  :host([data-lit='h']) .distances,
  :host([data-lit='h']) .matrices,
  :host([data-lit='r']) .ratio,
  :host([data-lit='loss']) .loss,
  :host([data-lit='initial']) .initial,
  :host([data-lit='measured']) .measured,
  :host([data-lit='predicted']) .predicted {
    outline: 2px solid var(--accent);
    outline-offset: var(--space-1);
    border-radius: var(--radius-s);
  }
  @container (max-width: 37rem) {
    .lab {
      padding: var(--space-3);
    }
    .segments {
      width: 100%;
      gap: var(--space-1);
    }
    .segments button,
    .segments button:first-child,
    .segments button:last-child {
      flex: 1 1 45%;
      margin: 0;
      padding-inline: var(--space-2);
      border-radius: var(--radius-s);
      line-height: 1.15;
    }
    .segments:not(:has(> :nth-child(4))) button {
      flex-basis: 29%;
    }
    .regimes .inline,
    .regimes select {
      width: 100%;
    }
    ${twoMatricesAcross(css`.lab`)}
  }
  @media print {
    .controls,
    .scrubber,
    .settings {
      display: none;
    }
  }
`;

/** The look of labs that compare regimes, around a lab's own sheet: controls on top, views beside each other, settings below. */
export const regimeStyles = (own: CSSResult) => [controlStyles, own, sliderStyles, regimeLabStyles, stillStyles];
