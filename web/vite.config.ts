import { dirname, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';
import { contentSecurityPolicy } from './build/csp.ts';
import { pageShell } from './build/page-shell.ts';
import { filePages, virtualPages } from './build/pages.ts';
import { tutorialPages } from './build/tutorials/index.ts';

const root = dirname(fileURLToPath(import.meta.url));

export default defineConfig(async () => {
  const tutorials = await tutorialPages();
  return {
    root,
    base: './',
    plugins: [virtualPages(root, tutorials), pageShell(), contentSecurityPolicy()],
    worker: { format: 'es' as const },
    build: {
      outDir: 'dist',
      emptyOutDir: true,
      target: 'es2022',
      // Small pictures and fonts stay files: a data: address would need a wider policy.
      assetsInlineLimit: 0,
      modulePreload: { polyfill: false },
      rollupOptions: {
        input: [...filePages(root), ...tutorials.map((page) => resolve(root, page.path))],
      },
    },
  };
});
