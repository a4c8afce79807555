import { LitElement, css, html } from 'lit';
import { controlStyles } from '../../shell/control-styles.ts';
import { shortcutSheetStrings as words } from '../../strings/shortcut-sheet.ts';
import { keys, shortcutsOn, switchShortcuts } from './shortcuts.ts';

/** <reprise-shortcut-sheet>: the keys, and the switch that turns the single ones off. */
class ShortcutSheet extends LitElement {
  open(): void {
    this.requestUpdate();
    void this.updateComplete.then(() => {
      const dialog = this.renderRoot.querySelector('dialog')!;
      if (!dialog.open) dialog.showModal();
    });
  }

  override render() {
    const rows = [
      ...Object.entries(keys).map(([key, command]) => [[key.toUpperCase()], words.keys[command]] as const),
      [['Ctrl', 'Z'], words.keys.undo] as const,
      [['Ctrl', 'Y'], words.keys.redo] as const,
    ];
    const close = () => this.renderRoot.querySelector('dialog')!.close();
    return html`<dialog aria-labelledby="title">
      <h2 id="title">${words.title}</h2>
      <p>${words.intro}</p>
      <dl>
        ${rows.map(
          ([combination, what]) =>
            html`<div>
              <dt>${combination.map((key) => html`<kbd>${key}</kbd>`)}</dt>
              <dd>${what}</dd>
            </div>`,
        )}
      </dl>
      <p>${words.charts}</p>
      <label>
        <input
          type="checkbox"
          .checked=${shortcutsOn()}
          @change=${(event: Event) => switchShortcuts((event.target as HTMLInputElement).checked)}
        />
        ${words.on}
      </label>
      <p class="hint">${words.off}</p>
      <button type="button" class="primary" @click=${close}>${words.close}</button>
    </dialog>`;
  }

  static override styles = [
    controlStyles,
    css`
      dialog {
        max-width: min(32rem, 100vw - 2rem);
        max-height: calc(100dvh - 2rem);
        padding: var(--space-5, 1.5rem);
        border: 1px solid var(--line);
        border-radius: var(--radius);
        background: var(--surface);
        color: var(--ink);
        box-shadow: var(--shadow);
        font-size: var(--text-s);
      }
      dialog::backdrop {
        background: rgb(0 0 0 / 45%);
      }
      h2 {
        margin: 0;
        font-size: var(--text-l);
      }
      dl {
        display: grid;
        gap: var(--space-1);
        margin: var(--space-3) 0;
      }
      dl div {
        display: grid;
        grid-template-columns: 7rem 1fr;
        align-items: center;
      }
      dd {
        margin: 0;
      }
      kbd {
        display: inline-block;
        min-width: 1.9rem;
        margin-inline-end: 0.25rem;
        padding: 0.1rem 0.45rem;
        border: 1px solid var(--line-strong);
        border-radius: var(--radius-s);
        background: var(--sunken);
        font: 550 var(--text-s) / 1.4 var(--font);
        text-align: center;
      }
      label {
        display: flex;
        align-items: center;
        gap: var(--space-2);
        min-height: var(--touch);
      }
      .hint {
        margin: 0 0 var(--space-4);
        color: var(--ink-muted);
      }
    `,
  ];
}

customElements.define('reprise-shortcut-sheet', ShortcutSheet);

/** Opens the page's one sheet. */
export function showShortcuts(): void {
  let sheet = document.querySelector<ShortcutSheet>('reprise-shortcut-sheet');
  if (!sheet) {
    sheet = document.createElement('reprise-shortcut-sheet') as ShortcutSheet;
    document.body.append(sheet);
  }
  sheet.open();
}
