import { posix } from 'node:path';
import type { HtmlTagDescriptor, Plugin } from 'vite';
import { withEntry } from './languages/entries.ts';
import { inLanguage, languageOf } from './languages/localized.ts';
import { languages, pageWords, type PageWords } from './page-words.mjs';

type Label = keyof PageWords['nav'];

interface Entry {
  path: string;
  label: Label;
  /** Paths of pages that belong to this entry and have none of their own in the header. */
  within?: RegExp;
}

/** What the header leads to, in order. An entry whose page the site does not have is left out. */
const navigation: readonly (Entry | { label: Label; entries: readonly Entry[] })[] = [
  { path: 'tutorials/index.html', label: 'course', within: /^tutorials\// },
  {
    label: 'labs',
    entries: [
      { path: 'two-points.html', label: 'twoPoints' },
      { path: 'tutorials/xor.html', label: 'xor' },
      { path: 'feature-collapse.html', label: 'collapse' },
      { path: 'digits.html', label: 'digits' },
      { path: 'plane.html', label: 'plane' },
      { path: 'two-networks.html', label: 'networks' },
    ],
  },
  { path: 'paper.html', label: 'paper' },
  { path: 'teaching.html', label: 'teaching', within: /^(embedding|class|worksheet|sheet)\./ },
];

const escape = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');

/** Path of the site's root as seen from a page: "" for a page in the root, "../" one level down. */
function rootFrom(page: string): string {
  return '../'.repeat(page.split('/').length - 1);
}

/** Leaves out list items of pages that the site does not have: `<li data-needs="paper.html">`. */
function withoutMissing(html: string, pages: ReadonlySet<string>): string {
  return html.replaceAll(
    /<li([^>]*) data-needs="([^"]+)"([^>]*)>[\s\S]*?<\/li>/g,
    (item: string, before: string, path: string, after: string) =>
      pages.has(path) ? item.replace(/<li[^>]*>/, `<li${before}${after}>`) : '',
  );
}

/** The stored figure of a lab (web/embed/stills), in the page's size and in a phone's, in place of `<img data-still="xor-rich" alt="…" />`. */
function withStills(html: string): string {
  return html.replaceAll(
    /<img data-still="([^"]+)" (alt="[^"]*") \/>/g,
    (_, name: string, alt: string) => `<picture>
  <source media="(max-width: 40rem)" srcset="embed/stills/narrow/${name}.svg" width="340" height="290" vite-ignore />
  <img class="stored" width="640" height="320" src="embed/stills/${name}.svg" ${alt} loading="lazy" vite-ignore />
</picture>`,
  );
}

interface Place {
  page: string;
  language: string;
  words: PageWords;
  pages: ReadonlySet<string>;
}

function header({ page, language, words, pages }: Place): string {
  const root = rootFrom(page);
  // In the page's own language where there is one.
  const found = (path: string) =>
    [inLanguage(path, language), path].find((candidate) => pages.has(candidate));
  const link = ({ path, label, within }: Entry) => {
    const target = found(path)!;
    const here = target === page ? 'page' : within?.test(page) ? 'true' : '';
    const current = here && ` aria-current="${here}"`;
    const foreign = language !== 'en' && target === path ? ' hreflang="en"' : '';
    return `<li><a href="${root}${target}"${current}${foreign}>${escape(words.nav[label])}</a></li>`;
  };
  const items = navigation.map((entry) => {
    if ('path' in entry) return found(entry.path) ? link(entry) : '';
    const there = entry.entries.filter(({ path }) => found(path));
    if (there.length === 0) return '';
    // Opens and closes by keyboard and without scripts; shell/menu.ts closes it on Escape and from outside.
    // A chapter that is in the menu as well is marked where it belongs, in the course.
    const marked = there.some(({ path }) => found(path) === page) && !page.startsWith('tutorials/');
    const here = marked ? ' class="here"' : '';
    return `<li><details class="menu"><summary${here}>${escape(words.nav[entry.label])}</summary><ul>${there.map(link).join('')}</ul></details></li>`;
  });
  return `
<a class="skip-link" href="#main">${escape(words.nav.skip)}</a>
<header class="site-header">
  <div class="site-header-inner">
    <a class="site-name" href="${root}${found('index.html') ?? 'index.html'}">
      <svg viewBox="0 0 32 32" width="28" height="28" aria-hidden="true" focusable="false">
        <path d="M3 26C11 26 12 8 29 7" class="mark-measured" />
        <path d="M3 28C13 28 14 11 29 10.5" class="mark-theory" />
      </svg>
      <span>${escape(words.site.name)}</span>
    </a>
    <nav aria-label="${escape(words.nav.label)}"><ul>${items.join('')}</ul></nav>
    <reprise-theme-toggle></reprise-theme-toggle>
  </div>
</header>
<noscript><p class="noscript">${escape(words.site.noscript)}</p></noscript>`;
}

