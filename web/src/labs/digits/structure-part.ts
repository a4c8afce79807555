/** How the observed layer arranges many training pictures: asked for by a button, since it takes a moment. */
import { html, nothing } from 'lit';
import { digitsStrings } from '../../strings/digits.ts';
import type { LabState } from './lab-state.ts';

const words = digitsStrings.structure;

export function structurePart({ run, names, spec }: LabState) {
  const { arrangement } = run;
  const idle = run.ready && run.status?.state !== 'diverged';
  const look = async () => {
    // Matrices weigh something, and most readers of a chapter never ask for these.
    await import('./structure-view.ts');
    await run.arrange();
  };
  return html`<div class="panel structure">
    <h2>${words.title}</h2>
    <p class="intro">${words.intro}</p>
    <p>
      <button type="button" ?disabled=${!idle} @click=${() => void look()}>
        ${words.look(run.arranged)}
      </button>
    </p>
    <p class="visually-hidden" role="status">${arrangement ? words.done(Math.floor(arrangement.epoch)) : ''}</p>
    ${arrangement
      ? html`<reprise-digits-structure
          .arrangement=${arrangement}
          .names=${names}
          .layer=${spec.observe.layer}
          .stale=${arrangement.epoch !== run.epoch}
        ></reprise-digits-structure>`
      : nothing}
  </div>`;
}
