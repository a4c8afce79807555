import { css } from 'lit';

/**
 * A lab that waits for a prediction, and the still picture of a lab that was not run, for print. It goes after
 * a lab's own sheet, so that what is hidden here stays hidden.
 */
export const stillStyles = css`
  .locked {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: space-between;
    gap: var(--space-3);
    border: 1px dashed var(--line-strong);
    box-shadow: none;
    color: var(--ink-muted);
    font-size: var(--text-s);
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
    .trained .still,
    .lab:not(.trained) > .views,
    .lab:not(.trained) > .words,
    .locked > :not(.still) {
      display: none;
    }
    .panel.lab {
      box-shadow: none;
      break-inside: avoid;
    }
  }
`;
