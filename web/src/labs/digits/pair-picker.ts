import { LitElement, css, html, nothing } from 'lit';
import { property, state } from 'lit/decorators.js';
import { controlStyles } from '../../shell/control-styles.ts';
import { digitsStrings as strings } from '../../strings/digits.ts';
import './digit-image.ts';
import type { Picture } from './digit-image.ts';

export interface TrainingPicture extends Picture {
  label: number;
}

/** Pictures per class shown at first, and added by "more". */
const perClass = 10;

/**
 * <reprise-pair-picker>: the two training pictures that are followed, and a choice of others. Fires
 * `choose` with the new pair of training indices; the later click of the two comes last.
 */
export class PairPicker extends LitElement {
  /** What each label stands for. */
  @property({ attribute: false }) names: readonly string[] = [];
  @property({ attribute: false }) pair: readonly number[] = [];
  @property({ attribute: false }) classes: readonly number[] = [];
  /** Number of training pictures. */
  @property({ attribute: false }) count = 0;
  /** A training picture, by its index. */
  @property({ attribute: false }) picture: (index: number) => TrainingPicture | null = () => null;
  @state() protected rows: number = perClass;
  @state() protected expanded = false;
  /** Whether the reader has chosen: a page that opens says nothing. */
  @state() protected asked = false;

  override render() {
    return html`<div class="chosen">
        ${this.pair.map((index) => this.renderChosen(index))}
        <button
          type="button"
          aria-expanded=${this.expanded}
          aria-controls="others"
          @click=${() => (this.expanded = !this.expanded)}
        >
          ${strings.choosePair}
        </button>
      </div>
      <p class="visually-hidden" aria-live="polite">${this.asked ? this.announcement() : ''}</p>
      <div id="others" ?hidden=${!this.expanded}>
        ${this.expanded ? this.renderOthers() : nothing}
      </div>`;
  }

  private nameOf(label: number): string {
    return this.names[label] ?? String(label);
  }

  private name(index: number): string {
    const picture = this.picture(index);
    return picture ? strings.pictureName(this.nameOf(picture.label), index) : '';
  }

  private announcement() {
    const [one, two] = this.pair.map((index) => this.name(index));
    return one && two ? strings.pairChosen(one, two) : '';
  }

  private renderChosen(index: number) {
    const picture = this.picture(index);
    return html`<figure>
      <reprise-digit .picture=${picture}></reprise-digit>
      <figcaption>${picture ? this.name(index) : ''}</figcaption>
    </figure>`;
  }

  private renderOthers() {
    const classes = this.classes.length;
    const most = Math.ceil(this.count / classes);
    const columns = Math.min(this.rows, most);
    return html`<p class="hint">${strings.choosePairHint}</p>
      ${this.classes.map(
        (label, c) =>
          html`<div class="class" role="group" aria-label=${this.nameOf(label)}>
            ${Array.from({ length: columns }, (_, k) => k * classes + c)
              .filter((index) => index < this.count)
              .map((index) => this.renderOther(index))}
          </div>`,
      )}
      ${
        columns < most
          ? html`<button type="button" class="quiet" @click=${() => (this.rows += 2 * perClass)}>
              ${strings.morePictures}
            </button>`
          : nothing
      }`;
  }

  private renderOther(index: number) {
    return html`<button
      type="button"
      class="other"
      aria-pressed=${this.pair.includes(index)}
      aria-label=${this.name(index)}
      title=${this.name(index)}
      @click=${() => this.choose(index)}
    >
      <reprise-digit .picture=${this.picture(index)}></reprise-digit>
    </button>`;
  }

  private choose(index: number) {
    if (this.pair.includes(index)) return;
    this.asked = true;
    const detail = [this.pair[1]!, index];
    this.dispatchEvent(new CustomEvent<number[]>('choose', { detail }));
  }

  static override styles = [
    controlStyles,
    css`
      :host {
        display: block;
      }
      .chosen {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: var(--space-3) var(--space-4);
      }
      figure {
        display: flex;
        align-items: center;
        gap: var(--space-2);
        margin: 0;
      }
      figure reprise-digit {
        width: 3.5rem;
        height: 3.5rem;
        border: 1px solid var(--line-strong);
        border-radius: var(--radius-s);
      }
      figcaption {
        max-width: 8rem;
        color: var(--ink-muted);
        font-size: var(--text-xs);
        line-height: 1.3;
      }
      #others {
        margin-top: var(--space-3);
        padding: var(--space-3);
        border-radius: var(--radius-s);
        background: var(--sunken);
      }
      #others .hint {
        margin: 0 0 var(--space-3);
      }
      .class {
        display: flex;
        flex-wrap: wrap;
        gap: var(--space-1);
        margin-bottom: var(--space-2);
      }
      .other {
        width: var(--touch);
        min-height: var(--touch);
        padding: 2px;
      }
      .other[aria-pressed='true'] {
        outline: 2px solid var(--accent);
        outline-offset: -1px;
      }
      .other reprise-digit {
        width: 100%;
        aspect-ratio: 1;
      }
    `,
  ];
}

customElements.define('reprise-pair-picker', PairPicker);
