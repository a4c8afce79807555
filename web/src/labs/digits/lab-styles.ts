import { css } from 'lit';

/** Of the digits lab as a whole: the experiment on the left, the settings beside it. */
export const labStyles = css`
  /* Laid out by its own width, since it may stand in a narrow column of a wide page. */
  :host {
    display: block;
    container-type: inline-size;
  }
  .lab {
    display: grid;
    grid-template-columns: minmax(0, 1fr) 19rem;
    grid-template-rows: repeat(5, auto) 1fr;
    gap: var(--space-4) var(--space-5);
    align-items: start;
  }
  .lab.alone {
    grid-template-columns: minmax(0, 1fr);
  }
  .lab > * {
    grid-column: 1;
    min-width: 0;
  }
  .lab > .settings {
    grid-row: 1 / span 6;
    grid-column: 2;
  }
  .panel {
    padding: var(--space-4);
  }
  h2 {
    margin: 0 0 var(--space-3);
    font-size: var(--text-m);
    font-weight: 650;
    letter-spacing: -0.008em;
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
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: space-between;
    gap: var(--space-3);
    margin: var(--space-3) 0 0;
  }
  .notice p {
    flex: 1 1 16rem;
    margin: 0;
  }
  .notice.mild {
    border-left-color: var(--line-strong);
    background: var(--note-soft);
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
    flex: 0 1 15rem;
  }
  @container (max-width: 59rem) {
    .lab {
      grid-template-columns: minmax(0, 1fr);
      grid-template-rows: none;
    }
    .lab > .settings {
      grid-row: auto;
      grid-column: 1;
    }
  }
  @container (max-width: 37rem) {
    .panel {
      padding: var(--space-3);
    }
  }
  .locked {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: space-between;
    gap: var(--space-3);
    border-style: dashed;
    box-shadow: none;
    color: var(--ink-muted);
  }
  .locked p {
    margin: 0;
  }
  @media screen {
    .still {
      display: none;
    }
  }
  @media print {
    .lab {
      display: block;
    }
    :host([preset][data-epoch='0']) .lab > :not(.still),
    :host(:not([data-epoch='0'])) .still,
    .locked > :not(.still) {
      display: none;
    }
    .settings {
      display: none;
    }
  }
`;
