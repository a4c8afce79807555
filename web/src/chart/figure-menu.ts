import { LitElement, css, html } from 'lit';
import { property, state } from 'lit/decorators.js';
import { strings } from '../strings/en.ts';
import { controlStyles } from '../shell/control-styles.ts';

/** A choice of the menu; `action` is the name of the event it fires. */
export interface MenuItem {
  action: string;
  label: string;
}

/** What a figure can be saved as, made when it is asked for; null where there is nothing yet. */
export interface FigureFiles {
  heading: string;
  rows(): Promise<Iterable<readonly (string | number)[]> | null>;
  png(): Promise<Blob | null>;
  svg(): Promise<string | null>;
}

/** What every figure offers: its numbers and its picture as files, and its numbers as a table in the page where it has one. */
export function figureMenu(files: FigureFiles, table?: { shown: boolean; toggle: () => void }) {
  const { csv, png, svg, hideTable, showTable } = strings.chart;
  const items = [
    ...(table ? [{ action: 'table', label: table.shown ? hideTable : showTable }] : []),
    { action: 'csv', label: csv },
    { action: 'png', label: png },
    { action: 'svg', label: svg },
  ];
  const saving = (kind: 'csv' | 'png' | 'svg') => async () => (await import('./save.ts')).saveFigure(files, kind);
  return html`<reprise-figure-menu
    .label=${files.heading}
    .items=${items}
    @table=${table?.toggle}
    @csv=${saving('csv')}
    @png=${saving('png')}
    @svg=${saving('svg')}
  ></reprise-figure-menu>`;
}

/** <reprise-figure-menu>: a small button that opens what can be done with a figure. */
export class FigureMenu extends LitElement {
  @property({ attribute: false }) items: readonly MenuItem[] = [];
  @state() open = false;
  /** Of which figure. */
  @property() label = '';
  /** The button's name, where it is no figure's. */
  @property() buttonLabel = '';

  private readonly outside = (event: Event) => {
    if (!event.composedPath().includes(this)) this.open = false;
  };

  override connectedCallback() {
    super.connectedCallback();
    document.addEventListener('pointerdown', this.outside);
  }

  override disconnectedCallback() {
    super.disconnectedCallback();
    document.removeEventListener('pointerdown', this.outside);
  }

  private key(event: KeyboardEvent) {
    if (event.key !== 'Escape' || !this.open) return;
    this.open = false;
    this.renderRoot.querySelector<HTMLButtonElement>('.toggle')?.focus();
  }

  private choose(action: string) {
    this.open = false;
    this.renderRoot.querySelector<HTMLButtonElement>('.toggle')?.focus();
    this.dispatchEvent(new CustomEvent(action));
  }

  override render() {
    return html`<div @keydown=${this.key}>
      <button
        type="button"
        class="toggle quiet"
        aria-expanded=${this.open}
        aria-label=${this.buttonLabel || `${strings.chart.menu}: ${this.label}`}
        @click=${() => (this.open = !this.open)}
      >
        <svg viewBox="0 0 24 24" width="20" height="20" aria-hidden="true" fill="currentColor">
          <circle cx="5" cy="12" r="1.8" />
          <circle cx="12" cy="12" r="1.8" />
          <circle cx="19" cy="12" r="1.8" />
        </svg>
      </button>
      <ul ?hidden=${!this.open}>
        ${this.items.map(
          ({ action, label }) =>
            html`<li>
              <button type="button" class="quiet" @click=${() => this.choose(action)}>${label}</button>
            </li>`,
        )}
      </ul>
    </div>`;
  }

  static override styles = [
    controlStyles,
    css`
      div {
        position: relative;
      }
      .toggle {
        min-height: 2rem;
        width: 2.25rem;
        padding: 0;
      }
      ul {
        position: absolute;
        inset-inline-end: 0;
        z-index: 5;
        min-width: 13rem;
        margin: 0;
        padding: var(--space-1);
        list-style: none;
        /* On a dark surface a shadow alone does not lift it. */
        border: 1px solid var(--line-strong);
        border-radius: var(--radius);
        background: var(--surface);
        box-shadow: var(--shadow);
      }
      li button.quiet {
        justify-content: flex-start;
        width: 100%;
        padding: 0 var(--space-3);
        color: var(--ink);
        font-weight: 400;
        text-align: start;
        white-space: nowrap;
      }
      @media print {
        :host {
          display: none;
        }
      }
    `,
  ];
}

customElements.define('reprise-figure-menu', FigureMenu);
