import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { minify, type Plugin } from 'vite';

/** Every page's text; chapters set formulas in two more before the first line is read. */
const textFont = /SourceSans[^/]*\.woff2$/;
const formulaFonts = /KaTeX_(Main-Regular|Math-Italic)[^/]*\.woff2$/;

/**
 * Lets the text come first: style sheets and fonts are asked for before the scripts, which a page can be read without. Fonts are
 * named in the page, since a browser would otherwise find them only after the style sheets, and the text would jump. The script that
 * every page waits for, public/theme.js, is served without its comments: Vite copies public files as they are.
 */
export function firstPaint(): Plugin {
  return {
    name: 'reprise:first-paint',
    apply: 'build',
    async writeBundle({ dir }) {
      const file = join(dir!, 'theme.js');
      const { code } = await minify('theme.js', await readFile(file, 'utf8'));
      await writeFile(file, code);
    },
    transformIndexHtml: {
      order: 'post',
      handler(html, { bundle, path }) {
        const root = '../'.repeat(path.replace(/^\//, '').split('/').length - 1) || './';
        const wanted = html.includes('class="katex-html"') ? [textFont, formulaFonts] : [textFont];
        const fonts = Object.keys(bundle ?? {})
          .filter((file) => wanted.some((pattern) => pattern.test(file)))
          .map((file) => `<link rel="preload" as="font" type="font/woff2" crossorigin href="${root}${file}">`);
        const sheets: string[] = [];
        return html
          .replace(/[ \t]*<link rel="stylesheet"[^>]*>\n?/g, (sheet) => {
            // With the attribute they would need CORS headers in a frame that has no origin.
            sheets.push(sheet.trim().replace(' crossorigin', ''));
            return '';
          })
          .replace(/<link rel="modulepreload"/g, '<link rel="modulepreload" fetchpriority="low"')
          .replace(/<script type="module"/g, '<script type="module" fetchpriority="low"')
          .replace(/([ \t]*)<script /, `$1${[...sheets, ...fonts].join('\n    ')}\n$1<script `);
      },
    },
  };
}
