// The site in other languages: offered, never forced; links stay within the language; nothing in a page is left in English but
// what ./dev translations names and what every language calls so.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { gzipSync } from 'node:zlib';
import { allTables, stateOf } from '../../web/build/languages/units.mjs';
import { languages, pageWords } from '../../web/build/page-words.mjs';
import { PAGES, TRANSLATED_PAGES, framesDrawn, openSite, problemsOf } from './helpers/site.mjs';

const FIRST_LOAD_LIMIT = 300_000;
const others = languages().filter((code) => code !== 'en');
const english = (path) => path.replace(/\.[a-z]{2}\.html$/, '.html');
const languageOf = (path) => /\.([a-z]{2})\.html$/.exec(path)[1];

/** Called so in every language. */
const NAMES = new Set([
  'Reprise', 'MNIST', 'Fashion-MNIST', 'CIFAR-10', 'XOR', 'ReLU', 'ELU', 'SiLU', 'SiLU (swish)', 'tanh', 'Leaky ReLU (0.01)', 'Adam', 'SCORM', 'Dropout',
  'Encoder', 'Decoder', 'Plateau', 'relevant', 'sin πx', 'sin πy', 'cat-01.png',
  'MyST, Jupyter Book 2, marimo, Jupyter:', 'Sphinx, MkDocs, Quarto, VitePress, Docusaurus:', 'WordPress', 'npm:',
]);

/** Words of a chapter's text that a language has in common with English, where they stand by themselves as in a link. */
const COMMON = { fr: ['point'] };

let site;
before(async () => {
  site = await openSite();
});
after(() => site?.close());

test('every page is there in every language', () => {
  for (const code of others) {
    const own = TRANSLATED_PAGES.filter((path) => languageOf(path) === code).map(english);
    assert.deepEqual(own, PAGES, code);
  }
});

