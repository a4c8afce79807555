/** What begins and ends the repetitions; the rest of them (repeats.ts, repeats-view.ts) is fetched once somebody asks. */
import { html, nothing } from 'lit';
import { networksStrings as words } from '../../strings/networks.ts';

export const repeatCounts = [3, 5, 10] as const;

export interface RepeatsActions {
  start: () => void;
  stop: () => void;
  count: (count: number) => void;
}

/** How far they are. */
export interface RepeatsShown {
  done: readonly unknown[];
  count: number;
  running: boolean;
  /** 0 to 1. */
  progress: number;
  /** Why there are none, or no more. */
  problem: string;
}

export function repeatsRow({ done, count, running, progress, problem }: RepeatsShown, to: RepeatsActions) {
  const complete = done.length >= count;
  return html`<div class="row">
      <button type="button" class="repeat" ?disabled=${complete && !running} @click=${running ? to.stop : to.start}>
        ${running ? words.repeats.stop : done.length > 0 && !complete ? words.repeats.goOn : words.repeats.start}
      </button>
      <label class="inline">
        ${words.repeats.count}
        <select ?disabled=${running} @change=${(event: Event) => to.count(Number((event.target as HTMLSelectElement).value))}>
          ${repeatCounts.map((value) => html`<option value=${value} .selected=${value === count}>${value}</option>`)}
        </select>
      </label>
      ${running
        ? html`<progress max="1" .value=${progress} aria-label=${words.repeats.progress}></progress>
            <span class="number">${words.repeats.doneOf(done.length, count)}</span>`
        : nothing}
    </div>
    ${problem ? html`<p class="notice" role="alert">${problem}</p>` : nothing}`;
}
