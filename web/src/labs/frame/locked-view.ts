import { html } from 'lit';
import { strings } from '../../strings/en.ts';

/** A lab that waits for a prediction: in its place, how to open it; in print, its still picture. */
export const lockedView = (lab: { label: string; unlock(): void }) =>
  html`<section class="lab panel waiting" aria-label=${lab.label}>
    <p>${strings.locked.why}</p>
    <button type="button" class="quiet" @click=${() => lab.unlock()}>${strings.locked.open}</button>
    <div class="still"><slot></slot></div>
  </section>`;
