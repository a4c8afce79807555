import { css } from 'lit';

export const labStyles = css`
  .lab {
    gap: var(--space-5);
  }
  .stage,
  .figures {
    display: grid;
    gap: var(--space-4);
    min-width: 0;
  }
  .figures {
    grid-template-columns: repeat(2, minmax(0, 1fr));
  }
  .wide {
    grid-column: 1 / -1;
  }
  .main-chart {
    --chart-height: 20rem;
  }
  .layer {
    max-width: 30rem;
    margin-top: var(--space-3);
    padding-top: var(--space-3);
    border-top: 1px solid var(--line);
  }
  .settings {
    display: grid;
    gap: var(--space-4);
  }
  .settings h2 {
    margin: 0;
  }
  fieldset {
    display: grid;
    gap: var(--space-3);
    min-width: 0;
    margin: 0;
    padding: var(--space-3) 0 0;
    border: 0;
    border-top: 1px solid var(--line);
  }
  legend {
    float: left;
    padding: 0;
    color: var(--ink);
    font-size: var(--text-s);
    font-weight: 650;
  }
  .notice {
    margin: 0;
  }
  .detail {
    display: block;
    color: var(--ink-muted);
    font-size: var(--text-xs);
  }
  .numbers {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(14rem, 1fr));
    gap: var(--space-4) var(--space-5);
  }
  .fit dl {
    margin: 0;
  }
  .fit dl div {
    display: flex;
    align-items: baseline;
    justify-content: space-between;
    gap: var(--space-3);
    padding: var(--space-1) 0;
    border-bottom: 1px solid var(--line);
    font-size: var(--text-s);
  }
  .fit dt {
    color: var(--ink-muted);
  }
  .fit dd {
    margin: 0;
    font-weight: 600;
    white-space: nowrap;
  }
  .fit .unit {
    color: var(--ink-muted);
    font-size: var(--text-xs);
    font-weight: 400;
  }
  .verdict {
    margin: 0 0 var(--space-3);
    padding-inline-start: var(--space-3);
    border-inline-start: 3px solid var(--line-strong);
    font-size: var(--text-s);
  }
  .verdict.good {
    border-color: var(--good);
  }
  .verdict.poor {
    border-color: var(--bad);
  }
  sub {
    font-size: 0.7em;
    line-height: 0;
  }
  @container (max-width: 59rem) {
    /* Two columns of equal length: the network's settings are as many as all others. */
    .settings {
      display: block;
      columns: 2 14rem;
      column-gap: var(--space-5);
    }
    .settings h2,
    .settings > reprise-field {
      column-span: all;
      margin-bottom: var(--space-4);
    }
    fieldset {
      break-inside: avoid;
      margin-bottom: var(--space-5);
      padding-top: 0;
      border: 0;
    }
    fieldset:last-of-type {
      margin-bottom: 0;
    }
  }
  @container (max-width: 45rem) {
    .meanings {
      grid-template-columns: minmax(0, 1fr);
    }
  }
  @container (max-width: 37rem) {
    .figures {
      grid-template-columns: minmax(0, 1fr);
    }
    .main-chart {
      --chart-height: 16rem;
    }
  }
  .still {
    display: none;
  }
  @media print {
    .layer {
      display: none;
    }
  }
`;
