import { css } from 'lit';

/** What this lab alone has; the rest is regimeLabStyles. */
export const labStyles = css`
  .matrices,
  .ratio,
  .distances {
    grid-column: 1 / -1;
  }
  /* The layer's slider follows outside of the grid and its gaps. */
  .matrices:last-child {
    margin-bottom: var(--space-3);
  }
  .plane-alone > .plane + * {
    grid-column: auto;
  }
  .plane-alone .matrix-row,
  .plane-alone .three-matrices {
    display: grid;
    grid-template-columns: repeat(2, minmax(0, 1fr));
    gap: var(--space-3);
  }
  /* As in a narrow lab (regimeLabStyles). */
  .plane-alone .three-matrices {
    grid-template-rows: auto auto 1fr;
  }
  .plane-alone .three-matrices > .matrix-row {
    display: contents;
  }
  .plane-alone .three-matrices > .matrix-row > :nth-child(3) {
    grid-row: span 2;
    align-self: start;
  }
  .ratio {
    padding: var(--space-3) var(--space-4);
    border-radius: var(--radius-s);
    background: var(--sunken);
  }
  .ratio-name {
    min-width: 8.5rem;
    font-size: var(--text-m);
  }
  /* Its words are longer: three beside each other would break into four lines. */
  @container (max-width: 37rem) {
    :host(:lang(de)) .ratio .segments button {
      flex-basis: 45%;
    }
  }
  .scrubber + .slider {
    display: block;
    margin-top: var(--space-3);
  }
  /* What time and what layer is looked at: names, tracks and values of the two under each other. */
  @container (min-width: 37.01rem) {
    .looked-at:has(.slider) {
      display: grid;
      grid-template-columns: auto 1fr auto;
      column-gap: var(--space-3);
    }
    .looked-at:has(.slider) > * {
      display: grid;
      grid-column: 1 / -1;
      grid-template-columns: subgrid;
      align-items: center;
    }
    .looked-at .slider > span:first-child {
      display: contents;
    }
    .looked-at .slider output {
      grid-column: 3;
      text-align: right;
    }
    .looked-at .slider input {
      grid-area: 1 / 2;
    }
  }
  .scrubber {
    display: grid;
    grid-template-columns: auto 1fr 3.5rem;
  }
`;
