// Lets every table in src/strings be translated.

import { basename } from 'node:path';

const EXPORTED = /^export const (\w+)/gm;

/** Modules in src/strings that are no tables. */
const HELPERS = new Set(['table', 'language', 'words', 'offers']);

/** A Vite plugin: hands every table to `table` (src/strings/table.ts), which lays a translation over it. */
export function translatableTables() {
  return {
    name: 'reprise:translatable-tables',
    transform(code, id) {
      const path = id.split('?')[0].replaceAll('\\', '/');
      const name = basename(path, '.ts');
      if (!/\/src\/strings\/[^/]+\.ts$/.test(path) || HELPERS.has(name)) return null;
      const names = [...code.matchAll(EXPORTED)].map(([, exported]) => exported);
      if (names.length === 0) return null;
      return {
        code: `import { table } from './table.ts';\n${code}\ntable('${name}', { ${names.join(', ')} });\n`,
        map: null,
      };
    },
  };
}
