import { LitElement, css, html } from 'lit';
import { property } from 'lit/decorators.js';
import '../../chart/figure-menu.ts';
import type { MenuItem } from '../../chart/figure-menu.ts';
import { controlStyles } from '../../shell/control-styles.ts';
import { HeldFocus } from '../../shell/held-focus.ts';
import { strings } from '../../strings/en.ts';
import { labToolsStrings as words } from '../../strings/lab-tools.ts';
import type { LabTools } from './lab-tools.ts';

const arrow = 'M8 5L3 10l5 5v-3.6c5.2-.6 8.6 1 11 5.6.2-6-3.6-9.8-11-9.6z';

/**
 * <reprise-lab-tools>: the seed, undo, redo and a lab's menu, for the run bar's slot. `items` are the lab's own choices,
 * on top of those all labs have; their events are fired here.
 */
export class LabToolsBar extends LitElement {
  // The same object all along, while what it holds changes: redrawn whenever the lab is.
  @property({ attribute: false, hasChanged: () => true }) tools!: LabTools;
  @property({ attribute: false }) items: readonly MenuItem[] = [];
  /** Of the run that is shown, so that "New seed" has something to change and a text may name one. */
  @property({ attribute: false }) seed!: number;

  constructor() {
    super();
    new HeldFocus(this, '.undo:enabled', '.redo:enabled');
  }

  override render() {
    const { tools } = this;
    const { canUndo, canRedo } = tools.history;
    return html`<span class="tools">
        <span class="number seed">${strings.seed(this.seed)}</span>
        <button
          type="button"
          class="quiet icon undo"
          title="${words.undo} (Ctrl+Z)"
          aria-label=${words.undo}
          ?disabled=${!canUndo && !tools.host.report().problem}
          @click=${() => tools.undo()}
        >
          ${arrowIcon}
        </button>
        <button
          type="button"
          class="quiet icon redo"
          title="${words.redo} (Ctrl+Y)"
          aria-label=${words.redo}
          ?disabled=${!canRedo}
          @click=${() => tools.redo()}
        >
          ${arrowIcon}
        </button>
        <reprise-figure-menu
          .buttonLabel=${words.menu}
          .items=${[
            ...(tools.linked ? [{ action: 'link', label: words.copyLink }] : []),
            ...(tools.host.declaration.page ? [{ action: 'share', label: words.share }] : []),
            ...this.items,
            { action: 'csv', label: words.saveCsv },
            { action: 'result', label: words.saveResult },
            { action: 'open', label: words.openResult },
            { action: 'pin', label: words.pin },
            { action: 'help', label: words.help },
          ]}
          @link=${() => tools.copyLink()}
          @share=${() => this.share()}
          @csv=${() => tools.saveCsv()}
          @result=${() => tools.saveResult()}
          @open=${() => this.renderRoot.querySelector<HTMLInputElement>('input')!.click()}
          @pin=${() => tools.keep()}
          @help=${() => tools.help()}
        ></reprise-figure-menu>
      </span>
      <input
        type="file"
        accept=".json,application/json"
        hidden
        aria-label=${words.openResult}
        @change=${this.chosen}
      />
      <span class="visually-hidden" role="status">${tools.message}</span>`;
  }

  /** The dialog comes when it is asked for: few readers do. */
  private async share() {
    const { openShare } = await import('../../share/share-dialog.ts');
    await openShare(this.tools.host);
  }

  /** The lab's own choices. */
  protected override updated() {
    const menu = this.renderRoot.querySelector('reprise-figure-menu')!;
    for (const { action } of this.items) {
      if (this.wired.has(action)) continue;
      this.wired.add(action);
      menu.addEventListener(action, () => this.dispatchEvent(new CustomEvent(action)));
    }
  }
  private readonly wired = new Set<string>();

  private chosen(event: Event) {
    const input = event.target as HTMLInputElement;
    const file = input.files?.[0];
    // The same file may be chosen again.
    input.value = '';
    if (file) void this.tools.openFile(file);
  }

  static override styles = [
    controlStyles,
    css`
      :host {
        display: inline-flex;
      }
      .tools {
        display: inline-flex;
        align-items: center;
      }
      .seed {
        margin-inline-end: var(--space-1);
        color: var(--ink-muted);
        font-size: var(--text-s);
        white-space: nowrap;
      }
      .icon {
        min-width: 2.25rem;
        min-height: 2rem;
        padding: 0;
      }
      .redo svg {
        transform: scaleX(-1);
      }
      .visually-hidden {
        position: absolute;
        width: 1px;
        height: 1px;
        overflow: hidden;
        clip-path: inset(50%);
        white-space: nowrap;
      }
    `,
  ];
}

const arrowIcon = html`<svg viewBox="0 0 22 22" width="18" height="18" aria-hidden="true" fill="currentColor">
    <path d=${arrow} />
  </svg>`;

customElements.define('reprise-lab-tools', LabToolsBar);
