// Takes pictures of the built site: every page at three widths, light and dark, into build/screenshots; every
// chapter once more with its questions answered, its labs run and its folds open (-worked); and those that
// the README shows into docs/pictures.
//   node web/scripts/screenshots.mjs [--readme-only | PART-OF-AN-ADDRESS …]

import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { PAGES, laidOut, openSite } from '../../tests/web/helpers/site.mjs';
import { readChapter } from '../../tests/web/helpers/chapter.mjs';
import { workThroughChapter } from './work-through.mjs';

const root = fileURLToPath(new URL('../../', import.meta.url));
const everyPage = path.join(root, 'build/screenshots');
const readme = path.join(root, 'docs/pictures');
const WIDTHS = [1280, 820, 390];
const SCHEMES = ['light', 'dark'];
const HEIGHT = 844;
const RUN_LIMIT = 300_000;

const asked = process.argv.slice(2).filter((word) => !word.startsWith('--'));
const pages = PAGES.filter((page) => asked.some((part) => page.includes(part)));
if (asked.length > 0 && pages.length === 0) {
  console.error(`no page's address contains ${asked.join(' or ')}; there are ${PAGES.join(', ')}`);
  process.exit(2);
}
const site = await openSite();

/** Presses a lab's run button and waits for the end of its run. */
async function finish(page, lab) {
  const button = page.locator(`${lab} reprise-run-bar button.main`);
  await button.filter({ hasText: 'Run' }).click();
  await button.filter({ hasText: 'Run again' }).waitFor({ timeout: RUN_LIMIT });
  await page.waitForTimeout(500);
}

/** Works through the XOR tutorial's last lab, which shows every part. */
async function finishXor(page) {
  const chapter = await readChapter(page);
  const lab = page.locator('reprise-xor-lab').last();
  // The bar at the page's top edge would lie across the picture.
  await page.locator('reprise-chapter-progress').evaluate((element) => element.remove());
  await lab.scrollIntoViewIfNeeded();
  await chapter.train(await lab.getAttribute('id'));
  await page.waitForTimeout(2000);
  return lab;
}

const stem = (address) => address.replace(/\W+/g, '-').replace(/-html$/, '');

async function shoot(page, name) {
  // A chapter's end is laid out a little later than its beginning (web/src/tutorial/lay-out.ts).
  await laidOut(page);
  await page.screenshot({ path: path.join(everyPage, `${name}.png`), fullPage: true });
  console.log(`build/screenshots/${name}.png`);
}

/** A chapter at its end, with one reading for all sizes and both themes. */
async function shootWorked(address) {
  const viewport = { width: WIDTHS[0], height: HEIGHT };
  const { page } = await site.open(address, { viewport, reducedMotion: 'reduce' });
  const unfinished = await workThroughChapter(page);
  if (unfinished.length > 0) console.log(`${address}: not finished: ${unfinished.join(', ')}`);
  for (const width of WIDTHS) {
    for (const colorScheme of SCHEMES) {
      await page.setViewportSize({ width, height: HEIGHT });
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
      await page.waitForTimeout(1000);
      await shoot(page, `${stem(address)}-${width}-${colorScheme}-worked`);
    }
  }
  await page.context().close();
}

async function shootPages(pages) {
  await mkdir(everyPage, { recursive: true });
  for (const address of pages) {
    for (const width of WIDTHS) {
      for (const colorScheme of SCHEMES) {
        const { page } = await site.open(address, {
          viewport: { width, height: HEIGHT },
          colorScheme,
          reducedMotion: 'reduce',
        });
        await page.waitForLoadState('networkidle');
        const loadAll = page.locator('.load-all');
        if ((await loadAll.count()) > 0) {
          // Figures load as they come near, and a picture of a whole page comes near none.
          await loadAll.click();
          await page.waitForLoadState('networkidle');
          await page.waitForTimeout(1000);
        }
        await shoot(page, `${stem(address)}-${width}-${colorScheme}`);
        await page.context().close();
      }
    }
    if (/^tutorials\/(?!index)/.test(address)) await shootWorked(address);
  }
}

/** What each picture of the README shows: an address, and how to get there. */
const README_PICTURES = [
  {
    name: 'two-points',
    address: 'two-points.html',
    prepare: (page) => finish(page, 'reprise-two-points'),
    viewport: { width: 1280, height: 860 },
  },
  {
    name: 'digits',
    address: 'digits.html#preset=digits/three-classes',
    prepare: (page) => finish(page, 'reprise-digits-lab'),
    viewport: { width: 1280, height: 900 },
  },
  {
    name: 'xor',
    address: 'tutorials/xor.html',
    prepare: finishXor,
    viewport: { width: 1000, height: 900 },
  },
];

async function shootReadme() {
  await mkdir(readme, { recursive: true });
  for (const { name, address, prepare, viewport } of README_PICTURES) {
    for (const colorScheme of SCHEMES) {
      const { page } = await site.open(address, { viewport, colorScheme });
      const part = await prepare(page);
      const file = path.join(readme, `${name}-${colorScheme}.png`);
      // Without a part of its own to show, a picture is what a reader sees without scrolling.
      if (part) await part.screenshot({ path: file });
      else {
        await page.evaluate(() => scrollTo(0, 0));
        await page.screenshot({ path: file });
      }
      await page.context().close();
      console.log(path.relative(root, file));
    }
  }
}

try {
  if (asked.length > 0) {
    await shootPages(pages);
  } else {
    await shootReadme();
    if (!process.argv.includes('--readme-only')) await shootPages(PAGES);
  }
} finally {
  await site.close();
}
