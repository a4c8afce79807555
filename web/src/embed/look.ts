/** The site's look inside an element that stands on a foreign page: its tokens and its two fonts. */
import { css, unsafeCSS } from 'lit';
import { fonts } from 'virtual:reprise-fonts';
import tokens from '../shell/tokens.css?raw';
import { bytesOf } from './inline.ts';

/**
 * The tokens, set on the element instead of the page's root, so that nothing of them leaks out. Fonts are left
 * to `loadFonts`, since a shadow tree cannot declare any.
 */
const ownTokens = tokens
  .replaceAll(/@font-face\s*\{[^}]*\}/g, '')
  .replaceAll(/:root\[data-theme='(\w+)'\]/g, ":host([data-theme='$1'])")
  .replaceAll(/:root\[data-theme\]/g, ':host([data-theme])')
  .replaceAll(/:root\b/g, ':host');

export const look = [
  css`
    :host {
      all: initial;
      display: block;
      font: 400 1.0625rem/1.55 var(--font);
      font-variant-numeric: lining-nums;
      background: none;
      color: var(--ink);
      text-align: start;
    }
    :host([hidden]) {
      display: none;
    }
  `,
  unsafeCSS(ownTokens),
];

let loaded = false;

/** Brings the fonts in from the script itself: no request, so no policy and no foreign host can refuse them. */
export function loadFonts(): void {
  if (loaded || !('fonts' in document)) return;
  loaded = true;
  for (const { family, style, weight, data } of fonts) {
    const face = new FontFace(family, bytesOf(data), { style, weight });
    document.fonts.add(face);
    // A font that cannot be read is replaced by the system's, as in the style sheet.
    face.load().catch(() => document.fonts.delete(face));
  }
}
