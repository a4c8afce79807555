import { css } from 'lit';

/** What this lab alone has; the rest is pageLabStyles. */
export const labStyles = css`
  .lab {
    gap: var(--space-4) var(--space-5);
  }
  /* Rows that are named keep their gaps when nothing stands in them. */
  .lab:not(.alone) {
    grid-template-rows: repeat(5, auto) 1fr;
  }
  .lab > * {
    grid-column: 1;
    min-width: 0;
  }
  .lab > .settings {
    grid-row: 1 / span 6;
    grid-column: 2;
  }
  .settings h2 {
    display: flex;
    align-items: center;
    justify-content: space-between;
  }
  .settings h2 button {
    display: none;
  }
  .intro {
    max-width: var(--measure);
    margin: 0 0 var(--space-4);
    color: var(--ink-muted);
    font-size: var(--text-s);
  }
  .loading {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--space-2) var(--space-3);
    margin-top: var(--space-3);
    font-size: var(--text-s);
  }
  .loading progress {
    flex: 1 1 8rem;
    accent-color: var(--accent);
  }
  .notice {
    margin: var(--space-3) 0 0;
  }
  .score {
    display: flex;
    align-items: baseline;
    gap: var(--space-1) var(--space-3);
    flex-wrap: wrap;
    margin: var(--space-3) 0 0;
    font-size: var(--text-s);
    line-height: 1.3;
  }
  .score strong {
    color: var(--accuracy);
    font-size: var(--text-xl);
    font-weight: 650;
    line-height: 1;
  }
  .score .detail {
    color: var(--ink-muted);
  }
  .charts {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(18rem, 100%), 1fr));
    gap: var(--space-4) var(--space-5);
    --chart-height: 13rem;
  }
  .pair {
    display: flex;
    flex-wrap: wrap;
    justify-content: space-between;
    align-items: flex-start;
    gap: var(--space-3) var(--space-5);
    margin-bottom: var(--space-4);
  }
  .pair reprise-pair-picker {
    flex: 1 1 22rem;
    min-width: 0;
  }
  .layer {
    flex: 1 1 15rem;
    max-width: 22rem;
  }
  @container (max-width: 59rem) {
    .lab:not(.alone) {
      grid-template-rows: none;
    }
    .lab > .settings {
      grid-row: auto;
      grid-column: 1;
    }
  }
  /* Where it would push what is drawn off the screen it is folded away, within reach of Run. */
  @container (max-width: 37rem) {
    .settings h2 button {
      display: inline-flex;
    }
    .settings:not(.open) h2 {
      margin: 0;
    }
    .settings:not(.open) > :not(h2) {
      display: none;
    }
  }
  @media print {
    :host([preset][data-epoch='0']) .lab > :not(.still),
    :host(:not([data-epoch='0'])) .still {
      display: none;
    }
  }
`;
