import { css } from 'lit';

/** A closed part that opens, alike in the settings and for one's own pictures. */
export const disclosureStyles = css`
  summary {
    display: flex;
    align-items: center;
    min-height: var(--touch);
    color: var(--ink);
    font-size: var(--text-s);
    font-weight: 650;
    cursor: pointer;
    list-style: none;
  }
  summary::-webkit-details-marker {
    display: none;
  }
  summary::after {
    content: '';
    width: 0.45rem;
    height: 0.45rem;
    margin: 0 0.3rem 0.15rem auto;
    border: solid var(--ink-muted);
    border-width: 0 2px 2px 0;
    transform: rotate(45deg);
  }
  details[open] summary::after {
    margin-bottom: -0.2rem;
    transform: rotate(225deg);
  }
  details {
    border-top: 1px solid var(--line);
  }
`;

export const settingsStyles = [
  disclosureStyles,
  css`
    :host {
      display: grid;
      gap: var(--space-4);
    }
    .more {
      display: grid;
      gap: var(--space-4);
      padding: var(--space-2) 0 var(--space-3);
    }
    .more > .hint,
    [role='status'] {
      margin: 0;
    }
    [role='status']:empty {
      display: none;
    }
    @container (min-width: 37rem) and (max-width: 59rem) {
      :host,
      .more {
        grid-template-columns: repeat(auto-fit, minmax(16rem, 1fr));
        align-items: start;
      }
      details {
        grid-column: 1 / -1;
      }
    }
  `,
];
