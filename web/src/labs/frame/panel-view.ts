import { html, nothing } from 'lit';
import { controlStyles } from '../../shell/control-styles.ts';
import { chapterLabStyles } from './chapter-lab-styles.ts';
import { sliderStyles } from './slider.ts';
import { stillStyles } from './still-styles.ts';
import { wordsView } from './words-view.ts';

/** What stands where in the panel. */
export interface Panel {
  /** The controls of the run, and what stands in its way. */
  bar: unknown;
  problem: unknown;
  /** Above the views. */
  settings?: unknown;
  /** Beside each other, as many as fit. */
  views: unknown;
  /** Under the words. */
  last?: unknown;
}

/** A lab that is one panel of a chapter: the controls of its run, its views, and what they show in words. */
export function panelView(
  { label, run, announced, asked }: { label: string; run: { length: number }; announced: string; asked: boolean },
  { bar, problem, settings = nothing, views, last = nothing }: Panel,
) {
  return html`<section class="lab panel ${run.length > 1 ? 'trained' : ''}" aria-label=${label}>
    ${bar} ${problem} ${settings}
    <div class="views">${views}</div>
    <div class="still"><slot></slot></div>
    ${wordsView(announced, asked)} ${last}
  </section>`;
}

/** Its look; what a lab has besides goes after. */
export const panelStyles = [controlStyles, chapterLabStyles, sliderStyles, stillStyles];
