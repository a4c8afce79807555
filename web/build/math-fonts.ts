/**
 * Cuts the fonts of the mathematics down to the characters the site uses. KaTeX's fonts cover far more
 * than any page shows, and they are most of what a page with formulas would otherwise load.
 */
import subsetFont from 'subset-font';
import type { Plugin } from 'vite';

const MATH_FONT = /KaTeX_[^/]*\.woff2$/;

/** Scripts set single letters as mathematics, all of them in this one font. */
const LETTER_FONT = /KaTeX_Math-Italic/;
const letters = [
  ...Array.from({ length: 95 }, (_, i) => String.fromCharCode(32 + i)),
  ...'ηταβγδθλμρσφωΔ−·×′∗≈≤≥→∞',
].join('');

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
  // Character references are kept as they are too: their letters cost little.
  return text + text.replace(/&#x([0-9a-f]+);/gi, (_, code: string) => String.fromCodePoint(parseInt(code, 16)));
}

export function mathFonts(): Plugin {
  return {
    name: 'reprise-math-fonts',
    enforce: 'post',
    apply: 'build',
    async generateBundle(_options, bundle) {
      const assets = Object.values(bundle).filter((output) => output.type === 'asset');
      const pages = assets.filter(({ fileName }) => fileName.endsWith('.html'));
      const formulas = pages.map(({ source }) => formulaText(String(source))).join('');
      for (const asset of assets) {
        if (!MATH_FONT.test(asset.fileName)) continue;
        const whole = Buffer.from(asset.source as Uint8Array);
        const used = formulas + (LETTER_FONT.test(asset.fileName) ? letters : '');
        const kept = [...new Set(used)].join('');
        asset.source = await subsetFont(whole, kept, { targetFormat: 'woff2' });
      }
    },
  };
}
