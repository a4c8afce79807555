import { html, nothing } from 'lit';
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
