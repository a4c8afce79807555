/** A labelled slider, for labs whose settings are few and cannot be refused. */
import { css, html, nothing } from 'lit';

interface Slider {
  label: string;
  /** The setting's symbol, shown after its label; and as it is spoken. */
  symbol?: { shown: unknown; spoken: string };
  name?: string;
  value: number;
  min: number;
  max: number;
  step: number;
  /** What the value reads as. */
  text: string;
  hint?: string;
  /** Called when it is let go, or while it moves (live). */
  change(value: number): unknown;
  live?: boolean;
}

/** What is written beside it is hidden from screen readers: the control itself says its name and value, and once. */
export function slider({ label, symbol, name, value, min, max, step, text, hint, change, live }: Slider) {
  const act = (event: Event) => change(Number((event.target as HTMLInputElement).value));
  return html`<label class="slider">
    <span aria-hidden="true"
      ><span>${label} ${symbol?.shown ?? nothing}</span> <span class="number">${text}</span></span
    >
    <input
      type="range"
      name=${name ?? nothing}
      min=${min}
      max=${max}
      step=${step}
      .value=${String(value)}
      aria-label=${symbol ? `${label} ${symbol.spoken}` : label}
      aria-valuetext=${text}
      aria-description=${hint || nothing}
      @input=${live ? act : undefined}
      @change=${live ? undefined : act}
    />
    ${hint ? html`<span class="hint" aria-hidden="true">${hint}</span>` : nothing}
  </label>`;
}

export const sliderStyles = css`
  .slider > span:first-child {
    display: flex;
    justify-content: space-between;
    gap: var(--space-2);
  }
  .slider .number {
    color: var(--ink);
    white-space: nowrap;
  }
`;
