import { css } from 'lit';
import { twoMatricesAcross } from '../frame/regime-lab-styles.ts';

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
  ${twoMatricesAcross(css`.plane-alone`)}
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
      text-align: end;
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
