import { css } from 'lit';

export const cloudStyles = css`
  :host {
    display: block;
    container-type: inline-size;
    font-size: var(--text-s);
  }
  .controls,
  .choice {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--space-2) var(--space-4);
  }
  .choice {
    gap: var(--space-2);
  }
  .label {
    color: var(--ink-muted);
  }
  .segments {
    display: flex;
    flex-wrap: wrap;
    gap: var(--space-1);
  }
  .segments button {
    min-width: 2.5rem;
    padding: 0 var(--space-3);
  }
  .views {
    display: grid;
    grid-template-columns: minmax(0, 1.4fr) minmax(15rem, 1fr);
    gap: var(--space-4) var(--space-5);
    align-items: start;
    margin-top: var(--space-3);
  }
  .legend,
  .neighbours {
    display: flex;
    flex-wrap: wrap;
    gap: var(--space-1) var(--space-3);
    margin: var(--space-2) 0 0;
    padding: 0;
    list-style: none;
  }
  .legend i {
    display: inline-block;
    width: 0.75em;
    height: 0.75em;
    margin-inline-end: 0.35em;
    border-radius: 50%;
    forced-color-adjust: none;
  }
  h3,
  h4 {
    margin: 0;
    font-size: var(--text-s);
    font-weight: 650;
  }
  h4 {
    margin-top: var(--space-3);
    font-weight: 550;
  }
  .share {
    color: var(--ink-muted);
    font-weight: 400;
  }
  .chosen {
    display: flex;
    align-items: center;
    gap: var(--space-3);
    margin: var(--space-2) 0;
    font-size: var(--text-l);
  }
  .chosen reprise-digit {
    width: 5.5rem;
    height: 5.5rem;
    border: 1px solid var(--line);
  }
  .which {
    display: flex;
    align-items: end;
    gap: var(--space-2);
  }
  .which .slider {
    flex: 1;
    min-width: 0;
  }
  .which button {
    min-width: var(--touch);
    padding: 0;
    font-size: var(--text-l);
  }
  .neighbours {
    gap: var(--space-2);
  }
  .neighbours button {
    flex-direction: column;
    gap: var(--space-1);
    padding: var(--space-1);
    font-size: var(--text-xs);
  }
  .neighbours reprise-digit {
    width: 2.5rem;
    height: 2.5rem;
  }
  /* Of another class. */
  .neighbours .other {
    border-style: dashed;
    border-color: var(--bad);
    border-width: 2px;
  }
  .scrubber {
    align-items: center;
    gap: var(--space-2) var(--space-3);
    margin-top: var(--space-3);
  }
  .scrubber .number {
    text-align: right;
  }
  .charts {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(15rem, 100%), 1fr));
    gap: var(--space-4) var(--space-5);
    margin-top: var(--space-4);
    --chart-height: 12rem;
  }
  @container (max-width: 40rem) {
    .views {
      grid-template-columns: minmax(0, 1fr);
    }
  }
  @media print {
    .controls,
    .scrubber,
    .which {
      display: none;
    }
  }
`;
