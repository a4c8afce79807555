/** What stands in a lab's place where it cannot run: why, and a stored figure of a run. Never nothing. */
import { stills } from 'virtual:reprise-stills';
import { html, nothing } from 'lit';
import { findPreset } from '../spec/presets.ts';
import { embedStrings as words } from '../strings/embed.ts';

/** The stored run nearest to a preset: its own, else another of the same lab. */
function storedFor(preset: string): string | undefined {
  const word = preset.split('/')[0]!;
  const names = Object.keys(stills);
  return names.find((name) => name === preset) ?? names.find((name) => name.startsWith(`${word}/`));
}

/** A stored SVG document as an element; parsed, so that no policy of the page's can refuse it as a picture. */
function pictureOf(name: string): Element {
  const { documentElement } = new DOMParser().parseFromString(stills[name]!, 'image/svg+xml');
  documentElement.removeAttribute('width');
  documentElement.removeAttribute('height');
  documentElement.setAttribute('role', 'img');
  documentElement.setAttribute('aria-label', words.stored(findPreset(name)?.title ?? name));
  return document.importNode(documentElement, true);
}

export interface Unavailable {
  preset: string;
  reason: string;
  /** Where the lab runs; empty when nobody knows. */
  link: string;
  again(): void;
}

export function unavailableView({ preset, reason, link, again }: Unavailable) {
  const name = storedFor(preset);
  return html`<figure class="unavailable">
    <p role="alert">${words.unavailable(reason)}</p>
    ${name ? pictureOf(name) : nothing}
    <figcaption>
      ${name ? words.stored(findPreset(name)?.title ?? name) : nothing}
      <span class="ways">
        ${
          link
            ? html`<a href=${link} target="_blank" rel="noopener">${words.openInstead}</a>`
            : nothing
        }
        <button type="button" @click=${again}>${words.again}</button>
      </span>
    </figcaption>
  </figure>`;
}
