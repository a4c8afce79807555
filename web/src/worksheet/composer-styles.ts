import { css } from 'lit';
import { controlStyles } from '../shell/control-styles.ts';

export const composerStyles = [
  controlStyles,
  css`
    :host {
      display: block;
      max-width: 62rem;
    }
    .bar,
    .row {
      display: flex;
      flex-wrap: wrap;
      gap: var(--space-2) var(--space-3);
      align-items: end;
    }
    .bar > label:first-child {
      flex: 1 1 14rem;
    }
    .bar .hint {
      flex-basis: 100%;
    }
    .bar .history {
      display: inline-flex;
      gap: var(--space-2);
    }
    input[type='file'] {
      position: absolute;
      width: 1px;
      height: 1px;
      opacity: 0;
    }
    .button:focus-within {
      outline: var(--focus);
      outline-offset: 2px;
    }
    .pair {
      display: grid;
      grid-template-columns: repeat(auto-fit, minmax(min(100%, 16rem), 1fr));
      gap: 0 var(--space-4);
    }
    .pair.head {
      grid-template-columns: minmax(0, 3fr) minmax(8rem, 1fr);
      margin-top: var(--space-4);
    }
    .field {
      margin-top: var(--space-3);
    }
    .field :is(input, select, textarea) {
      margin-top: var(--space-1);
    }
    textarea {
      display: block;
      width: 100%;
      padding: var(--space-2) var(--space-3);
      border: 1px solid var(--line-strong);
      border-radius: var(--radius-s);
      background: var(--surface);
      color: var(--ink);
      font: 400 var(--text-s) / 1.5 var(--font);
      resize: vertical;
    }
    h2 {
      margin: var(--space-6) 0 var(--space-3);
    }
    .block {
      margin-bottom: var(--space-4);
      padding: var(--space-3) var(--space-4) var(--space-4);
      border: 1px solid var(--line);
      border-radius: var(--radius);
      background: var(--surface);
    }
    .block header {
      display: flex;
      align-items: center;
    }
    .block h3 {
      flex: 1;
      margin: 0;
      font-size: var(--text-m);
    }
    .block header button {
      min-width: var(--touch);
      padding: 0;
    }
    .seen {
      margin-top: var(--space-3);
      padding: 0 var(--space-4);
      border-inline-start: 3px solid var(--line);
      overflow-wrap: anywhere;
    }
    .seen a {
      color: var(--accent);
    }
    fieldset {
      margin: var(--space-3) 0 0;
      padding: 0;
      border: 0;
    }
    legend {
      padding: 0;
      color: var(--ink-muted);
      font-size: var(--text-s);
    }
    .tick {
      display: inline-flex;
      gap: var(--space-2);
      align-items: center;
      min-height: var(--touch);
      margin-inline-end: var(--space-4);
    }
    .paste {
      display: grid;
      grid-template-columns: minmax(0, 1fr) auto;
      gap: 0 var(--space-3);
      align-items: end;
    }
    .paste .hint {
      overflow-wrap: anywhere;
    }
    .paste button {
      align-self: start;
      margin-top: calc(var(--space-3) + 1.3em + var(--space-1));
    }
    .answer,
    .condition {
      display: grid;
      grid-template-columns: 7rem minmax(0, 1fr) minmax(0, 1fr) var(--touch);
      gap: 0 var(--space-3);
      align-items: end;
    }
    .condition {
      grid-template-columns: minmax(0, 2fr) minmax(0, 1fr) 7rem var(--touch);
    }
    .answer button,
    .condition button {
      padding: 0;
    }
    fieldset > button {
      margin-top: var(--space-3);
    }
    @media (max-width: 40rem) {
      .pair.head,
      .answer,
      .condition {
        grid-template-columns: minmax(0, 1fr);
      }
      .answer,
      .condition {
        padding-bottom: var(--space-3);
        border-bottom: 1px solid var(--line);
      }
      .answer button,
      .condition button {
        justify-self: end;
      }
    }
    .adding .label {
      margin: var(--space-3) 0 var(--space-1);
    }
    ul.error {
      padding-inline-start: var(--space-5);
    }
  `,
];
