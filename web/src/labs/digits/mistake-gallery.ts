import { LitElement, html, nothing } from 'lit';
import { property, state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import { controlStyles } from '../../shell/control-styles.ts';
import { digitsStrings as strings } from '../../strings/digits.ts';
import './digit-image.ts';
import type { Picture } from './digit-image.ts';
import { galleryStyles } from './gallery-styles.ts';
import type { Verdict } from './mistakes.ts';
import type { MistakeDetails } from './mistake-details.ts';

/** So many are shown before "show all". */
const few = 18;

/**
 * <reprise-mistake-gallery>: held-out digits that the network gets wrong; each opens its details.
 * Updating while training keeps the details open and true.
 */
export class MistakeGallery extends LitElement {
  /** What each label stands for. */
  @property({ attribute: false }) names: readonly string[] = [];
  @property({ attribute: false }) mistakes: readonly Verdict[] = [];
  /** Number of held-out digits; 0 before there are any. */
  @property({ attribute: false }) total = 0;
  @property({ attribute: false }) classes: readonly number[] = [];
  /** The picture of a held-out digit, by its number. */
  @property({ attribute: false }) picture: (index: number) => Picture | null = () => null;
  /** What the network makes of one now. */
  @property({ attribute: false }) judge: (index: number) => Verdict | null = () => null;
  @property({ attribute: false }) trained = false;
  @state() protected all = false;
  @state() protected opened: number | null = null;

  override render() {
    const shown = this.all ? this.mistakes : this.mistakes.slice(0, few);
    return html`<p class="note">${this.note()}</p>
      ${
        shown.length > 0
          ? html`<ul>
              ${repeat(
                shown,
                ({ index }) => index,
                (mistake) => this.renderMistake(mistake),
              )}
            </ul>`
          : nothing
      }
      ${
        this.mistakes.length > few
          ? html`<button type="button" class="quiet" @click=${() => (this.all = !this.all)}>
              ${this.all ? strings.showFewer : strings.showAll(this.mistakes.length)}
            </button>`
          : nothing
      }
      ${this.renderDetails()}`;
  }

  private name(label: number): string {
    return this.names[label] ?? String(label);
  }

  private note() {
    if (this.total === 0) return strings.mistakesLater;
    if (this.mistakes.length === 0) return strings.noMistakes(this.total);
    const now = strings.mistakesNow(this.mistakes.length, this.total);
    return this.trained ? now : `${now} ${strings.mistakesUntrained}`;
  }

  private renderMistake({ index, predicted, actual }: Verdict) {
    const [predictedName, actualName] = [this.name(predicted), this.name(actual)];
    const [says, is] = strings.saysIs(predictedName, actualName);
    return html`<li>
      <button
        type="button"
        aria-label=${`${strings.mistake(predictedName, actualName)}. ${strings.details(index)}`}
        @click=${() => this.open(index)}
      >
        <reprise-digit .picture=${this.picture(index)}></reprise-digit>
        <span><span class="says">${says}</span> <span class="is">${is}</span></span>
      </button>
    </li>`;
  }

  private renderDetails() {
    const verdict = this.opened === null ? null : this.judge(this.opened);
    return html`<reprise-mistake-details
      .verdict=${verdict}
      .classes=${this.classes}
      .names=${this.names}
      .picture=${this.opened === null ? null : this.picture(this.opened)}
      .hasOthers=${this.mistakes.length > 1}
      @move=${(event: CustomEvent<number>) => this.move(event.detail)}
      @closed=${() => (this.opened = null)}
    ></reprise-mistake-details>`;
  }

  private async open(index: number) {
    // A page that opens does without it.
    await import('./mistake-details.ts');
    this.opened = index;
    await this.updateComplete;
    await this.renderRoot.querySelector<MistakeDetails>('reprise-mistake-details')!.open();
  }

  private move(by: number) {
    const count = this.mistakes.length;
    if (count === 0) return;
    const at = this.mistakes.findIndex(({ index }) => index === this.opened);
    const next = at < 0 ? 0 : (at + by + count) % count;
    this.opened = this.mistakes[next]!.index;
  }

  static override styles = [controlStyles, galleryStyles];
}

customElements.define('reprise-mistake-gallery', MistakeGallery);
