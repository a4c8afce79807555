// A chapter as a SCORM 1.2 package: the page, what it needs and nothing else, and the manifest that names them.

import { readFileSync } from 'node:fs';
import { basename, join, posix } from 'node:path';
import { filesBelow, zip } from './zip.mjs';

const escape = (text) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

const unescape = (text) =>
  text
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&');

/**
 * The files a page needs, itself first: those whose names stand in it, or in what it needs. Built files have names of
 * their own, so a name that occurs is a file that may be asked for.
 */
export function needed(site, page) {
  const all = filesBelow(site).filter((name) => !/\.html$|^embed\/|^sw\.js$|\.webmanifest$/.test(name));
  const found = new Set([page]);
  for (const name of found) {
    if (!/\.(html|js|css|json|svg)$/.test(name)) continue;
    const text = readFileSync(join(site, name), 'utf8');
    for (const other of all) if (!found.has(other) && text.includes(basename(other))) found.add(other);
  }
  return [...found];
}

/**
 * The page as it stands in the package: marked, without the site's header and footer, and with links to what is not
 * in the package leading to the site, or, where nobody has said where that is, to nowhere.
 */
export function packedPage(html, page, files, site) {
  const link = (whole, before, href, after, content) => {
    if (/^(#|[a-z]+:)/i.test(href)) return whole;
    const target = posix.join(posix.dirname(page), href.split(/[?#]/)[0]);
    if (files.includes(target)) return whole;
    if (!site) return `<span>${content}</span>`;
    const there = new URL(href.replaceAll('&amp;', '&'), new URL(page, site)).href;
    return `<a${before}href="${escape(there)}" target="_blank" rel="noopener"${after}>${content}</a>`;
  };
  return html
    .replace(/<header class="site-header">[\s\S]*?<\/header>/, '')
    .replace(/<footer class="site-footer">[\s\S]*?<\/footer>/, '')
    .replaceAll(/<a((?:\s[^>]*?)?\s)href="([^"]*)"([^>]*)>([\s\S]*?)<\/a>/g, link)
    .replace(/<link rel="manifest"[^>]*>/, '')
    .replace('</head>', '<meta name="reprise-scorm" content="1.2">\n</head>');
}

export function manifest({ identifier, title, page, files }) {
  return `<?xml version="1.0" encoding="UTF-8"?>
<manifest identifier="${identifier}" version="1.0"
  xmlns="http://www.imsproject.org/xsd/imscp_rootv1p1p2"
  xmlns:adlcp="http://www.adlnet.org/xsd/adlcp_rootv1p2"
  xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
  xsi:schemaLocation="http://www.imsproject.org/xsd/imscp_rootv1p1p2 imscp_rootv1p1p2.xsd http://www.adlnet.org/xsd/adlcp_rootv1p2 adlcp_rootv1p2.xsd">
  <metadata>
    <schema>ADL SCORM</schema>
    <schemaversion>1.2</schemaversion>
  </metadata>
  <organizations default="${identifier}-course">
    <organization identifier="${identifier}-course">
      <title>${escape(title)}</title>
      <item identifier="${identifier}-item" identifierref="${identifier}-chapter" isvisible="true">
        <title>${escape(title)}</title>
      </item>
    </organization>
  </organizations>
  <resources>
    <resource identifier="${identifier}-chapter" type="webcontent" adlcp:scormtype="sco" href="${escape(page)}">
${files.map((name) => `      <file href="${escape(name)}"/>`).join('\n')}
    </resource>
  </resources>
</manifest>
`;
}

/** The zip of a chapter. name: as in "xor"; site: where the rest of the site is served, or "". */
export function scormPackage({ dist, name, site }) {
  const page = `tutorials/${name}.html`;
  const files = needed(dist, page);
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
