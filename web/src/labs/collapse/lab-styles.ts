import { css } from 'lit';

export const labStyles = css`
  /* Laid out by its own width, since it may stand in a narrow column of a wide page. */
  :host {
    display: block;
    container-type: inline-size;
  }
  .lab {
    padding: var(--space-4);
    box-shadow: var(--shadow);
    font-size: var(--text-s);
  }
  .lab p {
    margin: var(--space-2) 0 0;
  }
  .locked {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: space-between;
    gap: var(--space-3);
    border-style: dashed;
    box-shadow: none;
    color: var(--ink-muted);
  }
  .locked p {
    margin: 0;
  }
  .controls {
    display: grid;
    gap: var(--space-3);
  }
  .extras {
    display: inline-flex;
    align-items: center;
    gap: var(--space-1);
  }
  .seed {
    color: var(--ink-muted);
    white-space: nowrap;
  }
  .inline {
    display: inline-flex;
    align-items: center;
    gap: var(--space-2);
  }
  .inline select {
    width: auto;
    min-height: var(--touch);
  }
  .regimes {
    justify-content: space-between;
  }
  .segments {
    display: flex;
    flex-wrap: wrap;
  }
  .segments button {
    border-radius: 0;
    margin-left: -1px;
  }
  .segments button:first-child {
    border-radius: var(--radius-s) 0 0 var(--radius-s);
    margin-left: 0;
  }
  .segments button:last-child {
    border-radius: 0 var(--radius-s) var(--radius-s) 0;
  }
  .segments button[aria-pressed='true'] {
    position: relative;
    z-index: 1;
  }
  .views {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(100%, 20rem), 1fr));
    gap: var(--space-5);
    margin-top: var(--space-4);
    align-items: start;
  }
  .views[hidden] {
    display: none;
  }
  .views > * {
    min-width: 0;
  }
  .matrix-row {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(100%, 11.5rem), 1fr));
    gap: var(--space-4);
  }
  .beside {
    display: grid;
    gap: var(--space-4);
  }
  .colouring {
    align-items: center;
    gap: var(--space-1);
    margin-bottom: var(--space-2);
  }
  .colouring .label {
    margin-right: var(--space-2);
  }
  .views + .point,
  .words + .point,
  .structure,
  .sweep {
    margin-top: var(--space-5);
    padding-top: var(--space-4);
    border-top: 1px solid var(--line);
  }
  .sweep:first-child,
  .views[hidden] + .sweep {
    margin-top: 0;
    padding-top: 0;
    border-top: 0;
  }
  .sweeping {
    margin-top: var(--space-2);
  }
  .sweeping progress {
    flex: 1;
  }
  .probe {
    position: absolute;
  }
  .absent {
    padding: var(--space-3) var(--space-4);
    border: 1px dashed var(--line-strong);
    border-radius: var(--radius-s);
  }
  .absent p {
    color: var(--ink-muted);
  }
  .note {
    color: var(--ink-muted);
    font-size: var(--text-xs);
    line-height: 1.35;
  }
  .correlation strong {
    font-weight: 650;
  }
  .ratio {
    padding: var(--space-3) var(--space-4);
    border-radius: var(--radius-s);
    background: var(--sunken);
  }
  .ratio-name {
    min-width: 8.5rem;
    font-size: var(--text-m);
  }
  /* A symbol under the pointer lights what it stands for. */
  :host([data-lit='h']) .distances,
  :host([data-lit='h']) .matrices,
  :host([data-lit='r']) .ratio,
  :host([data-lit='loss']) .loss,
  :host([data-lit='initial']) .initial,
  :host([data-lit='measured']) .measured,
  :host([data-lit='predicted']) .predicted {
    outline: 2px solid var(--accent);
    outline-offset: var(--space-1);
    border-radius: var(--radius-s);
  }
  .scrubber {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--space-3);
    margin-top: var(--space-4);
  }
  .scrubber input {
    flex: 1 1 8rem;
    width: auto;
    min-width: 0;
  }
  .scrubber output {
    min-width: 3rem;
  }
  .scrubber output {
    text-align: right;
  }
  .settings {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(100%, 15rem), 1fr));
    gap: var(--space-3) var(--space-5);
    margin-top: var(--space-4);
    padding-top: var(--space-3);
    border-top: 1px solid var(--line);
  }
  .settings > p {
    grid-column: 1 / -1;
  }
  .slider > span:first-child {
    display: flex;
    justify-content: space-between;
  }
  .slider output {
    color: var(--ink);
  }
  .words {
    min-height: 2.7em;
    color: var(--ink-muted);
    line-height: 1.35;
  }
  @container (max-width: 37rem) {
    .lab {
      padding: var(--space-3);
    }
    .segments {
      width: 100%;
    }
    .segments {
      gap: var(--space-1);
    }
    .segments button,
    .segments button:first-child,
    .segments button:last-child {
      flex: 1 1 45%;
      margin: 0;
      padding-inline: var(--space-2);
      border-radius: var(--radius-s);
      line-height: 1.15;
    }
    .regimes .inline,
    .regimes select {
      width: 100%;
    }
    .matrix-row {
      grid-template-columns: repeat(2, minmax(0, 1fr));
      gap: var(--space-3);
    }
  }
  /* In print, a laboratory that was not run shows its still picture. */
  @media screen {
    .still {
      display: none;
    }
  }
  @media print {
    .trained .still,
    .lab:not(.trained) > .views,
    .lab:not(.trained) > .words,
    .locked > p,
    .controls,
    .scrubber,
    .settings,
    .locked button {
      display: none;
    }
    .lab {
      box-shadow: none;
      break-inside: avoid;
    }
  }
`;
