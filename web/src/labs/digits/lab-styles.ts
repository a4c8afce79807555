import { css } from 'lit';

/** Of the digits lab as a whole. */
export const labStyles = css`
  :host {
    display: block;
  }
  .lab {
    display: grid;
    gap: var(--space-4);
  }
  .panel {
    min-width: 0;
    padding: var(--space-4) var(--space-5);
  }
  h2 {
    margin: 0 0 var(--space-2);
    font-size: var(--text-l);
    line-height: var(--leading-tight);
  }
  .intro,
  .summary {
    max-width: var(--measure);
    margin: 0 0 var(--space-4);
    color: var(--ink-muted);
    font-size: var(--text-s);
  }
  .presets {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--space-2);
    margin-bottom: var(--space-2);
  }
  .presets .label {
    margin-right: var(--space-2);
  }
  .counts {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(15rem, 100%), 22rem));
    gap: var(--space-3) var(--space-5);
    margin: var(--space-4) 0;
  }
  .counts input {
    max-width: 9rem;
  }
  .loading {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--space-2) var(--space-3);
    min-height: var(--touch);
    font-size: var(--text-s);
  }
  .loading progress {
    flex: 1 1 8rem;
    max-width: 20rem;
    accent-color: var(--accent);
  }
  .notice {
    margin: var(--space-3) 0;
  }
  .notice button {
    margin-left: var(--space-2);
  }
  .notice.mild {
    border-color: var(--accent);
    background: var(--note-soft);
  }
  .run {
    display: grid;
    grid-template-columns: minmax(0, 1fr) auto;
    gap: var(--space-3) var(--space-6);
    align-items: center;
  }
  .run .notice {
    grid-column: 1 / -1;
    margin: 0;
  }
  .score {
    display: flex;
    align-items: center;
    gap: var(--space-3);
    margin: 0;
    font-size: var(--text-s);
    line-height: 1.3;
  }
  .score strong {
    min-width: 3.6em;
    color: var(--accuracy);
    font-size: var(--text-2xl);
    font-weight: 650;
    line-height: 1;
    text-align: right;
    white-space: nowrap;
  }
  .score small {
    color: var(--ink-muted);
    font-size: var(--text-xs);
  }
  .charts {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(20rem, 100%), 1fr));
    gap: var(--space-5);
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
    flex: 1 1 20rem;
    min-width: 0;
  }
  .layer {
    width: 9rem;
  }
  @media (max-width: 45rem) {
    .panel {
      padding: var(--space-4);
    }
    .run {
      grid-template-columns: minmax(0, 1fr);
    }
    .score {
      order: -1;
    }
    .score strong {
      min-width: 0;
      text-align: left;
    }
  }
`;
