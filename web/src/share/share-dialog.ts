import { LitElement, css, html, nothing } from 'lit';
import { property, state } from 'lit/decorators.js';
import { kindOf, type LabKind } from '../embed/catalogue.ts';
import { settingsOf } from '../embed/options.ts';
import type { LabElement } from '../labs/frame/lab-element.ts';
import { controlStyles } from '../shell/control-styles.ts';
import { siteRoot } from '../shell/root.ts';
import { shareStrings as words } from '../strings/share.ts';
import { missingFor } from './pytorch.ts';
import { formats, hasLook, linkOf, snippet, specOf, type Format, type Shared } from './snippets.ts';

/** Heights kept free for a lab, in CSS pixels, until it has said its own. */
const usualHeight = 900;

/**
 * <reprise-share-dialog>: a link to a lab as it is set, and what to paste into a page of one's own. Opened by
 * `openShare`.
 */
export class ShareDialog extends LitElement {
  /** The lab's settings as a link's fragment. */
  @property() hash = '';
  /** Whether the run has been changed by hand, which no link tells. */
  @property({ type: Boolean }) changedByHand = false;
  @state() protected format: Format = 'iframe';
  /** Parts that are not to be shown. */
  @state() protected left: ReadonlySet<string> = new Set();
  @state() protected theme = 'auto';
  @state() protected height: number = usualHeight;
  /** What has been copied: a format, "link", or "" for nothing; "refused" when the browser would not. */
  @state() protected copied = '';

  private get dialog(): HTMLDialogElement {
    return this.renderRoot.querySelector('dialog')!;
  }

  async open(hidden: readonly string[]): Promise<void> {
    this.left = new Set(hidden);
    await this.updateComplete;
    this.dialog.showModal();
  }

  private get kind(): LabKind {
    return kindOf(settingsOf(this.hash).preset.name)!;
  }

  private get shared(): Shared {
    const { kind } = this;
    const shown = kind.parts.filter((part) => !this.left.has(part));
    return {
      site: siteRoot().href,
      page: kind.page,
      extras: kind.extras,
      hash: this.hash,
      preset: settingsOf(this.hash).preset,
      controls: shown.length === kind.parts.length ? [] : shown,
      theme: this.theme,
      height: this.height,
      still: kind.still,
    };
  }

  private async copy(what: string, text: string) {
    try {
      await navigator.clipboard.writeText(text);
      this.copied = what;
    } catch {
      // Where the clipboard is refused, the text is selected, to be copied by hand.
      const field = this.renderRoot.querySelector<HTMLTextAreaElement>(what === 'link' ? '#link' : '#code');
      field?.focus();
      field?.select();
      this.copied = 'refused';
    }
  }

  private show(part: string, shown: boolean) {
    const hidden = new Set(this.left);
    if (shown) hidden.delete(part);
    // Nothing at all cannot be shown.
    else if (hidden.size < this.kind.parts.length - 1) hidden.add(part);
    this.left = hidden;
    this.copied = '';
    this.requestUpdate();
  }

  override render() {
    if (!this.hash) return nothing;
    const { shared, format, copied } = this;
    const link = linkOf(shared);
    const missing = format === 'pytorch' ? missingFor(specOf(shared)) : null;
    const code = missing ? '' : snippet(format, shared);
    const mine = /^(https?:\/\/(localhost|127\.)|file:)/.test(shared.site);
    return html`<dialog aria-labelledby="title" @close=${() => this.remove()}>
      <header>
        <h2 id="title">${words.title}</h2>
        <button type="button" class="quiet" @click=${() => this.dialog.close()}>${words.close}</button>
      </header>
      <p class="what">${words.what(shared.preset.title, this.changedByHand)}</p>
      ${this.changedByHand ? html`<p class="mine by-hand">${words.byHand}</p>` : nothing}
      ${mine ? html`<p class="mine">${words.mine}</p>` : nothing}
      <label for="link">${words.link}</label>
      <div class="copy">
        <input id="link" type="text" readonly .value=${link} />
        <button type="button" @click=${() => this.copy('link', link)}>
          ${copied === 'link' ? words.copied : words.copyLink}
        </button>
      </div>
      <h3>${words.embed}</h3>
      <fieldset>
        <legend>${words.formatOf}</legend>
        <div class="row">
          ${formats.map(
            (name) =>
              html`<label class="choice"
                ><input
                  type="radio"
                  name="format"
                  .checked=${name === format}
                  @change=${() => {
                    this.format = name;
                    this.copied = '';
                  }}
                />${words.formats[name].name}</label
              >`,
          )}
        </div>
      </fieldset>
      ${hasLook(format) ? this.renderChoices() : nothing}
      <label for="code">${words.code}</label>
      <textarea id="code" readonly rows="6" spellcheck="false" .value=${code}></textarea>
      <div class="foot">
        <p class="hint">${missing ? words.noScript[missing] : words.formats[format].hint}</p>
        <button type="button" class="primary" ?disabled=${missing !== null} @click=${() => this.copy(format, code)}>
          ${copied === format ? words.copied : words.copyCode}
        </button>
      </div>
      <p class="hint" role="status">
        ${copied === 'refused' ? words.refused : copied ? words.copiedStatus : ''}
      </p>
    </dialog>`;
  }

