import { LitElement, css, html, nothing } from 'lit';
import { property, state } from 'lit/decorators.js';
import { controlStyles } from '../../shell/control-styles.ts';
import { ownPicturesStrings as words } from '../../strings/own-pictures.ts';
import { droppedFiles } from '../../shell/dropped-files.ts';
import type { OwnFiles } from './own-files.ts';
import { disclosureStyles } from './settings-styles.ts';

/**
 * <reprise-own-pictures>: takes IDX files, CIFAR-10's, or pictures, by choice or drop. Fires `own` with an OwnFiles, and
 * `packed` to go back to MNIST. Set `problem` to the reason why the files were refused.
 */
export class OwnPictures extends LitElement {
  /** What is in use, in words; empty while MNIST is. */
  @property({ attribute: false }) inUse = '';
  @property({ attribute: false }) problem = '';
  /** What is to be known of the pictures in use; empty where there is nothing. */
  @property({ attribute: false }) notice = '';
  @state() protected ownProblem = '';
  @state() protected over = false;

  override render() {
    const problem = this.ownProblem || this.problem;
    return html`<details ?open=${this.inUse !== '' || problem !== '' || nothing}>
      <summary>${words.title}</summary>
      <p class="hint">${words.intro}</p>
      <div
        class=${this.over ? 'drop over' : 'drop'}
        @dragover=${this.draggedOver}
        @dragleave=${() => (this.over = false)}
        @drop=${this.dropped}
      >
        <label class="button" for="files">${words.choose}</label>
        <input id="files" type="file" multiple class="visually-hidden" @change=${this.chosen} />
        <label class="button" for="folder">${words.folder}</label>
        <input
          id="folder"
          type="file"
          webkitdirectory
          class="visually-hidden"
          @change=${this.chosen}
        />
        <span>${words.drop}</span>
      </div>
      ${problem ? html`<p class="error" role="alert">${problem}</p>` : nothing}
      ${this.inUse && this.notice ? html`<p class="notice mild" role="status">${this.notice}</p>` : nothing}
      ${
        this.inUse
          ? html`<p class="hint">
              ${this.inUse}
              <button type="button" class="quiet" @click=${() => this.fire('packed')}>
                ${words.back}
              </button>
            </p>`
          : nothing
      }
    </details>`;
  }

  private fire(name: string, detail?: OwnFiles) {
    this.dispatchEvent(new CustomEvent(name, { detail }));
  }

  private draggedOver(event: DragEvent) {
    event.preventDefault();
    this.over = true;
  }

  private dropped(event: DragEvent) {
    event.preventDefault();
    this.over = false;
    if (event.dataTransfer) void this.take(droppedFiles(event.dataTransfer));
  }

  private chosen(event: Event) {
    const input = event.target as HTMLInputElement;
    void this.take(Promise.resolve([...(input.files ?? [])]));
    input.value = '';
  }

  private async take(given: Promise<File[]>) {
    this.ownProblem = '';
    try {
      const files = await given;
      if (files.length === 0) return;
      this.fire('own', await (await import('./understand-files.ts')).understand(files));
    } catch (error) {
      this.ownProblem = (error as Error).message;
    }
  }

  static override styles = [
    controlStyles,
    disclosureStyles,
    css`
      :host {
        display: block;
      }
      .drop {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: var(--space-3);
        margin-top: var(--space-3);
        padding: var(--space-3);
        border: 1px dashed var(--line-strong);
        border-radius: var(--radius-s);
        color: var(--ink-muted);
        font-size: var(--text-s);
      }
      .drop.over {
        border-color: var(--accent);
        background: var(--accent-soft);
      }
      .drop:focus-within .button {
        outline: var(--focus);
        outline-offset: 2px;
      }
    `,
  ];
}

customElements.define('reprise-own-pictures', OwnPictures);
