// The npm package: the module of the embedded build, its types, and a package.json of its own, packed by npm.

import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const own = fileURLToPath(new URL('npm/', import.meta.url));

/** Packs the tarball into `out`; returns its file name. */
export function npmPackage({ dist, out, version }) {
  const folder = mkdtempSync(join(tmpdir(), 'reprise-lab-'));
  try {
    for (const name of ['index.d.ts', 'README.md']) cpSync(join(own, name), join(folder, name));
    cpSync(join(dist, 'embed/reprise.mjs'), join(folder, 'reprise.mjs'));
    const description = {
      name: 'reprise-lab',
      version,
      description: 'A laboratory for representation learning as a custom element',
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