  private renderChoices() {
    return html`<fieldset>
        <legend>${words.parts}</legend>
        <div class="row">
          ${this.kind.parts.map(
            (part) =>
              html`<label class="choice"
                ><input
                  type="checkbox"
                  .checked=${!this.left.has(part)}
                  @change=${(event: Event) =>
                    this.show(part, (event.target as HTMLInputElement).checked)}
                />${words.partNames[part] ?? part}</label
              >`,
          )}
        </div>
      </fieldset>
      <div class="row more">
        <label
          >${words.theme}
          <select @change=${(event: Event) => (this.theme = (event.target as HTMLSelectElement).value)}>
            ${(['auto', 'light', 'dark'] as const).map(
              (name) =>
                html`<option value=${name} .selected=${name === this.theme}>
                  ${words.themes[name]}
                </option>`,
            )}
          </select></label
        >
        <label
          >${words.height}
          <input
            type="number"
            min="160"
            max="8000"
            step="20"
            .value=${String(this.height)}
            @change=${(event: Event) => {
              const input = event.target as HTMLInputElement;
              if (input.reportValidity()) this.height = input.valueAsNumber || usualHeight;
            }}
        /></label>
      </div>`;
  }

  static override styles = [
    controlStyles,
    css`
      dialog {
        width: min(44rem, calc(100vw - 2rem));
        max-height: calc(100dvh - 2rem);
        padding: var(--space-5);
        overflow: auto;
        border: 1px solid var(--line);
        border-radius: var(--radius);
        background: var(--surface);
        color: var(--ink);
        font: 400 var(--text-s) / 1.5 var(--font);
        box-shadow: var(--shadow);
      }
      dialog::backdrop {
        background: #00000073;
      }
      header,
      .copy,
      .foot {
        display: flex;
        align-items: center;
        gap: var(--space-3);
      }
      header,
      .foot {
        justify-content: space-between;
      }
      h2 {
        margin: 0;
        font-size: var(--text-l);
        letter-spacing: -0.01em;
      }
      h3 {
        margin: var(--space-5) 0 var(--space-2);
        font-size: var(--text-m);
      }
      .what {
        margin: var(--space-1) 0 var(--space-4);
        color: var(--ink-muted);
      }
      .mine {
        margin: 0 0 var(--space-4);
        padding: var(--space-2) var(--space-3);
        border-inline-start: 3px solid var(--line-strong);
        background: var(--note-soft);
      }
      fieldset {
        min-width: 0;
        margin: 0 0 var(--space-3);
        padding: 0;
        border: 0;
      }
      legend {
        padding: 0;
        color: var(--ink-muted);
      }
      .choice {
        display: inline-flex;
        align-items: center;
        gap: var(--space-2);
        min-height: 2rem;
        margin-inline-end: var(--space-3);
        color: var(--ink);
        cursor: pointer;
      }
      .choice input {
        width: 1.1rem;
        height: 1.1rem;
        margin: 0;
        accent-color: var(--accent);
      }
      .more {
        gap: var(--space-4);
        margin-bottom: var(--space-3);
      }
      .more label {
        flex: 0 1 12rem;
      }
      textarea {
        width: 100%;
        margin: var(--space-1) 0 var(--space-2);
        padding: var(--space-3);
        border: 1px solid var(--line-strong);
        border-radius: var(--radius-s);
        background: var(--sunken);
        color: var(--ink);
        font: 400 0.8125rem/1.45 var(--font-mono);
        resize: vertical;
        overflow-wrap: anywhere;
      }
      .copy button,
      .foot button {
        flex: none;
      }
      .foot {
        align-items: flex-start;
      }
      .foot .hint {
        max-width: 28rem;
      }
      @media (max-width: 40rem) {
        dialog {
          padding: var(--space-4);
        }
        .foot {
          flex-direction: column-reverse;
        }
      }
    `,
  ];
}

customElements.define('reprise-share-dialog', ShareDialog);

/** Opens the dialog for a lab as it now is; the focus returns to where it was when it is closed. */
export async function openShare(lab: LabElement): Promise<void> {
  const dialog = document.createElement('reprise-share-dialog') as ShareDialog;
  dialog.hash = lab.report().hash;
  dialog.changedByHand = lab.changedByHand ?? false;
  const shown = new Set(lab.show.split(/[\s,]+/).filter(Boolean));
  const { parts } = kindOf(settingsOf(dialog.hash).preset.name)!;
  // Among the lab's own nodes, where its colours hold.
  lab.shadowRoot!.append(dialog);
  await dialog.open(shown.size > 0 ? parts.filter((part) => !shown.has(part)) : []);
}
