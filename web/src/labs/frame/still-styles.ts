import { css } from 'lit';

/**
 * A lab that waits for a prediction, and the still picture of a lab that was not run, for print. It goes after
 * a lab's own sheet, so that what is hidden here stays hidden.
 */
export const stillStyles = css`
  .waiting {
    display: flex;
    align-items: center;
    gap: var(--space-3);
    border: 1px dashed var(--line-strong);
    box-shadow: none;
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
    .waiting > :not(.still) {
      display: none;
    }
    .panel.lab {
      box-shadow: none;
      break-inside: avoid;
    }
  }
`;
