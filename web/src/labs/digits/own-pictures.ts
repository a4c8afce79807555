import { LitElement, css, html, nothing } from 'lit';
import { controlStyles } from '../../shell/control-styles.ts';
import { digitsStrings as strings } from '../../strings/digits.ts';
import { disclosureStyles } from './settings-styles.ts';
import { cifarRecord, DigitSet } from './digit-set.ts';
import { gunzipIfNeeded } from './load.ts';
import { isPicture, setFromPictures } from './picture-files.ts';

/** The bytes of two IDX files, unpacked but not yet understood. */
export interface IdxFiles {
  images: Uint8Array<ArrayBuffer>;
  labels: Uint8Array<ArrayBuffer>;
}

/** Two IDX files, or pictures that are understood already. */
export type OwnFiles = IdxFiles | { set: DigitSet; source: 'custom' | 'cifar10' };

/** Tells by their names and bytes what the files are. Throws in words for the reader. */
async function understand(given: File[]): Promise<OwnFiles> {
  // Folders hold files that no reader means, such as those of the system.
  const files = given.filter(({ name }) => !name.startsWith('.'));
  const pictures = files.filter(isPicture);
  if (pictures.length > 0 && pictures.length >= files.length / 2) {
    return { set: await setFromPictures(pictures), source: 'custom' };
  }
  const contents = await Promise.all(
    files.map(async (file) => gunzipIfNeeded(file.name, new Uint8Array(await file.arrayBuffer()))),
  );
  const isIdx = (bytes: Uint8Array) => bytes[0] === 0 && bytes[1] === 0 && bytes[2] === 8;
  if (contents.every((bytes) => bytes.length % cifarRecord === 0 && !isIdx(bytes))) {
    try {
      const sets = contents.map((bytes) => DigitSet.fromCifar10(bytes));
      return { set: sets.reduce((all, set) => all.concat(set)), source: 'cifar10' };
    } catch (error) {
      throw new Error(strings.ownCifar((error as Error).message));
    }
  }
  if (contents.length !== 2) throw new Error(strings.ownNeedTwo);
  const [one, two] = contents;
  // The fourth byte is the number of dimensions: 1 for labels. When unclear the core will say so.
  const labelsFirst = one![3] === 1 && two![3] !== 1;
  const [images, labels] = labelsFirst ? [two!, one!] : [one!, two!];
  return { images, labels };
}

/**
 * <reprise-own-pictures>: takes IDX files, CIFAR-10's, or pictures, by choice or drop. Fires `own` with an OwnFiles, and
 * `packed` to go back to MNIST. Set `problem` to the reason why the files were refused.
 */
export class OwnPictures extends LitElement {
  static override properties = {
    inUse: { attribute: false },
    problem: { attribute: false },
    ownProblem: { state: true },
    over: { state: true },
  };
  /** What is in use, in words; empty while MNIST is. */
  declare inUse: string;
  declare problem: string;
  declare protected ownProblem: string;
  declare protected over: boolean;

  constructor() {
    super();
    this.inUse = '';
    this.problem = '';
    this.ownProblem = '';
    this.over = false;
  }

  override render() {
    const problem = this.ownProblem || this.problem;
    return html`<details ?open=${this.inUse !== '' || problem !== '' || nothing}>
      <summary>${strings.own}</summary>
      <p class="hint">${strings.ownIntro}</p>
      <div
        class=${this.over ? 'drop over' : 'drop'}
        @dragover=${this.draggedOver}
        @dragleave=${() => (this.over = false)}
        @drop=${this.dropped}
      >
        <label class="button" for="files">${strings.ownChoose}</label>
        <input id="files" type="file" multiple class="visually-hidden" @change=${this.chosen} />
        <label class="button" for="folder">${strings.ownFolder}</label>
        <input
          id="folder"
          type="file"
          webkitdirectory
          class="visually-hidden"
          @change=${this.chosen}
        />
        <span>${strings.ownDrop}</span>
      </div>
      ${problem ? html`<p class="error" role="alert">${problem}</p>` : nothing}
      ${
        this.inUse
          ? html`<p class="hint">
              ${this.inUse}
              <button type="button" class="quiet" @click=${() => this.fire('packed')}>
                ${strings.ownBack}
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
    void this.take([...(event.dataTransfer?.files ?? [])]);
  }

  private chosen(event: Event) {
    const input = event.target as HTMLInputElement;
    void this.take([...(input.files ?? [])]);
    input.value = '';
  }

  private async take(files: File[]) {
    this.ownProblem = '';
    if (files.length === 0) return;
    try {
      this.fire('own', await understand(files));
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
