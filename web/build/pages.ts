import { readdirSync } from 'node:fs';
import { join, relative, resolve, sep } from 'node:path';
import type { Plugin } from 'vite';

/** A page made at build time: where it goes in the site, and its HTML (as a file there would read). */
export interface VirtualPage {
  /** As in "tutorials/xor.html". */
  path: string;
  html(): string | Promise<string>;
}

/** The pages that are files: every .html directly in the site's folder. */
export function filePages(root: string): string[] {
  return readdirSync(root)
    .filter((name) => name.endsWith('.html'))
    .map((name) => join(root, name));
}

/** Serves and builds pages that are made rather than stored. Add their paths to the build's input. */
export function virtualPages(root: string, pages: readonly VirtualPage[]): Plugin {
  const byPath = new Map(pages.map((page) => [page.path, page]));
  const find = (id: string) =>
    byPath.get(relative(root, id.split('?')[0]!).split(sep).join('/')) ?? null;
  return {
    name: 'reprise:virtual-pages',
    enforce: 'pre',
    resolveId(source) {
      const id = resolve(root, source);
      return find(id) ? id : null;
    },
    load(id) {
      return find(id)?.html() ?? null;
    },
    configureServer(server) {
      server.middlewares.use(async (request, response, next) => {
        const url = (request.url ?? '').split('?')[0]!;
        const page = byPath.get(url.replace(/^\//, ''));
        if (!page) return next();
        try {
          const html = await server.transformIndexHtml(url, await page.html());
          response.setHeader('Content-Type', 'text/html; charset=utf-8');
          response.end(html);
        } catch (error) {
          next(error);
        }
      });
    },
  };
}
