// The site built with other words (REPRISE_STRINGS: "doubled", "rtl"), to see whether its layout holds.

import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../../', import.meta.url));

/** Builds it and opens it: the site as `openSite` gives it, its English pages, and what ends it. */
export async function openBuiltWith(strings) {
  const folder = mkdtempSync(path.join(tmpdir(), `reprise-${strings}-`));
  const vite = ['node_modules/vite/bin/vite.js', 'build', '--config', 'web/vite.config.ts'];
  execFileSync(process.execPath, [...vite, '--outDir', folder, '--emptyOutDir', '--logLevel', 'error'], {
    cwd: root,
    env: { ...process.env, REPRISE_STRINGS: strings, NODE_ENV: 'production' },
  });
  process.env.REPRISE_SITE = folder;
  const { PAGES, openSite } = await import('./site.mjs');
  const site = await openSite();
  const close = async () => {
    await site.close();
    rmSync(folder, { recursive: true });
  };
  return { site, pages: PAGES, close };
}

/**
 * How many pixels a page is too wide, and which of its words and controls reach beyond its sides. What scrolls by itself, or is
 * hidden from the eye, may.
 */
export const tooWide = (page) =>
  page.evaluate(() => {
    const { clientWidth, scrollWidth } = document.documentElement;
    const outside = [];
    const walk = (node) => {
      for (const element of node.querySelectorAll('*')) {
        if (element.shadowRoot) walk(element.shadowRoot);
        if (!element.matches('button, summary, label, select, input, p, a, legend')) continue;
        const { left, right, width } = element.getBoundingClientRect();
        if (width === 0 || element.closest('.visually-hidden, .skip-link, .table, .formula, .term-entry')) continue;
        if (left < -1 || right > clientWidth + 1) outside.push(`${element.localName} "${element.textContent.trim().slice(0, 40)}" from ${left} to ${right}`);
      }
    };
    walk(document);
    return { over: scrollWidth - clientWidth, outside };
  });
