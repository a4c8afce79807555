import { css } from 'lit';

/** Of the gallery of mistakes. */
export const galleryStyles = css`
  :host {
    display: block;
  }
  .note {
    margin: 0 0 var(--space-3);
    color: var(--ink-muted);
    font-size: var(--text-s);
  }
  ul {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(5.25rem, 1fr));
    gap: var(--space-2);
    margin: 0 0 var(--space-2);
    padding: 0;
    list-style: none;
  }
  li {
    margin: 0;
  }
  li button {
    flex-direction: column;
    width: 100%;
    gap: var(--space-1);
    padding: var(--space-2) var(--space-1);
    border-color: var(--line);
    font-weight: 400;
    font-size: var(--text-xs);
    line-height: 1.25;
    color: var(--ink);
  }
  li reprise-digit {
    width: 3rem;
    height: 3rem;
  }
  .says {
    color: var(--bad);
    white-space: nowrap;
  }
  .is {
    color: var(--ink-muted);
    white-space: nowrap;
  }
`;
