/**
 * The script for any page, `<script type="module" src="…/embed/reprise.js"></script>` (or without the type, where
 * the host sends no CORS headers): defines <reprise-lab>, and shows the lab of embed.html.
 */
// First, since it asks for the script's own address, which is known only while the script first runs.
import './root.ts';
import { isFrame, narrowPolicy, showFrame } from './frame.ts';
import { addressLink } from '../spec/link-pairs.ts';
import { rawFromHash } from './options.ts';
import { useLanguage } from './words.ts';

/** The language of the frame's link, of the first lab that names one, or of the page. */
function wantedLanguage(): string {
  if (isFrame()) return rawFromHash(addressLink()).lang || document.documentElement.lang;
  const named = document.querySelector('reprise-lab[lang]')?.getAttribute('lang');
  return named || document.documentElement.lang || 'en';
}

/** Until the page is there: a script that stands above the labs would not find the language they name. */
const parsed = () =>
  document.readyState === 'loading'
    ? new Promise((resolve) => document.addEventListener('DOMContentLoaded', resolve, { once: true }))
    : Promise.resolve();

async function begin(): Promise<void> {
  await parsed();
  const language = wantedLanguage();
  const known = await useLanguage(language);
  if (isFrame()) document.documentElement.lang = known ? language : 'en';
  // Elements read their words when they are made, so they come after the language.
  await import('./labs.ts');
  if (isFrame()) showFrame();
}

// A page may hold the script twice, when two labs were pasted into it.
const once = Symbol.for('reprise-lab');
const place = globalThis as unknown as Record<symbol, boolean>;
if (!place[once]) {
  place[once] = true;
  if (isFrame()) narrowPolicy();
  void begin();
}
