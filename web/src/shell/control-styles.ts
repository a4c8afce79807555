import { css, unsafeCSS } from 'lit';
import symbols from './symbols.css?inline';

/** Buttons, fields and small print, shared by every lab so that all controls look and behave alike. */
export const controlStyles = css`
  *,
  *::before,
  *::after {
    box-sizing: border-box;
  }
  [hidden] {
    display: none !important;
  }
  button,
  .button {
    display: inline-flex;
    align-items: center;
    justify-content: center;
    gap: var(--space-2);
    min-height: var(--touch);
    padding: 0 var(--space-4);
    border: 1px solid var(--line-strong);
    border-radius: var(--radius-s);
    background: var(--surface);
    color: var(--ink);
    font: 550 var(--text-s) / 1 var(--font);
    text-decoration: none;
    cursor: pointer;
    touch-action: manipulation;
  }
  button:hover:not(:disabled),
  .button:hover {
    border-color: var(--accent);
    color: var(--accent);
  }
  button.primary,
  .button.primary {
    border-color: var(--accent);
    background: var(--accent);
    color: var(--on-accent);
  }
  button.primary:hover:not(:disabled) {
    border-color: var(--accent-strong);
    background: var(--accent-strong);
    color: var(--on-accent);
  }
  button.quiet {
    border-color: transparent;
    background: none;
    color: var(--ink-muted);
  }
  button.quiet:hover:not(:disabled) {
    background: var(--sunken);
    color: var(--ink);
  }
  button:disabled {
    opacity: 0.5;
    cursor: default;
  }
  button[aria-pressed='true'] {
    border-color: var(--accent);
    background: var(--accent-soft);
    color: var(--accent);
  }
  @media (forced-colors: active) {
    button[aria-pressed='true'] {
      forced-color-adjust: none;
      border-color: Highlight;
      background: Highlight;
      color: HighlightText;
    }
  }
  :focus-visible {
    outline: var(--focus);
    outline-offset: 2px;
  }
  label,
  .label {
    display: block;
    color: var(--ink-muted);
    font-size: var(--text-s);
    line-height: 1.3;
  }
  input[type='number'],
  input[type='text'],
  select {
    width: 100%;
    min-height: 2.5rem;
    padding: 0 var(--space-3);
    border: 1px solid var(--line-strong);
    border-radius: var(--radius-s);
    background: var(--surface);
    color: var(--ink);
    font: 400 var(--text-s) / 1 var(--font);
    font-variant-numeric: tabular-nums lining-nums;
  }
  select {
    padding-inline-end: var(--space-1);
    /* WebKit on Linux lets a long option stand out of it. */
    contain: paint;
  }
  input[aria-invalid='true'] {
    border-color: var(--bad);
    outline: 1px solid var(--bad);
  }
  input[type='range'] {
    width: 100%;
    height: 1.75rem;
    margin: 0;
    accent-color: var(--accent);
    cursor: pointer;
  }
  .error {
    margin: var(--space-1) 0 0;
    color: var(--bad);
    font-size: var(--text-xs);
    line-height: 1.35;
  }
  .hint {
    margin: var(--space-1) 0 0;
    color: var(--ink-muted);
    font-size: var(--text-xs);
    line-height: 1.35;
  }
  .panel {
    border: 1px solid var(--line);
    border-radius: var(--radius);
    background: var(--surface);
  }
  .notice {
    padding: var(--space-3) var(--space-4);
    border-inline-start: 3px solid var(--bad);
    border-radius: 0 var(--radius-s) var(--radius-s) 0;
    background: var(--bad-soft);
    font-size: var(--text-s);
  }
  .row {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--space-2);
  }
  /* What waits for a prediction. */
  .waiting {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: space-between;
    gap: var(--space-2) var(--space-3);
    border: 1px dashed var(--line-strong);
    color: var(--ink-muted);
    font-size: var(--text-s);
  }
  .waiting p {
    margin: 0;
  }
  .number {
    font-variant-numeric: tabular-nums lining-nums;
  }
  /* The engine could not be loaded: see labs/frame/stand-in.ts. */
  :host([data-unavailable]),
  :host([data-unavailable]) :has(> .still) {
    display: flex;
    flex-direction: column;
    align-items: stretch;
  }
  :host([data-unavailable]) .still {
    display: block !important;
    order: -1;
    margin-block: var(--space-4);
  }
  ${unsafeCSS(symbols)}
`;

/** A run's progress: a thin bar in the accent colour. */
export const progressStyles = css`
  progress {
    height: 0.375rem;
    appearance: none;
    border: 0;
    border-radius: 99px;
    overflow: hidden;
    background: var(--line);
    color: var(--accent);
  }
  progress::-webkit-progress-bar {
    background: var(--line);
  }
  progress::-webkit-progress-value {
    background: var(--accent);
  }
  progress::-moz-progress-bar {
    background: var(--accent);
  }
  /* A bar drawn by the system shows nothing at the start, or at the end, in some themes. */
  @media (forced-colors: active) {
    progress {
      forced-color-adjust: none;
      border: 1px solid CanvasText;
      background: Canvas;
    }
    progress::-webkit-progress-bar {
      background: Canvas;
    }
    progress::-webkit-progress-value {
      background: Highlight;
    }
    progress::-moz-progress-bar {
      background: Highlight;
    }
  }
`;
