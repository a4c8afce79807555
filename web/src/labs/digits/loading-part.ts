/** Loading the digits: how far it is, why it failed, and what is still to be asked for. */
import { html, nothing } from 'lit';
import { digitsStrings as strings } from '../../strings/digits.ts';
import type { LabState } from './lab-state.ts';

export const megabytes = (bytes: number) => `${(bytes / 1e6).toFixed(2)} MB`;

export function loadingPart(lab: LabState) {
  const { source } = lab;
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
      <button type="button" @click=${() => lab.retry()}>${strings.retry}</button>
    </div>`;
  }
  if (lab.ownMissing) return html`<p class="notice mild">${strings.ownMissing}</p>`;
  if (lab.needsMore) {
    return html`<div class="notice mild">
      <p>${strings.needMore}</p>
      <button type="button" @click=${() => lab.loadRest()}>
        ${strings.loadAll(megabytes(source.restBytes))}
      </button>
    </div>`;
  }
  if (source.state !== 'idle' || lab.isOwn) return nothing;
  return html`<button type="button" @click=${() => lab.load()}>${strings.loadNow}</button>`;
}
