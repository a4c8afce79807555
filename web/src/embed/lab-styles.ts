import { css } from 'lit';
import { controlStyles } from '../shell/control-styles.ts';
import { look } from './look.ts';

export const labStyles = [
  controlStyles,
  look,
  css`
    .waiting {
      display: grid;
      place-items: center;
      min-height: 20rem;
      border: 1px solid var(--line);
      border-radius: var(--radius);
      background: var(--surface);
    }
    .credit {
      display: flex;
      flex-wrap: wrap;
      justify-content: space-between;
      gap: 0 var(--space-4);
      margin: var(--space-2) 0 0;
      color: var(--ink-muted);
      font-size: var(--text-xs);
    }
    a {
      color: var(--accent);
      text-underline-offset: 0.18em;
    }
    .unavailable {
      margin: 0;
      padding: var(--space-4);
      border: 1px solid var(--line);
      border-radius: var(--radius);
      background: var(--surface);
      font-size: var(--text-s);
    }
    .unavailable p {
      margin: 0 0 var(--space-4);
    }
    .unavailable svg {
      display: block;
      width: 100%;
      max-width: 60rem;
      height: auto;
      margin: 0 auto;
      border-radius: var(--radius-s);
    }
    figcaption {
      margin-top: var(--space-3);
      color: var(--ink-muted);
    }
    .ways {
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      gap: var(--space-2) var(--space-4);
      margin-top: var(--space-3);
    }
    .ignored {
      margin: 0 0 var(--space-3);
      padding: var(--space-3) var(--space-4);
      border-inline-start: 3px solid var(--line-strong);
      background: var(--note-soft);
      font-size: var(--text-s);
      overflow-wrap: anywhere;
    }
    .ignored p,
    .ignored ul {
      margin: 0;
    }
  `,
];
