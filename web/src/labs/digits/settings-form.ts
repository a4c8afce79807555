import { LitElement, css, html, nothing } from 'lit';
import type { Problem } from '../../engine/protocol.ts';
import { controlStyles } from '../../shell/control-styles.ts';
import { digitsStrings as strings } from '../../strings/digits.ts';
import { getField } from '../../spec/paths.ts';
import type { Activation, Spec } from '../../spec/types.ts';

interface Field {
  path: string;
  label: string;
  hint?: string;
  /** Smallest step of the stepper; "any" for real numbers. */
  step?: string;
}

const fields: Field[] = [
  { path: 'network.hidden_layers', label: strings.hiddenLayers },
  { path: 'network.width', label: strings.width },
  { path: 'network.gain', label: strings.gain, hint: strings.gainHint, step: 'any' },
  { path: 'training.learning_rate', label: strings.learningRate, step: 'any' },
  { path: 'training.batch', label: strings.batch, hint: strings.batchHint },
  { path: 'training.epochs', label: strings.epochs, hint: strings.epochsHint },
  { path: 'observe.every', label: strings.every },
  { path: 'seed', label: strings.seed, hint: strings.seedHint },
];

export interface FieldChange {
  path: string;
  value: unknown;
}

/**
 * <reprise-digits-settings>: the less used fields of the spec, closed at first. Fires `change-field`. A refused
 * field shows the core's reason and opens the form.
 */
export class DigitsSettings extends LitElement {
  static override properties = {
    spec: { attribute: false },
    problem: { attribute: false },
    parameters: { attribute: false },
  };
  declare spec: Spec;
  declare problem: Problem | null;
  /** Weights and biases of the network; 0 when unknown. */
  declare parameters: number;

  constructor() {
    super();
    this.problem = null;
    this.parameters = 0;
  }

  override render() {
    const concerns = (path: string) => this.problem?.field === path;
    const refused = concerns('network.activation') || fields.some(({ path }) => concerns(path));
    return html`<details ?open=${refused || nothing}>
      <summary>${strings.settings}</summary>
      <div class="fields">
        ${fields.slice(0, 2).map((field) => this.renderField(field))} ${this.renderActivation()}
        ${fields.slice(2).map((field) => this.renderField(field))}
      </div>
      ${this.parameters > 0
        ? html`<p class="hint">${strings.parameters(this.parameters)}</p>`
        : nothing}
    </details>`;
  }

  private renderActivation() {
    return html`<div>
      <label for="activation">${strings.activation}</label>
      <select
        id="activation"
        @change=${(event: Event) =>
          this.change('network.activation', (event.target as HTMLSelectElement).value)}
      >
        ${Object.entries(strings.activations).map(
          ([value, name]) =>
            html`<option value=${value} ?selected=${this.spec.network.activation === (value as Activation)}>
              ${name}
            </option>`,
        )}
      </select>
    </div>`;
  }

  private renderField({ path, label, hint, step = '1' }: Field) {
    const value = getField(this.spec, path);
    const problem = this.problem?.field === path ? this.problem : null;
    const describedBy = [hint && `${path}-hint`, problem && `${path}-error`].filter(Boolean).join(' ');
    return html`<div>
      <label for=${path}>${label}</label>
      <input
        id=${path}
        type="number"
        inputmode="decimal"
        step=${step}
        .value=${value === 'full' ? '' : String(value)}
        aria-invalid=${problem !== null}
        aria-describedby=${describedBy || nothing}
        @change=${(event: Event) => this.changeNumber(path, event.target as HTMLInputElement)}
      />
      ${problem
        ? html`<p class="error" id="${path}-error" role="alert">${problem.message}</p>`
        : nothing}
      ${hint ? html`<p class="hint" id="${path}-hint">${hint}</p>` : nothing}
    </div>`;
  }

  private changeNumber(path: string, input: HTMLInputElement) {
    if (input.value !== '') this.change(path, Number(input.value));
    else if (path === 'training.batch') this.change(path, 'full');
    else input.value = String(getField(this.spec, path));
  }

  private change(path: string, value: unknown) {
    const detail: FieldChange = { path, value };
    this.dispatchEvent(new CustomEvent<FieldChange>('change-field', { detail }));
  }

  static override styles = [
    controlStyles,
    css`
      :host {
        display: block;
      }
      summary {
        display: inline-flex;
        align-items: center;
        min-height: var(--touch);
        color: var(--accent);
        font-size: var(--text-s);
        cursor: pointer;
      }
      summary::before {
        content: '▸';
        width: 1.1em;
      }
      details[open] summary::before {
        content: '▾';
      }
      .fields {
        display: grid;
        grid-template-columns: repeat(auto-fill, minmax(min(11rem, 45%), 1fr));
        gap: var(--space-3) var(--space-4);
        align-items: start;
        padding-top: var(--space-2);
      }
    `,
  ];
}

customElements.define('reprise-digits-settings', DigitsSettings);
