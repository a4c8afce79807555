import { html, nothing } from 'lit';
import { wordsView } from './words-view.ts';

/** What stands where in the panel. */
export interface Panel {
  /** Beside each other, as many as fit; null for none at all. */
  views: unknown;
  /** With the controls of the run; above and below the words. */
  controls?: unknown;
  above?: unknown;
  below?: unknown;
  /** Beside the controls of the run. */
  beside?: unknown;
  /** A class, where the views are laid out otherwise than usual. */
  layout?: string;
  /** Whether it shows something else than its run, which then needs no controls and no words. */
  apart?: boolean;
}

interface PanelLab {
  label: string;
  hasRun: boolean;
  announced: string;
  asked: boolean;
  runBar(beside: unknown): unknown;
  renderProblem(): unknown;
  renderReference(): unknown;
}

/** A lab that is one panel: the controls of its run, what is in its way, its views, and what they show in words. */
export function panelView(
  lab: PanelLab,
  { views, controls = nothing, above = nothing, below = nothing, beside = nothing, layout = '', apart = false }: Panel,
) {
  return html`<section class="lab panel ${lab.hasRun ? 'trained' : ''}" aria-label=${lab.label}>
    ${apart ? nothing : html`<div class="controls">${lab.runBar(beside)} ${controls}</div>`}
    ${lab.renderProblem()} ${lab.renderReference()}
    ${views === null ? nothing : html`<div class="views ${layout}">${views}</div>`}
    <div class="still"><slot></slot></div>
    ${above} ${apart ? nothing : wordsView(lab.announced, lab.asked)} ${below}
  </section>`;
}
