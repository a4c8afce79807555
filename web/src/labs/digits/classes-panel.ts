/** The choice of classes, and what stands in the way of training. */
import { html, nothing } from 'lit';
import { digitsStrings as strings } from '../../strings/digits.ts';
import './class-choice.ts';
import type { Picture } from './digit-image.ts';
import type { DigitSource } from '../../pictures/digit-source.ts';
import { loadAllButton, megabytes } from './views.ts';

interface Changes {
  choose: (classes: number[]) => void;
  /** Makes the experiment anew. */
  prepare: () => void;
  load: () => void;
  loadRest: () => void;
  retry: () => void;
}

interface Shown {
  /** Those chosen; null where they are not to be chosen. */
  classes: readonly number[] | null;
  samples: readonly (Picture | null)[];
  counts: readonly number[] | null;
  names: readonly string[];
  loading: Loading;
  /** What of the link means nothing here: a view, or nothing. */
  unknown: unknown;
  /** Why the settings were refused, and why there is no experiment; empty where nothing is wrong. */
  refused: string;
  failure: string;
  to: Changes;
}

/** Where classes are not to be chosen and nothing is in the way it is nothing. */
export function classesPanel({ classes, samples, counts, names, loading, unknown, refused, failure, to }: Shown) {
  const waiting = loading.source.state !== 'ready' || loading.needsMore || unknown !== nothing;
  if (!classes && !waiting && !refused && !failure) return nothing;
  return html`<div class="panel classes">
    ${classes
      ? html`<reprise-class-choice
          .chosen=${classes}
          .samples=${samples}
          .counts=${counts}
          .names=${names}
          @choose=${(event: CustomEvent<number[]>) => to.choose(event.detail)}
        ></reprise-class-choice>`
      : nothing}
    ${loadingView(loading, to)} ${unknown}
    ${refused ? html`<p class="notice" role="alert">${refused}</p>` : nothing}
    ${failure
      ? html`<div class="notice" role="alert">
          <p>${failure}</p>
          <button type="button" @click=${to.prepare}>${strings.retry}</button>
        </div>`
      : nothing}
  </div>`;
}

interface Loading {
  source: DigitSource;
  /** Whether the pictures are the reader's own, and whether they are still to be given. */
  own: boolean;
  ownMissing: boolean;
  needsMore: boolean;
}

/** How far the loading is, why it failed, and what is still to be asked for. */
function loadingView({ source, own, ownMissing, needsMore }: Loading, { load, loadRest, retry }: Changes) {
  if (source.state === 'loading') {
    const { loaded, total } = source.progress ?? { loaded: 0, total: 0 };
    return html`<div class="loading">
      <span>${source.packed ? strings.loadingMore : strings.loading}</span>
      <progress max=${total || 1} .value=${loaded} aria-label=${strings.loading}></progress>
      <span class="number">
        ${total > 0 ? strings.bytes(megabytes(loaded), megabytes(total)) : ''}
      </span>
    </div>`;
  }
  if (source.state === 'failed') {
    return html`<div class="notice" role="alert">
      <p>${strings.loadFailed} ${source.failure}</p>
      <button type="button" @click=${retry}>${strings.retry}</button>
    </div>`;
  }
  if (ownMissing) return html`<p class="notice mild">${strings.ownMissing}</p>`;
  if (needsMore) {
    return html`<div class="notice mild">
      <p>${strings.needMore}</p>
      ${loadAllButton(source, loadRest)}
    </div>`;
  }
  if (source.state !== 'idle' || own) return nothing;
  return html`<button type="button" @click=${load}>${strings.loadNow}</button>`;
}
