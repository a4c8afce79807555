/**
 * Cuts the fonts down to the characters the site uses. They cover far more than any page shows, and are
 * much of what a page loads first.
 */
import subsetFont from 'subset-font';
import type { Plugin } from 'vite';
import { ASCII, NUMBERS, cutTextFont } from './text-font.mjs';

const MATH_FONT = /KaTeX_[^/]*\.woff2$/;
const TEXT_FONT = /SourceSans[^/]*\.woff2$/;

/** Scripts set single letters as mathematics, all of them in this one font. */
const LETTER_FONT = /KaTeX_Math-Italic/;
const letters = 'hywxrtlneEIKXYητΔ';

/** Every formula of a page as it is seen: what stands within its "katex-html" spans. */
function formulaHtml(html: string): string {
  let shown = '';
  for (const formula of html.split('class="katex-html"').slice(1)) {
    let depth = 1;
    for (const [part, tag] of formula.slice(formula.indexOf('>') + 1).matchAll(/<(\/?)[^>]*>|[^<]+/g)) {
      shown += part;
      if (tag !== undefined && !part.endsWith('/>')) depth += tag === '/' ? -1 : 1;
      if (depth === 0) break;
    }
  }
  return shown;
}

/** A letter as TeX sets variables; all else in a formula is in other fonts. */
const LETTER = /(<span class="[^"]*\bmathnormal\b[^"]*"[^>]*>)([^<]*)/g;

/** The signs in some HTML, with those that it writes by name or number. */
const signsIn = (html: string) =>
  '<>&' +
  html
    .replace(/<[^>]*>/g, '')
    .replace(/&#x([0-9a-f]+);/gi, (_, code: string) => String.fromCodePoint(parseInt(code, 16)));

export function fonts(): Plugin {
  return {
    name: 'reprise-fonts',
    enforce: 'post',
    apply: 'build',
    async generateBundle(_options, bundle) {
      const outputs = Object.values(bundle);
      const assets = outputs.filter((output) => output.type === 'asset');
      const pages = assets.filter(({ fileName }) => fileName.endsWith('.html'));
      const formulas = pages.map(({ source }) => formulaHtml(String(source))).join('');
      const variables = [...formulas.matchAll(LETTER)].map(([, , text]) => text).join('');
      const others = formulas.replace(LETTER, '$1');
      const scripts = outputs.filter((output) => output.type === 'chunk').map(({ code }) => code);
      const documents = assets.filter(({ fileName }) => /\.(html|json)$/.test(fileName));
      const texts = [...documents.map(({ source }) => String(source)), ...scripts].join('');
      // Scripts write signs beyond ASCII as they are or by their code.
      const coded = texts.replace(/\\u([0-9a-f]{4})/gi, (_, code: string) =>
        String.fromCharCode(parseInt(code, 16)),
      );
      for (const asset of assets) {
        const file = asset.fileName;
        const whole = () => Buffer.from(asset.source as Uint8Array);
        if (TEXT_FONT.test(file)) {
          asset.source = await cutTextFont(whole(), ASCII + NUMBERS + texts + coded);
        } else if (MATH_FONT.test(file)) {
          const kept = signsIn(LETTER_FONT.test(file) ? variables + letters : others);
          // Running text has no hints for coarse screens either (Source Sans brings none).
          asset.source = await subsetFont(whole(), [...new Set(kept)].join(''), { targetFormat: 'woff2', noHinting: true });
        }
      }
    },
  };
}
