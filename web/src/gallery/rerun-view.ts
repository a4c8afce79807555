/** The controls of a rerun, its progress and its outcome. */
import { html, nothing } from 'lit';
import { formatDuration } from '../shell/format.ts';
import { galleryStrings } from '../strings/gallery.ts';
import type { Rerun } from './rerun.ts';

const words = galleryStrings.rerun;

export function rerunView(rerun: Rerun) {
  const { size, sizes, state } = rerun;
  if (!size) return nothing;
  const running = state === 'running' || state === 'paused';
  return html`<section class="rerun" aria-label=${words.titleOf(rerun.title)}>
    <div class="row controls">
      ${running
        ? html`<button
              type="button"
              class="primary"
              @click=${() => (state === 'paused' ? rerun.resume() : rerun.pause())}
            >
              ${state === 'paused' ? words.resume : words.pause}
            </button>
            <button type="button" @click=${() => rerun.stop()}>${words.stop}</button>`
        : html`<button
            type="button"
            class="primary run"
            aria-disabled=${state === 'finishing' ? 'true' : nothing}
            @click=${() => void rerun.run()}
          >
            ${words.run}
          </button>`}
      ${sizes.length > 1
        ? html`<label class="size"
            ><span class="visually-hidden">${words.size}</span
            ><select
              ?disabled=${rerun.busy}
              @change=${(event: Event) => rerun.choose((event.target as HTMLSelectElement).value)}
            >
              ${sizes.map(
                ({ id, label }) =>
                  html`<option value=${id} .selected=${id === size.id}>${label}</option>`,
              )}
            </select></label
          >`
        : html`<span class="hint">${size.label}</span>`}
      <span class="hint cost"
        >${[words.runs(size.runs.length), words.workers(rerun.workers), rerun.estimate]
          .filter(Boolean)
          .join(' · ')}</span
      >
    </div>
    ${rerun.busy ? progressView(rerun) : nothing}
    ${rerun.notice ? html`<p class="hint">${rerun.notice}</p>` : nothing}
    ${resultView(rerun)}
    <p class="visually-hidden" role="status">${statusText(rerun)}</p>
  </section>`;
}

/** What came of the run that the reader asked for; a result of an earlier visit is there to be read, and says nothing. */
function statusText({ asked, busy, notice, result }: Rerun): string {
  if (!asked || busy) return '';
  return notice || (result ? `${result.identity} ${result.sentence}` : '');
}

function progressView({ progress, state, size }: Rerun) {
  const parts: string[] = [];
  if (state === 'finishing') parts.push(words.finishing);
  else if (progress) {
    parts.push(words.doneOf(progress.done, progress.runs));
    if (state === 'paused') parts.push(words.paused);
    else if (progress.remainingSeconds !== null) {
      const time = formatDuration(progress.remainingSeconds);
      parts.push(size?.mayEndEarly ? words.atMostLeft(time) : words.left(time));
    }
  } else parts.push(words.preparing);
  return html`<div class="progress">
    <progress max="1" .value=${progress?.share ?? 0} aria-label=${words.progress}></progress>
    <p class="number">${parts.join(' · ')}</p>
  </div>`;
}

function resultView(rerun: Rerun) {
  const { result } = rerun;
  if (!result) return nothing;
  const when = new Date(result.when).toLocaleString('en', { dateStyle: 'medium', timeStyle: 'short' });
  return html`<div class="result">
    <p class="identity ${result.identical ? 'same' : ''}">${result.identity}</p>
    <p>${result.sentence}</p>
    ${result.losses.map((loss) => html`<p class="loss">${loss}</p>`)}
    <div class="row">
      <span class="hint">${words.kept(result.size, when)} ${rerun.kept ? '' : words.notKept}</span>
      <button type="button" class="quiet" @click=${() => rerun.forget()}>${words.forget}</button>
    </div>
  </div>`;
}
