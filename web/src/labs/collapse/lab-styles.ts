import { css } from 'lit';

/** What this lab alone has; the rest is regimeLabStyles. */
export const labStyles = css`
  .beside {
    display: grid;
    gap: var(--space-4);
  }
  /* The label and its choices are one group, which breaks as a whole and never between two choices. */
  .colouring {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--space-2) var(--space-3);
    margin-bottom: var(--space-2);
  }
  .words + .point,
  .structure,
  .sweep {
    margin-top: var(--space-5);
    padding-top: var(--space-4);
    border-top: 1px solid var(--line);
  }
  .still + .sweep {
    margin-top: 0;
    padding-top: 0;
    border-top: 0;
  }
  .sweep > reprise-chart {
    margin-top: var(--space-3);
  }
  .sweeping {
    margin-top: var(--space-2);
  }
  .sweeping progress {
    flex: 1;
  }
`;
