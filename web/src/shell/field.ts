import { LitElement, css, html, nothing } from 'lit';
import { property, state } from 'lit/decorators.js';
import { controlStyles } from './control-styles.ts';
import { expectNumber, formatTyped, typedNumber } from './format.ts';

export interface Choice {
  value: string;
  label: string;
}

/** Where a number field's slider runs; numbers beyond it may still be typed. */
export interface SliderRange {
  min: number;
  max: number;
  step?: number;
  scale?: 'linear' | 'log';
  /** Rounds what the slider gives to whole numbers. */
  whole?: boolean;
}

/** `value` is a number where the text reads as one, else the text as typed. */
export interface FieldChange {
  value: number | string;
}

const sliderSteps = 200;

/**
 * <reprise-field>: one labelled setting, a choice or a number with an optional slider. Fires `change-value`
 * when the reader has settled on a value and `input-value` while a slider moves. The `error`, shown beside
 * the field and announced, is the owner's to set.
 */
export class RepriseField extends LitElement {
  @property() label = '';
  @property() hint = '';
  @property() error = '';
  @property() value: number | string = '';
  @property({ attribute: false }) choices: readonly Choice[] | null = null;
  @property({ attribute: false }) slider: SliderRange | null = null;
  @state() protected dragging: number | null = null;

  static override shadowRootOptions = { ...LitElement.shadowRootOptions, delegatesFocus: true };

  override render() {
    return html`<div class="field">
      <label for="control">${this.label}</label>
      ${this.choices ? this.renderChoices(this.choices) : this.renderNumber()}
      ${this.slider && !this.choices ? this.renderSlider(this.slider) : nothing}
      <p class="error" id="error" role="alert">${this.error}</p>
      ${this.hint ? html`<p class="hint" id="hint">${this.hint}</p>` : nothing}
    </div>`;
  }

  private renderChoices(choices: readonly Choice[]) {
    return html`<select
      id="control"
      aria-describedby="error hint"
      @change=${(event: Event) => this.settle((event.target as HTMLSelectElement).value)}
    >
      ${choices.map(
        ({ value, label }) =>
          html`<option value=${value} .selected=${value === String(this.value)}>${label}</option>`,
      )}
    </select>`;
  }

  private renderNumber() {
    return html`<input
      id="control"
      type="text"
      inputmode="decimal"
      autocomplete="off"
      spellcheck="false"
      .value=${shown(this.dragging ?? this.value)}
      aria-invalid=${this.error ? 'true' : 'false'}
      aria-describedby="error hint"
      @input=${expectNumber}
      @change=${(event: Event) => void this.read((event.target as HTMLInputElement).value)}
    />`;
  }

  private renderSlider(range: SliderRange) {
    const at = toSlider(Number(this.dragging ?? this.value), range);
    return html`<input
      class="slider"
      type="range"
      min="0"
      max=${steps(range)}
      step="1"
      .value=${String(at)}
      aria-label=${this.label}
      aria-valuetext=${shown(this.dragging ?? this.value)}
      @input=${(event: Event) => {
        this.dragging = fromSlider(Number((event.target as HTMLInputElement).value), range);
        this.fire('input-value', this.dragging);
      }}
      @change=${(event: Event) =>
        this.settle(fromSlider(Number((event.target as HTMLInputElement).value), range))}
    />`;
  }

  /** What was typed; a text that means no number goes to the owner as it is, who refuses it. */
  private async read(text: string) {
    const read = typedNumber(text);
    const number = typeof read === 'number' ? read : await read;
    this.settle(Number.isFinite(number) ? number : text);
  }

  private settle(value: number | string) {
    this.dragging = null;
    this.value = value;
    this.fire('change-value', value);
  }

  private fire(name: string, value: number | string) {
    const detail: FieldChange = { value };
    this.dispatchEvent(new CustomEvent(name, { detail, bubbles: true, composed: true }));
  }

  static override styles = [
    controlStyles,
    css`
      :host {
        display: block;
      }
      .field {
        display: grid;
        grid-template-columns: 1fr 6.5rem;
        align-items: center;
        column-gap: var(--space-3);
      }
      input[type='text'] {
        min-height: 2.25rem;
        text-align: end;
      }
      select {
        grid-column: 1 / -1;
        margin-top: var(--space-1);
      }
      :host([inline]) select {
        grid-column: auto;
        margin: 0;
      }
      .slider,
      .hint,
      .error {
        grid-column: 1 / -1;
      }
      .error:empty {
        display: none;
      }
    `,
  ];
}

const shown = (value: number | string) => (typeof value === 'number' ? formatTyped(String(value)) : value);

const steps = (range: SliderRange) =>
  range.step && range.scale !== 'log'
    ? Math.round((range.max - range.min) / range.step)
    : sliderSteps;

function toSlider(value: number, range: SliderRange): number {
  const { min, max } = range;
  const clamped = Math.min(max, Math.max(min, Number.isFinite(value) ? value : min));
  const share =
    range.scale === 'log' ? Math.log(clamped / min) / Math.log(max / min) : (clamped - min) / (max - min);
  return Math.round(share * steps(range));
}

function fromSlider(position: number, range: SliderRange): number {
  const share = position / steps(range);
  const { min, max } = range;
  const value = range.scale === 'log' ? min * (max / min) ** share : min + share * (max - min);
  // Two digits are as fine as a slider is.
  return range.whole && value < 100 ? Math.round(value) : Number(value.toPrecision(range.scale === 'log' ? 2 : 6));
}

customElements.define('reprise-field', RepriseField);
