/**
 * Cuts the fonts down to the characters the site uses. They cover far more than any page shows, and are
 * much of what a page loads first.
 */
import subsetFont from 'subset-font';
import { basename } from 'node:path';
import type { Plugin } from 'vite';
import { ASCII, NUMBERS, cutTextFont } from './text-font.mjs';

const MATH_FONT = /KaTeX_[^/]*\.woff2$/;
const TEXT_FONT = /SourceSans[^/]*\.woff2$/;

/** Scripts set single letters as mathematics, all of them in this one font. */
const LETTER_FONT = /KaTeX_Math-Italic/;
const variablesOfScripts = 'hywxrtlneEIKXYητΔ';

/** Words within a formula, which are set in the font of running text (tutorial.css). */
const WORDS = /^<span class="[^"]*\btext\b/;

/** Every formula of a page as it is seen, without its words: what stands within its "katex-html" spans. */
function formulaHtml(html: string): string {
  let shown = '';
  for (const formula of html.split('class="katex-html"').slice(1)) {
    let depth = 1;
    let words = Infinity;
    for (const [part, tag] of formula.slice(formula.indexOf('>') + 1).matchAll(/<(\/?)[^>]*>|[^<]+/g)) {
      if (WORDS.test(part)) words = Math.min(words, depth);
      if (depth <= words) shown += part;
      if (tag !== undefined && !part.endsWith('/>')) depth += tag === '/' ? -1 : 1;
      if (depth <= words) words = Infinity;
      if (depth === 0) break;
    }
  }
  return shown;
}

/** Packages that carry tables of signs, such as every punctuation mark there is: no words of the site. */
const TABLES = /node_modules\/(markdown-it|entities|uc\.micro|mdurl|linkify-it|punycode)/;

/** The words of a language: chunks of their own (chunks.ts). */
const TRANSLATION = /\/words\.[a-z]{2}\./;
const inEnglish = (html: string) => (/<html[^>]* lang="([^"]+)"/.exec(html)?.[1] ?? 'en') === 'en';

/** Text as it is read, with the signs that a script writes by their codes. */
const decoded = (text: string) =>
  text + text.replace(/\\u([0-9a-f]{4})/gi, (_, code: string) => String.fromCharCode(parseInt(code, 16)));

/** Letters of running text beyond those of English, for which only the pages of other languages ask. Chinese comes from the system. */
function otherLetters(text: string, english: string): string {
  const known = new Set(english);
  return [...new Set(text)].filter((sign) => !known.has(sign) && sign > '\u00a0' && sign < '\u2e80').join('');
}

/** The face of running text in a style sheet. */
const FACE = /@font-face\{[^}]*url\([^)]*SourceSans[^)]*\)[^}]*\}/;

/** A letter as TeX sets variables; all else in a formula is in other fonts. */
const LETTER = /(<span class="[^"]*\bmathnormal\b[^"]*"[^>]*>)([^<]*)/g;

/** The signs in some HTML, with those that it writes by name or number. */
const signsIn = (html: string) =>
  '<>&' +
  html
    .replace(/<[^>]*>/g, '')
    .replace(/&#x([0-9a-f]+);/gi, (_, code: string) => String.fromCodePoint(parseInt(code, 16)));

/** Beside the face of running text one for these letters alone: a browser fetches it where a page has one of them. */
function addFace(assets: { fileName: string; source: string | Uint8Array }[], file: string, letters: string): void {
  const codes = [...letters].map((sign) => `U+${sign.codePointAt(0)!.toString(16)}`).sort();
  for (const sheet of assets.filter(({ fileName }) => fileName.endsWith('.css'))) {
    sheet.source = String(sheet.source).replace(FACE, (face) => {
      const other = face.replace(/[^/(]*SourceSans[^)]*/, file).replace('}', `;unicode-range:${codes.join()}}`);
      return face + other;
    });
  }
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
      const formulas = pages.map(({ source }) => formulaHtml(String(source))).join('');
      const variables = [...formulas.matchAll(LETTER)].map(([, , text]) => text).join('');
      const others = formulas.replace(LETTER, '$1');
      const chunks = outputs.filter((output) => output.type === 'chunk').filter(({ moduleIds }) => !moduleIds.some((id) => TABLES.test(id)));
      const documents = assets
        .filter(({ fileName }) => /\.(html|json)$/.test(fileName))
        .map(({ source }) => String(source));
      const scriptsOf = (translated: boolean) =>
        chunks.filter(({ fileName }) => TRANSLATION.test(fileName) === translated).map(({ code }) => code);
      const english = ASCII + NUMBERS + decoded([...documents.filter(inEnglish), ...scriptsOf(false)].join(''));
      const letters = otherLetters(decoded([...documents, ...scriptsOf(true)].join('')), english);
      for (const asset of assets) {
        const file = asset.fileName;
        const whole = () => Buffer.from(asset.source as Uint8Array);
        if (TEXT_FONT.test(file)) {
          const font = whole();
          asset.source = await cutTextFont(font, english);
          if (letters) {
            const name = this.emitFile({ type: 'asset', name: 'letters.woff2', source: await cutTextFont(font, letters) });
            addFace(assets, basename(this.getFileName(name)), letters);
          }
        } else if (MATH_FONT.test(file)) {
          const kept = signsIn(LETTER_FONT.test(file) ? variables + variablesOfScripts : others);
          // Running text has no hints for coarse screens either (Source Sans brings none).
          asset.source = await subsetFont(whole(), [...new Set(kept)].join(''), { targetFormat: 'woff2', noHinting: true });
        }
      }
    },
  };
}
