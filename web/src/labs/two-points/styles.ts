import { css } from 'lit';

export const labStyles = css`
  /* Laid out by its own width, since it may stand in a narrow column of a wide page. */
  :host {
    display: block;
    container-type: inline-size;
  }
  .lab {
    display: grid;
    grid-template-columns: minmax(0, 1fr) 19rem;
    gap: var(--space-5);
    align-items: start;
  }
  .lab.alone {
    grid-template-columns: minmax(0, 1fr);
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
  .panel {
    padding: var(--space-4);
    min-width: 0;
  }
  .main-chart {
    --chart-height: 20rem;
  }
  .meanings {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(15rem, 1fr));
    gap: var(--space-1) var(--space-4);
    margin: var(--space-3) 0 0;
    padding: 0;
    list-style: none;
    color: var(--ink-muted);
    font-size: var(--text-s);
    line-height: 1.4;
  }
  .layer {
    max-width: 30rem;
    margin-top: var(--space-3);
    padding-top: var(--space-3);
    border-top: 1px solid var(--line);
  }
  h2,
  h3 {
    margin: 0 0 var(--space-3);
    font-size: var(--text-m);
    font-weight: 650;
    letter-spacing: -0.008em;
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
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: space-between;
    gap: var(--space-3);
    margin: 0;
  }
  .notice p {
    flex: 1 1 18rem;
    margin: 0;
  }
  .notice.note {
    border-left-color: var(--line-strong);
    background: var(--note-soft);
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
    padding-left: var(--space-3);
    border-left: 3px solid var(--line-strong);
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
    .lab {
      grid-template-columns: minmax(0, 1fr);
    }
    .settings {
      grid-template-columns: repeat(auto-fit, minmax(14rem, 1fr));
      align-items: start;
      gap: var(--space-4) var(--space-5);
    }
    .settings h2,
    .settings > reprise-field {
      grid-column: 1 / -1;
    }
    fieldset {
      padding-top: 0;
      border: 0;
    }
  }
  @container (max-width: 37rem) {
    .figures {
      grid-template-columns: minmax(0, 1fr);
    }
    .panel {
      padding: var(--space-3);
    }
    .main-chart {
      --chart-height: 16rem;
    }
  }
  @media print {
    .lab {
      display: block;
    }
    .settings,
    .layer {
      display: none;
    }
  }
`;
