// The labs inside pages that real site generators have made: Sphinx with MyST Markdown, and VitePress.

import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { serveFolders } from '../../web/scripts/static-server.mjs';
import { openSite } from './helpers/site.mjs';

const installed = fileURLToPath(new URL('../../.tools/generators/node_modules', import.meta.url));
const scratch = mkdtempSync(join(tmpdir(), 'reprise-generators-'));
const SET = 'network.width=30 network.hidden_layers=4 observe.layer=2 training.epochs=200';

/** Whether a command is there; without it ./dev test has not been run, and the test cannot be. */
function has(command, ...given) {
  try {
    execFileSync(command, given, { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}
const sphinx = has('sphinx-build', '--version');
const vitepress = existsSync(join(installed, 'vitepress'));

let site;
let server;
before(async () => {
  site = await openSite();
  // Browsers ask every host for an icon.
  writeFileSync(join(scratch, 'favicon.ico'), '');
  server = await serveFolders({ '/': scratch });
});
after(async () => {
  await site?.close();
  await server?.close();
  rmSync(scratch, { recursive: true, force: true });
});

const frame = () =>
  `<iframe src="${site.base}embed.html#preset=xor/rich&amp;${SET.replaceAll(' ', '&amp;')}&amp;controls=loss&amp;autorun=1" title="XOR" width="100%" height="500"></iframe>`;
const element = () =>
  `<reprise-lab preset="two-points/default" set="${SET}" controls="distances" autorun></reprise-lab>`;

/** The element and the frame of a page both train to the end, and nothing complains. */
async function bothRun(address) {
  const page = await site.newPage();
  await page.addInitScript(() => {
    globalThis.heard = [];
    addEventListener('message', ({ data }) => data?.reprise === 1 && heard.push(`frame ${data.type}`));
    addEventListener('reprise', ({ detail }) => heard.push(`element ${detail.type}`));
  });
  await page.goto(`${server.origin}/${address}`);
  await page.locator('reprise-lab').scrollIntoViewIfNeeded();
  await page.waitForFunction(() => heard.includes('element finished'));
  await page.locator('iframe').scrollIntoViewIfNeeded();
  await page.waitForFunction(() => heard.includes('frame finished'));
  // The page's own styles do not reach into the lab, nor does the lab take more room than it is given.
  const overflow = await page.evaluate(() => {
    const lab = document.querySelector('reprise-lab');
    return lab.getBoundingClientRect().right - lab.parentElement.getBoundingClientRect().right;
  });
  assert.ok(overflow <= 1, `${overflow} pixels too wide`);
  const problems = page.problems.filter((text) => !text.startsWith('request to another origin'));
  assert.deepEqual(problems, []);
  if (process.env.REPRISE_SHOTS) await page.screenshot({ path: `${process.env.REPRISE_SHOTS}/${address.split('/')[0]}.png` });
  await page.context().close();
}

test('a page of Sphinx with MyST Markdown', { skip: sphinx ? false : 'Sphinx is not installed' }, async () => {
  const source = join(scratch, 'sphinx-source');
  mkdirSync(source);
  writeFileSync(join(source, 'conf.py'), "project = 'Course'\nextensions = ['myst_parser']\n");
  writeFileSync(
    join(source, 'index.md'),
    `# Week 3\n\nTrain it.\n\n\`\`\`{raw} html\n<script src="${site.base}embed/reprise.js" defer></script>\n${element()}\n\`\`\`\n\n\`\`\`{raw} html\n${frame()}\n\`\`\`\n`,
  );
  execFileSync('sphinx-build', ['-q', '-W', '-b', 'html', source, join(scratch, 'sphinx')], { stdio: 'pipe' });
  await bothRun('sphinx/index.html');
});

test('a page of VitePress', { skip: vitepress ? false : 'VitePress is not installed' }, async () => {
  const source = join(scratch, 'vitepress-source');
  mkdirSync(join(source, '.vitepress'), { recursive: true });
  symlinkSync(installed, join(source, 'node_modules'));
  writeFileSync(join(source, 'package.json'), '{ "type": "module", "private": true }');
  writeFileSync(
    join(source, '.vitepress/config.mjs'),
    `export default {
      title: 'Course',
      base: '/vitepress/',
      outDir: ${JSON.stringify(join(scratch, 'vitepress'))},
      head: [['script', { src: ${JSON.stringify(`${site.base}embed/reprise.js`)}, defer: '' }]],
      vue: { template: { compilerOptions: { isCustomElement: (tag) => tag === 'reprise-lab' } } },
    };`,
  );
  writeFileSync(join(source, 'index.md'), `# Week 3\n\nTrain it.\n\n${element()}\n\n${frame()}\n`);
  execFileSync('node', [join(installed, 'vitepress/bin/vitepress.js'), 'build', source], { stdio: 'pipe' });
  await bothRun('vitepress/index.html');
});
