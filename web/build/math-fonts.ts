/**
 * Cuts the fonts of the mathematics down to the characters the site uses. KaTeX's fonts cover far more
 * than any page shows, and they are most of what a page with formulas would otherwise load.
 */
import subsetFont from 'subset-font';
import type { Plugin } from 'vite';

const MATH_FONT = /KaTeX_[^/]*\.woff2$/;

/** Letters, digits and signs that scripts may set as mathematics, beside what the pages hold. */
const always = [
  ...Array.from({ length: 95 }, (_, i) => String.fromCharCode(32 + i)),
  ...'ηταβγδθλμρσφωΔ−·×′∗≈≤≥→∞',
].join('');

export function mathFonts(): Plugin {
  return {
    name: 'reprise-math-fonts',
    enforce: 'post',
    apply: 'build',
    async generateBundle(_options, bundle) {
      const assets = Object.values(bundle).filter((output) => output.type === 'asset');
      const pages = assets.filter(({ fileName }) => fileName.endsWith('.html'));
      const used = new Set(always + pages.map(({ source }) => String(source)).join(''));
      for (const asset of assets) {
        if (!MATH_FONT.test(asset.fileName)) continue;
        const whole = Buffer.from(asset.source as Uint8Array);
        asset.source = await subsetFont(whole, [...used].join(''), { targetFormat: 'woff2' });
      }
    },
  };
}
