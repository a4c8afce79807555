import { css } from 'lit';

/** The box of a question or an exercise. */
export const boxStyles = css`
  :host {
    display: block;
  }
  .box {
    padding: var(--space-4) var(--space-5);
    border: 1px solid var(--line);
    border-inline-start: 4px solid var(--line-strong);
    border-radius: var(--radius-s);
    background: var(--surface);
  }
  .tag {
    margin: 0 0 var(--space-2);
    color: var(--ink-muted);
    font-size: var(--text-xs);
    font-weight: 650;
    letter-spacing: 0.04em;
    text-transform: uppercase;
  }
  .verdict:empty {
    display: none;
  }
  @media (max-width: 40rem) {
    .box {
      padding: var(--space-3) var(--space-4);
    }
  }
`;
