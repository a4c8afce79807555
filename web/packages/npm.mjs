// The npm package: the module of the embedded build, its types, and a package.json of its own, packed by npm.

import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const own = fileURLToPath(new URL('npm/', import.meta.url));
const messages = '../../src/embed/messages.ts';

/** Packs the tarball into `out`; returns its file name. */
export function npmPackage({ dist, out, version }) {
  const folder = mkdtempSync(join(tmpdir(), 'reprise-lab-'));
  try {
    cpSync(join(own, 'README.md'), join(folder, 'README.md'));
    cpSync(join(own, messages), join(folder, 'messages.d.ts'));
    const types = readFileSync(join(own, 'index.d.ts'), 'utf8');
    if (!types.includes(`'${messages}'`)) throw new Error(`index.d.ts does not name ${messages}`);
    writeFileSync(join(folder, 'index.d.ts'), types.replaceAll(`'${messages}'`, "'./messages.js'"));
    cpSync(join(dist, 'embed/reprise.mjs'), join(folder, 'reprise.mjs'));
    const description = {
      name: 'reprise-lab',
      version,
      description: 'A lab for representation learning as a custom element',
      type: 'module',
      exports: { '.': { types: './index.d.ts', default: './reprise.mjs' } },
      types: './index.d.ts',
      sideEffects: true,
      keywords: ['neural-networks', 'education', 'webassembly', 'custom-element', 'anywidget'],
    };
    writeFileSync(join(folder, 'package.json'), `${JSON.stringify(description, null, 2)}\n`);
    mkdirSync(out, { recursive: true });
    const told = execFileSync('npm', ['pack', '--json', '--pack-destination', out], {
      cwd: folder,
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    return JSON.parse(told)[0].filename;
  } finally {
    rmSync(folder, { recursive: true });
  }
}
