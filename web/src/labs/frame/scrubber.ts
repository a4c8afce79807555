import { css, html, nothing } from 'lit';
import { formatCount } from '../../shell/format.ts';

/** Words of the buttons that go to either end. */
interface Ends {
  atStart: string;
  atEnd: string;
}

/** The moment shown, of those that were kept: drag it back to see what was. */
export function scrubber(label: string, epochs: ArrayLike<number>, at: number, show: (index: number) => void, ends?: Ends) {
  const last = epochs.length - 1;
  if (last < 1) return nothing;
  const epoch = formatCount(epochs[at]!);
  const button = (index: number, text: string) =>
    html`<button type="button" aria-pressed=${at === index} @click=${() => show(index)}>${text}</button>`;
  return html`<div class="scrubber">
    ${ends ? button(0, ends.atStart) : nothing}
    <label for="scrub">${label}</label>
    <input
      id="scrub"
      type="range"
      min="0"
      max=${last}
      .value=${String(at)}
      aria-valuetext=${epoch}
      @input=${(event: Event) => show(Number((event.target as HTMLInputElement).value))}
    />
    <span class="number" aria-hidden="true">${epoch}</span>
    ${ends ? button(last, ends.atEnd) : nothing}
  </div>`;
}

/** Its look in a row of sliders: as theirs, the number beside the label and the slider below. */
export const scrubberInRowStyles = css`
  .looked-at .scrubber {
    display: grid;
    grid-template: 'label epoch' 'slider slider' / 1fr auto;
    gap: 0;
    margin: 0;
  }
  .scrubber .number {
    grid-area: epoch;
  }
  .scrubber input {
    grid-area: slider;
  }
`;

/** Its look where it has buttons at its ends; narrow, the slider has a row with them. */
export const scrubberStyles = css`
  .scrubber {
    display: flex;
    flex-wrap: wrap;
  }
  .scrubber input {
    flex: 1 1 8rem;
    width: auto;
    min-width: 0;
  }
  .scrubber .number {
    min-width: 3rem;
  }
  @container (max-width: 37rem) {
    .scrubber {
      display: grid;
      grid-template: 'label label epoch' 'start slider latest' / auto minmax(0, 1fr) auto;
      gap: var(--space-1) var(--space-2);
    }
    .scrubber label {
      grid-area: label;
    }
    .scrubber .number {
      grid-area: epoch;
    }
  }
`;
