import type { HtmlTagDescriptor, Plugin } from 'vite';
import { strings } from '../src/strings/en.ts';

/** The pages named in the header, in order. */
const navigation = [
  { path: 'index.html', label: strings.nav.home },
  { path: 'two-points.html', label: strings.nav.twoPoints },
  { path: 'tutorials/xor.html', label: strings.nav.xor },
  { path: 'digits.html', label: strings.nav.digits },
];

const escape = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');

/** Path of the site's root as seen from a page: "" for a page in the root, "../" one level down. */
function rootFrom(page: string): string {
  return '../'.repeat(page.split('/').length - 1);
}

function header(page: string): string {
  const root = rootFrom(page);
  const items = navigation.map(({ path, label }) => {
    const current = path === page ? ' aria-current="page"' : '';
    return `<li><a href="${root}${path}"${current}>${escape(label)}</a></li>`;
  });
  return `
<a class="skip-link" href="#main">${escape(strings.nav.skip)}</a>
<header class="site-header">
  <div class="site-header-inner">
    <a class="site-name" href="${root}index.html">
      <svg viewBox="0 0 32 32" width="28" height="28" aria-hidden="true" focusable="false">
        <path d="M3 26C11 26 12 8 29 7" class="mark-measured" />
        <path d="M3 28C13 28 14 11 29 10.5" class="mark-theory" />
      </svg>
      <span>${escape(strings.site.name)}</span>
    </a>
    <nav aria-label="${escape(strings.nav.label)}"><ul>${items.join('')}</ul></nav>
    <reprise-theme-toggle></reprise-theme-toggle>
  </div>
</header>`;
}

function footer(): string {
  return `
<footer class="site-footer">
  <div class="site-footer-inner">
    <p>${strings.site.footer}</p>
    <p>${strings.site.source}</p>
  </div>
</footer>
<noscript><p class="noscript">${escape(strings.site.noscript)}</p></noscript>`;
}

/**
 * Puts every page into the common shell, so that a page file holds only its title, its description and
 * its content: `<main id="main">…</main>` in the body.
 */
export function pageShell(): Plugin {
  return {
    name: 'reprise:page-shell',
    transformIndexHtml: {
      order: 'pre',
      handler(html, context) {
        const page = context.path.replace(/^\//, '') || 'index.html';
        const root = rootFrom(page);
        const head: HtmlTagDescriptor[] = [
          { tag: 'meta', attrs: { charset: 'utf-8' }, injectTo: 'head-prepend' },
          meta('viewport', 'width=device-width, initial-scale=1'),
          meta('color-scheme', 'light dark'),
          {
            tag: 'link',
            attrs: { rel: 'icon', type: 'image/svg+xml', href: `${root}icon.svg`, 'vite-ignore': true },
            injectTo: 'head',
          },
          // A classic script that blocks: it sets the stored theme before anything is painted.
          { tag: 'script', attrs: { src: `${root}theme.js`, 'vite-ignore': true }, injectTo: 'head' },
          { tag: 'link', attrs: { rel: 'stylesheet', href: '/src/shell/base.css' }, injectTo: 'head' },
          { tag: 'script', attrs: { type: 'module', src: '/src/shell/shell.ts' }, injectTo: 'head' },
        ];
        return {
          html: html
            .replace(/<body([^>]*)>/, (_, rest: string) => `<body${rest}>${header(page)}`)
            .replace('</body>', `${footer()}\n</body>`),
          tags: head,
        };
      },
    },
  };
}

function meta(name: string, content: string): HtmlTagDescriptor {
  return { tag: 'meta', attrs: { name, content }, injectTo: 'head' };
}
