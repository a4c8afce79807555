import { css } from 'lit';

/** Labs that fill a page: the experiment on the left, the settings beside it. After a lab's own sheet. */
export const pageLabStyles = css`
  /* Laid out by its own width, since it may stand in a narrow column of a wide page. */
  :host {
    display: block;
    container-type: inline-size;
  }
  .lab {
    display: grid;
    grid-template-columns: minmax(0, 1fr) 19rem;
    align-items: start;
  }
  .lab.alone {
    grid-template-columns: minmax(0, 1fr);
  }
  .panel {
    padding: var(--space-4);
    min-width: 0;
  }
  h2,
  h3 {
    margin: 0 0 var(--space-3);
    font-size: var(--text-m);
    font-weight: 650;
    letter-spacing: -0.008em;
  }
  .notice {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: space-between;
    gap: var(--space-3);
  }
  .notice p {
    flex: 1 1 16rem;
    margin: 0;
  }
  .notice.mild {
    border-inline-start-color: var(--line-strong);
    background: var(--note-soft);
  }
  @container (max-width: 59rem) {
    .lab {
      grid-template-columns: minmax(0, 1fr);
    }
  }
  @container (max-width: 37rem) {
    .panel {
      padding: var(--space-3);
    }
  }
  @media print {
    .lab {
      display: block;
    }
    .settings {
      display: none;
    }
  }
`;
