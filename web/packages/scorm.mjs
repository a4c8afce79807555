// A chapter as a SCORM 1.2 package: the page, what it needs and nothing else, and the manifest that names them.

import { readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { manifest, packedPage } from './scorm-page.mjs';
import { filesBelow, zip } from './zip.mjs';

const unescape = (text) =>
  text
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&');

/**
 * The files that pages or scripts need, themselves first: those whose names stand in them, or in what they need. Built files
 * have names of their own, so a name that occurs is a file that may be asked for.
 */
export function needed(site, pages, without = new Set()) {
  const all = filesBelow(site).filter((name) => !/\.html$|^(embed|packages)\/|^sw\.js$|\.webmanifest$/.test(name) && !without.has(name));
  const found = new Set(pages);
  for (const name of found) {
    if (!/\.(html|js|css|json|svg)$/.test(name)) continue;
    const text = readFileSync(join(site, name), 'utf8');
    for (const other of all) if (!found.has(other) && text.includes(basename(other))) found.add(other);
  }
  return [...found];
}

/** The zip of a chapter. name: as in "xor"; site: where the rest of the site is served, or "". */
export function scormPackage({ dist, name, site }) {
  const page = `tutorials/${name}.html`;
  const files = needed(dist, [page]);
  const html = readFileSync(join(dist, page), 'utf8');
  const title = unescape(/<h1[^>]*>([\s\S]*?)<\/h1>/.exec(html)[1].replaceAll(/<[^>]*>/g, '')).trim();
  const identifier = `reprise-${name.replaceAll(/[^A-Za-z0-9_-]/g, '-')}`;
  const content = new Map([
    ['imsmanifest.xml', manifest({ identifier, title, page, files })],
    [page, packedPage(html, page, files, site)],
  ]);
  for (const file of files.slice(1)) content.set(file, readFileSync(join(dist, file)));
  return zip(content);
}
