/**
 * The script of a chapter that lost its own: in a frame without an origin, on a host without CORS headers, no module comes through.
 * All that a chapter runs, as one classic script, which public/theme.js asks for.
 */
// First, since it asks for the script's own address, which is known only while the script first runs.
import './root.ts';
import { loadFonts } from './look.ts';
import { useLanguage } from './words.ts';

async function begin(): Promise<void> {
  loadFonts();
  await useLanguage(document.documentElement.lang);
  // Elements read their words when they are made, so they come after the language.
  await import('./chapter-parts.ts');
}

void begin();
