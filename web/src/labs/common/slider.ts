/** A labelled slider, for labs whose settings are few and cannot be refused. */
import { css, html, nothing } from 'lit';

interface Slider {
  label: string;
  /** The setting's symbol, shown after its label. */
  symbol?: unknown;
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

export function slider({ label, symbol, name, value, min, max, step, text, hint, change, live }: Slider) {
  const act = (event: Event) => change(Number((event.target as HTMLInputElement).value));
  return html`<label class="slider">
    <span><span>${label} ${symbol ?? nothing}</span> <output class="number">${text}</output></span>
    <input
      type="range"
      name=${name ?? nothing}
      min=${min}
      max=${max}
      step=${step}
      .value=${String(value)}
      aria-label=${label}
      aria-valuetext=${text}
      @input=${live ? act : undefined}
      @change=${live ? undefined : act}
    />
    ${hint ? html`<span class="hint">${hint}</span>` : nothing}
  </label>`;
}

export const sliderStyles = css`
  .slider > span:first-child {
    display: flex;
    justify-content: space-between;
    gap: var(--space-2);
  }
  .slider output {
    color: var(--ink);
    white-space: nowrap;
  }
`;