/** Links to the same page in the other languages (shell/language.ts takes the state along, and offers one of them). */
function languageLinks({ page, language, words, pages }: Place): string {
  const { english } = languageOf(page);
  const links = languages()
    .map((code) => ({ code, path: code === 'en' ? english : inLanguage(english, code) }))
    .filter(({ code, path }) => code !== language && pages.has(path))
    .map(
      ({ code, path }) =>
        `<a rel="alternate" href="${rootFrom(page)}${path}" hreflang="${code}" lang="${code}">${escape(pageWords(code).language.name)}</a>`,
    );
  return links.length === 0 ? '' : `\n    <nav aria-label="${escape(words.language.label)}">${links.join(' ')}</nav>`;
}

/** Links of a translated page lead to pages in its language; what chooses another language says which, and stays. */
function withOwnLinks(html: string, { page, language, pages }: Place): string {
  if (language === 'en') return html;
  return html.replaceAll(/<a (?![^>]*hreflang)([^>]*?)href="([^"#:?]+\.html)/g, (link, before: string, href: string) => {
    const target = posix.join(posix.dirname(page), href);
    const own = inLanguage(target, language);
    return pages.has(target) && pages.has(own) ? `<a ${before}href="${inLanguage(href, language)}` : link;
  });
}

function footer(place: Place): string {
  const { words } = place;
  return `
<footer class="site-footer">
  <div class="site-footer-inner">${languageLinks(place)}
    <p>${words.site.footer}</p>
    <p>${words.site.source}</p>
  </div>
</footer>`;
}

/**
 * Puts every page into the common shell, so that a page file holds only its title, its description and
 * its content: `<main id="main">…</main>` in the body. `pages` are those of the site, as "tutorials/xor.html"; `noteFor` says
 * what of a translated page is still English.
 */
export function pageShell(pages: ReadonlySet<string>, noteFor: (page: string, html: string) => string = () => ''): Plugin {
  return {
    name: 'reprise:page-shell',
    transformIndexHtml: {
      order: 'pre',
      handler(html, context) {
        const page = context.path.replace(/^\//, '') || 'index.html';
        const root = rootFrom(page);
        const language = /<html[^>]* lang="([^"]+)"/.exec(html)?.[1] ?? 'en';
        const place = { page, language, words: pageWords(language), pages };
        const head: HtmlTagDescriptor[] = [
          { tag: 'meta', attrs: { charset: 'utf-8' }, injectTo: 'head-prepend' },
          meta('viewport', 'width=device-width, initial-scale=1'),
          meta('color-scheme', 'light dark'),
          {
            tag: 'link',
            attrs: { rel: 'icon', type: 'image/svg+xml', href: `${root}icon.svg`, 'vite-ignore': true },
            injectTo: 'head',
          },
          {
            tag: 'link',
            attrs: { rel: 'manifest', href: `${root}manifest.webmanifest`, 'vite-ignore': true },
            injectTo: 'head',
          },
          {
            tag: 'link',
            attrs: { rel: 'apple-touch-icon', href: `${root}icons/180.png`, 'vite-ignore': true },
            injectTo: 'head',
          },
          // A classic script that blocks: it sets the stored theme before anything is painted.
          { tag: 'script', attrs: { src: `${root}theme.js`, 'vite-ignore': true }, injectTo: 'head' },
          { tag: 'link', attrs: { rel: 'stylesheet', href: '/src/shell/base.css' }, injectTo: 'head' },
        ];
        let content = withOwnLinks(withStills(withoutMissing(html, pages)), place);
        let note = '';
        if (language === 'en') {
          head.push({
            tag: 'script',
            attrs: { type: 'module', src: '/src/shell/shell.ts' },
            injectTo: 'head',
          });
        } else {
          // Takes up its language first, and starts the shell itself.
          content = withEntry(content, page);
          const text = noteFor(page, html);
          if (text) note = `\n<p class="language-note">${escape(text)}</p>`;
        }
        if (place.words.direction) content = content.replace('<html ', `<html dir="${place.words.direction}" `);
        return {
          html: content
            .replace(/<body([^>]*)>/, (_, rest: string) => `<body${rest}>${header(place)}${note}`)
            .replace('</body>', `${footer(place)}\n</body>`),
          tags: head,
        };
      },
    },
  };
}

function meta(name: string, content: string): HtmlTagDescriptor {
  return { tag: 'meta', attrs: { name, content }, injectTo: 'head' };
}
