// Makes every package of the built site: see README.md.
//   node web/packages/package.mjs [--site https://example.edu/reprise/] [--out build/packages]

import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { basename, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { npmPackage } from './npm.mjs';
import { scormPackage } from './scorm.mjs';
import { fileMap, filesBelow, zip } from './zip.mjs';

const project = fileURLToPath(new URL('../../', import.meta.url));
const dist = join(project, 'web/dist');
const { values } = parseArgs({
  options: {
    site: { type: 'string', default: process.env.REPRISE_SITE_ADDRESS ?? '' },
    out: { type: 'string', default: join(project, 'build/packages') },
  },
});
const { version } = JSON.parse(readFileSync(join(project, 'package.json'), 'utf8'));
const { out } = values;
const site = values.site && (values.site.endsWith('/') ? values.site : `${values.site}/`);

function told(name) {
  const megabytes = (statSync(join(out, name)).size / 1e6).toFixed(2);
  console.log(`${relative(project, join(out, name))}  ${megabytes} MB`);
}

function write(name, bytes) {
  writeFileSync(join(out, name), bytes);
  told(name);
}

mkdirSync(out, { recursive: true });
write(`reprise-site-${version}.zip`, zip(fileMap(dist, filesBelow(dist), 'reprise/')));
told(npmPackage({ dist, out, version }));
const chapters = readdirSync(join(dist, 'tutorials'))
  .filter((name) => name.endsWith('.html'))
  .filter((name) => {
    const html = readFileSync(join(dist, 'tutorials', name), 'utf8');
    // A chapter without a translation is English text in a page of another language: that is no package of its own.
    return html.includes('data-tutorial=') && !/<article[^>]* lang=/.test(html);
  })
  .map((name) => basename(name, '.html'));
for (const name of chapters) {
  write(`reprise-scorm-${name}-${version}.zip`, scormPackage({ dist, name, site }));
}
