// Imports a TypeScript module of the site as it is, with all that it imports, into Node.

import { fileURLToPath } from 'node:url';
import { runnerImport } from 'vite';
import { translatableTables } from '../../../web/build/languages/tables.mjs';

/** path: from the root of the project, as in 'web/src/spec/url.ts'. */
export async function loadTs(path) {
  const file = fileURLToPath(new URL(`../../../${path}`, import.meta.url));
  const { module } = await runnerImport(file, {
    configFile: false,
    logLevel: 'silent',
    plugins: [translatableTables()],
  });
  return module;
}
