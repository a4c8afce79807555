/**
 * Cuts the fonts down to the characters the site uses. They cover far more than any page shows, and are
 * much of what a page loads first.
 */
import subsetFont from 'subset-font';
import type { Plugin } from 'vite';
import { ASCII, NUMBERS, cutTextFont } from './text-font.mjs';

const MATH_FONT = /KaTeX_[^/]*\.woff2$/;
const TEXT_FONT = /SourceSans[^/]*\.woff2$/;

/**
 * A bold face of the mathematics, in a style sheet. WebKit fetches one with every regular face, needed or not, so
 * where no formula is bold there is none.
 */
const BOLD_FACE = /@font-face\s*\{[^}]*?KaTeX_[^}]*?font-weight:\s*700[^}]*\}/g;
const BOLD_FILE = /KaTeX_[^/]*-Bold[^/]*$/;
const BOLD_FORMULA = /class="[^"]*\b(?:(?:math|text)(?:bf|boldsf|bfit)|boldsymbol)\b/;

/** Scripts set single letters as mathematics, all of them in this one font. */
const LETTER_FONT = /KaTeX_Math-Italic/;
const letters = 'hywxrtlneEIKXYητΔ';

/** The visible text of every formula of a page: what stands within its "katex-html" spans. */
export function formulaText(html: string): string {
  let text = '';
  for (const formula of html.split('class="katex-html"').slice(1)) {
    let depth = 1;
    for (const [part, tag] of formula.slice(formula.indexOf('>') + 1).matchAll(/<(\/?)[^>]*>|[^<]+/g)) {
      if (tag === undefined) text += part;
      else if (!part.endsWith('/>')) depth += tag === '/' ? -1 : 1;
      if (depth === 0) break;
    }
  }
  // Signs that HTML writes by name, and those it writes by number.
  return '<>&' + text.replace(/&#x([0-9a-f]+);/gi, (_, code: string) => String.fromCodePoint(parseInt(code, 16)));
}

export function fonts(): Plugin {
  return {
    name: 'reprise-fonts',
    enforce: 'post',
    apply: 'build',
    async generateBundle(_options, bundle) {
      const outputs = Object.values(bundle);
      const assets = outputs.filter((output) => output.type === 'asset');
      const pages = assets.filter(({ fileName }) => fileName.endsWith('.html'));
      if (!pages.some(({ source }) => BOLD_FORMULA.test(String(source)))) {
        for (const asset of assets) {
          if (BOLD_FILE.test(asset.fileName)) delete bundle[asset.fileName];
          if (asset.fileName.endsWith('.css')) asset.source = String(asset.source).replace(BOLD_FACE, '');
        }
      }
      const formulas = pages.map(({ source }) => formulaText(String(source))).join('');
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
          const kept = new Set(formulas + (LETTER_FONT.test(file) ? letters : ''));
          asset.source = await subsetFont(whole(), [...kept].join(''), { targetFormat: 'woff2' });
        }
      }
    },
  };
}