test('a browser that asks for German is offered German, once, and is sent nowhere', async () => {
  const { page } = await site.open('two-points.html#preset=two-points/narrow', { locale: 'de-AT' });
  const offer = page.locator('.language-offer');
  await offer.getByText('Diese Seite gibt es auch auf Deutsch.').waitFor();
  assert.match(page.url(), /two-points\.html#/);
  await offer.getByRole('button', { name: 'Nein, danke' }).click();
  assert.equal(await offer.count(), 0);
  await page.reload();
  await site.settled(page);
  assert.equal(await page.locator('.language-offer').count(), 0, 'offered again');
  // The footer keeps the choice, and takes the state along.
  await page.locator('.site-footer').getByRole('link', { name: 'Deutsch' }).click();
  await page.waitForURL(/two-points\.de\.html#preset=two-points\/narrow/);
  await page.context().close();
});

test('an offer that is taken leads to the same page and state', async () => {
  const { page } = await site.open('plane.html#preset=plane/moons', { locale: 'de-DE' });
  await page.locator('.language-offer').getByRole('link').click();
  await page.waitForURL(/plane\.de\.html#preset=plane\/moons/);
  assert.equal(await page.locator('html').getAttribute('lang'), 'de');
  await page.context().close();
});

test('who reads the page’s own language, or one that there is none of, is offered nothing', async () => {
  for (const [address, locale] of [['index.html', 'en-GB'], ['index.html', 'fi-FI'], ['index.de.html', 'de-DE']]) {
    const { page } = await site.open(address, { locale });
    await site.settled(page);
    assert.equal(await page.locator('.language-offer').count(), 0, `${address} in ${locale}`);
    await page.context().close();
  }
});

/** Texts that readers see or hear in a page, through shadow roots, but for what says that it is English. */
const textsIn = (page) =>
  page.evaluate(() => {
    const found = new Set();
    const add = (text) => {
      const plain = text?.replace(/\s+/g, ' ').trim();
      if (plain && /\p{L}{3}/u.test(plain)) found.add(plain);
    };
    const skipped = 'script, style, noscript, pre, code, var, .katex, .site-footer nav, .site-footer p:last-child, .languages, .kinds, [hreflang]';
    const walk = (node) => {
      for (const child of node.childNodes) {
        if (child.nodeType === Node.TEXT_NODE) add(child.nodeValue);
        if (child.nodeType !== Node.ELEMENT_NODE || child.matches(skipped)) continue;
        if (child.lang === 'en') {
          // Labs in an English text are the page's own.
          child.querySelectorAll('[lang]').forEach((inner) => inner.shadowRoot && walk(inner.shadowRoot));
          continue;
        }
        for (const name of ['aria-label', 'title', 'placeholder', 'alt']) add(child.getAttribute(name));
        if (child.shadowRoot) walk(child.shadowRoot);
        walk(child);
      }
    };
    walk(document.body);
    // What a chapter calls its labs is of its text.
    const names = new Set([...document.querySelectorAll('article[lang=en] [label]')].map((lab) => lab.getAttribute('label')));
    return [...found].filter((text) => !names.has(text));
  });

/** Fragments of what a language lacks: texts, and what functions write about their values. */
async function lacking(code) {
  const { tables } = await allTables();
  const { missing, older } = await stateOf(code);
  const pieces = [];
  for (const name of [...missing, ...older]) {
    const [table, place] = [name.slice(0, name.indexOf(':')), name.slice(name.indexOf(':') + 1)];
    let value = tables[table];
    if (!value) pieces.push(place.replace(/<[^>]*>/g, ' '));
    else for (const key of place.split('|')) value = value[key];
    if (typeof value === 'string') pieces.push(value);
    else if (value) for (const [, , text] of String(value).matchAll(/(['"`])((?:\\.|(?!\1).)*)\1/gs)) pieces.push(...text.split(/\$\{[^}]*\}/));
  }
  return pieces.flatMap((text) => text.split(/\s*\n\s*/)).map((text) => text.replace(/\s+/g, ' ').trim()).filter((text) => /\p{L}{3}/u.test(text));
}

/** One language in all its pages; of the others, which are made alike, those that differ in kind. */
const SAMPLE = ['index.html', 'two-points.html', 'paper.html', 'tutorials/index.html', 'tutorials/xor.html'];

/** What a language says in the same words as English, as "Pages" and "{minutes} minutes" in French: whole texts. */
async function alike(code) {
  const { tables, translations } = await allTables();
  const found = [];
  const compare = (own, other) => {
    if (typeof own === 'function') return;
    if (typeof own === 'string') return void (own === other && found.push(own));
    for (const [key, inner] of Object.entries(own)) if (other?.[key] !== undefined) compare(inner, other[key]);
  };
  compare(pageWords(code), pageWords('en'));
  compare(translations[code] ?? {}, tables);
  return found.map((text) => new RegExp(`^${text.replaceAll(/[.*+?^$()|[\]\\]/g, '\\$&').replaceAll(/\{\w+\}/g, '\\d+')}$`));
}

/** Texts of pages in English by their paths, each page read once for all languages. */
const read = new Map();
function inEnglish(path) {
  const look = async () => {
    const { page } = await site.open(path);
    await site.settled(page);
    await framesDrawn(page);
    const texts = new Set(await textsIn(page));
    await page.context().close();
    return texts;
  };
  if (!read.has(path)) read.set(path, look());
  return read.get(path);
}

/** By how many compressed bytes a page is longer than in English. */
const longer = (own, original) => original.body().then((body) => Math.max(0, gzipSync(own).length - gzipSync(body).length));

for (const code of others) {
  const pages = TRANSLATED_PAGES.filter((path) => languageOf(path) === code && (code === 'de' || SAMPLE.includes(english(path))));
  const gaps = lacking(code);
  const shared = alike(code);
  for (const path of pages) {
    test(`${path}: whole, light, within its width, its links in its language, and no English but what is known to be`, async () => {
      const opened = await site.open(path, { locale: code });
      const { page, responses } = opened;
      await site.settled(page);
      await framesDrawn(page);
      assert.equal(await page.locator('html').getAttribute('lang'), code);
      assert.deepEqual(await problemsOf(opened), []);
      // Each file once, since two workers ask for the same script; what other widths show and ask for later is no first load.
      const first = [...new Map(responses.map((response) => [response.url(), response])).values()];
      for (const width of [390, 820, 1280]) {
        await page.setViewportSize({ width, height: 900 });
        await framesDrawn(page);
        const over = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
        assert.ok(over <= 0, `${over} pixels too wide at ${width}`);
      }

      let total = 0;
      for (const response of first) {
        const { protocol, pathname } = new URL(response.url());
        // A language weighs its words and the script that lays them, its letters and its longer text; all else is as in English.
        if (!protocol.startsWith('http') || /\/data\/|\/words\.[a-z]{2}\.|\/letters-|\/language-|\.[a-z]{2}-[^/]+\.js$/.test(pathname)) continue;
        const body = await response.body();
        total += /\.(woff2|png|bin)$/.test(pathname) ? body.length : gzipSync(body).length;
        if (pathname.endsWith(`/${path}`)) total -= await longer(body, await page.request.get(site.url(english(path))));
      }
      assert.ok(total < FIRST_LOAD_LIMIT, `${total} bytes beside the words of the language`);
      const foreign = responses.map((response) => /\/words\.([a-z]{2})\./.exec(response.url())?.[1]).filter((own) => own && own !== code);
      assert.deepEqual(foreign, [], 'words of other languages');

      const leaving = await page.evaluate(
        (own) =>
          [...document.querySelectorAll('a[href]:not([hreflang])')]
            .map((link) => link.href)
            .filter((href) => href.startsWith(location.origin) && /\.html/.test(href) && !href.includes(`.${own}.html`)),
        code,
      );
      assert.deepEqual(leaving, []);

      const own = await textsIn(page);
      const theirs = await inEnglish(english(path));
      const known = await gaps;
      const same = await shared;
      // Stored results say in English what was measured.
      const stored = english(path) === 'paper.html';
      const left = own.filter(
        (text) => !stored && theirs.has(text) && !NAMES.has(text) && !COMMON[code]?.includes(text) && !same.some((one) => one.test(text)) && !known.some((piece) => text.includes(piece) || piece.includes(text)),
      );
      assert.deepEqual(left, []);
      await page.context().close();
    });
  }
}
