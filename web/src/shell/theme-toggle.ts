import { LitElement, css, html } from 'lit';
import { state } from 'lit/decorators.js';
import { strings } from '../strings/en.ts';
import { recall, store } from './storage.ts';

type Theme = 'auto' | 'light' | 'dark';
const order: readonly Theme[] = ['auto', 'light', 'dark'];
const key = 'reprise-theme';

const icons: Record<Theme, string> = {
  auto: 'M12 3a9 9 0 1 1 0 18 9 9 0 0 1 0-18zm0 2v14a7 7 0 0 0 0-14z',
  light:
    'M12 8a4 4 0 1 1 0 8 4 4 0 0 1 0-8zM11 2h2v3h-2zM11 19h2v3h-2zM2 11h3v2H2zM19 11h3v2h-3zM4.2 5.6l1.4-1.4 2.1 2.1-1.4 1.4zM16.3 17.7l1.4-1.4 2.1 2.1-1.4 1.4zM4.2 18.4l2.1-2.1 1.4 1.4-2.1 2.1zM16.3 6.3l2.1-2.1 1.4 1.4-2.1 2.1z',
  dark: 'M20 14.5A8.5 8.5 0 0 1 9.5 4 8.5 8.5 0 1 0 20 14.5z',
};

/** A button that goes round automatic, light and dark. Remembered where storage is allowed. */
export class ThemeToggle extends LitElement {
  @state() theme!: Theme;

  constructor() {
    super();
    const stored = recall(key);
    this.theme = stored === 'light' || stored === 'dark' ? stored : 'auto';
  }

  private next() {
    this.theme = order[(order.indexOf(this.theme) + 1) % order.length]!;
    const root = document.documentElement;
    if (this.theme === 'auto') delete root.dataset.theme;
    else root.dataset.theme = this.theme;
    store(key, this.theme);
    document.dispatchEvent(new CustomEvent('reprise-theme'));
  }

  override render() {
    const name = strings.theme[this.theme];
    return html`<button
      type="button"
      aria-label="${strings.theme.label}: ${name}"
      title="${strings.theme.label}: ${name}"
      @click=${this.next}
    >
      <svg viewBox="0 0 24 24" width="20" height="20" aria-hidden="true">
        <path d=${icons[this.theme]} fill="currentColor" fill-rule="evenodd" />
      </svg>
    </button>`;
  }

  static override styles = css`
    button {
      display: grid;
      place-items: center;
      width: var(--touch);
      height: var(--touch);
      padding: 0;
      border: 0;
      border-radius: var(--radius-s);
      background: none;
      color: var(--ink-muted);
      cursor: pointer;
    }
    button:hover {
      color: var(--ink);
      background: var(--sunken);
    }
    button:focus-visible {
      outline: var(--focus);
      outline-offset: 2px;
    }
  `;
}

customElements.define('reprise-theme-toggle', ThemeToggle);
