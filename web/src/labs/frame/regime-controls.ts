/** Controls of labs that compare regimes: the regimes, and the size of the run. */
import { html, nothing } from 'lit';

export type Size = 'small' | 'paper';

interface RegimeLab<R extends string> {
  /** Null when the settings are nobody's. */
  readonly regime: R | null;
  readonly size: Size;
  /** The size in words, where a link has set one that is neither; empty otherwise. */
  readonly otherSize: string;
  chooseRegime(regime: R, size: Size): Promise<void>;
}

interface Words<R extends string> {
  regime: string;
  regimes: Record<R, string>;
  size: string;
  sizes: Record<Size, string>;
}

export function regimeControls<R extends string>(
  lab: RegimeLab<R>,
  regimes: readonly R[],
  words: Words<R>,
) {
  const current = lab.regime;
  return html`<div class="row regimes">
    <div class="segments" role="group" aria-label=${words.regime}>
      ${regimes.map(
        (regime) =>
          html`<button
            type="button"
            data-regime=${regime}
            aria-pressed=${current === regime}
            @click=${() => lab.chooseRegime(regime, lab.size)}
          >
            ${words.regimes[regime]}
          </button>`,
      )}
    </div>
    <label class="inline">
      ${words.size}
      <select
        class="size"
        @change=${(event: Event) =>
          lab.chooseRegime(current ?? regimes[0]!, (event.target as HTMLSelectElement).value as Size)}
      >
        ${(['small', 'paper'] as const).map(
          (size) =>
            html`<option value=${size} .selected=${!lab.otherSize && lab.size === size}>
              ${words.sizes[size]}
            </option>`,
        )}
        ${lab.otherSize ? html`<option value=${lab.size} .selected=${true}>${lab.otherSize}</option>` : nothing}
      </select>
    </label>
  </div>`;
}
