import { LitElement, css, html } from 'lit';
import { property, state } from 'lit/decorators.js';
import { controlStyles } from '../../shell/control-styles.ts';
import { digitsStrings as strings } from '../../strings/digits.ts';
import './digit-image.ts';
import type { Picture } from './digit-image.ts';

/**
 * <reprise-class-choice>: a toggle for each digit 0 to 9, with a picture of it. Fires `choose` with
 * the chosen labels, in increasing order; fewer than two cannot be chosen.
 */
export class ClassChoice extends LitElement {
  /** What each label stands for. */
  @property({ attribute: false }) names: readonly string[] = [];
  @property({ attribute: false }) chosen: readonly number[] = [];
  /** One picture per label; null while there are none. */
  @property({ attribute: false }) samples: readonly (Picture | null)[] = [];
  /** Pictures available per label. */
  @property({ attribute: false }) counts: readonly number[] | null = null;
  /** The label that could not be left out, being one of two; null when the last press did something. */
  @state() protected kept: number | null = null;

  override render() {
    return html`<fieldset>
      <legend class="label">
        ${strings.classes} <span class="hint">${strings.classesHint}</span>
      </legend>
      <div class="digits">
        ${Array.from({ length: 10 }, (_, label) => this.renderToggle(label))}
      </div>
      <p class=${this.kept === null ? 'visually-hidden' : 'hint'} role="status">${this.kept === null ? '' : strings.classKept(this.name(this.kept))}</p>
    </fieldset>`;
  }

  private renderToggle(label: number) {
    const pressed = this.chosen.includes(label);
    const count = this.counts?.[label];
    return html`<button
      type="button"
      aria-pressed=${pressed}
      aria-label=${this.name(label)}
      title=${count === undefined ? this.name(label) : `${this.name(label)}: ${strings.available(count)}`}
      ?disabled=${count === 0}
      @click=${() => this.toggle(label)}
    >
      <reprise-digit .picture=${this.samples[label] ?? null}></reprise-digit>
      <span class="number">${this.names[label] ?? label}</span>
    </button>`;
  }

  private name(label: number): string {
    const name = this.names[label] ?? String(label);
    return name === String(label) ? strings.className(label) : name;
  }

  private toggle(label: number) {
    const chosen = this.chosen.includes(label)
      ? this.chosen.filter((other) => other !== label)
      : [...this.chosen, label].sort((a, b) => a - b);
    this.kept = chosen.length < 2 ? label : null;
    if (chosen.length < 2) return;
    this.dispatchEvent(new CustomEvent<number[]>('choose', { detail: chosen }));
  }

  static override styles = [
    controlStyles,
    css`
      :host {
        display: block;
      }
      fieldset {
        min-width: 0;
        margin: 0;
        padding: 0;
        border: 0;
      }
      legend {
        margin-bottom: var(--space-2);
        padding: 0;
      }
      .digits {
        display: grid;
        grid-template-columns: repeat(10, minmax(0, 1fr));
        gap: var(--space-2);
      }
      button {
        flex-direction: column;
        gap: 0;
        padding: var(--space-1);
        font-size: var(--text-xs);
      }
      reprise-digit {
        width: 100%;
        max-width: 2.75rem;
        aspect-ratio: 1;
      }
      button[aria-pressed='false'] {
        color: var(--ink-muted);
      }
      button[aria-pressed='false'] reprise-digit {
        opacity: 0.55;
      }
      @container (max-width: 37rem) {
        .digits {
          grid-template-columns: repeat(5, minmax(0, 1fr));
        }
      }
    `,
  ];
}

customElements.define('reprise-class-choice', ClassChoice);
