// Writes docs/licences.md: what Reprise stands on, and under which licences, read from package-lock.json and dev.
// With --check it writes nothing, and fails where the file is not what it would write.
import { readFileSync, writeFileSync } from 'node:fs';

const root = new URL('../../', import.meta.url);
const read = (path) => readFileSync(new URL(path, root), 'utf8');
const path = 'docs/licences.md';

const { packages } = JSON.parse(read('package-lock.json'));
const direct = { ...packages[''].dependencies, ...packages[''].devDependencies };

/** Whose contents the build puts into the site, though they are no code that runs there. */
const contents = {
  katex: 'formulas, set when the site is built',
  mnist: 'handwritten digits',
  'source-sans': 'the font',
};
/** What of Debian's is compiled into the modules or the tool: its package in `dev`, and the licence it names itself. */
const compiled = [
  ['Eigen', 'libeigen3-dev', 'MPL-2.0', 'modules and tool'],
  ['Boost', 'libboost-dev', 'BSL-1.0', 'modules and tool'],
  ['JSON for Modern C++', 'nlohmann-json3-dev', 'MIT', 'modules and tool'],
  ['CLI11', 'libcli11-dev', 'BSD-3-Clause', 'tool'],
  ['zlib', 'zlib1g-dev', 'Zlib', 'tool'],
  ['Emscripten with musl and libc++', 'emscripten', 'MIT; Apache-2.0 WITH LLVM-exception', 'modules'],
  ['Fashion-MNIST', 'dataset-fashion-mnist', 'MIT', 'the pictures of clothes in the site'],
];
const needed = read('dev');
for (const [name, debian] of compiled) {
  if (!needed.includes(` ${debian}\n`)) throw new Error(`web/scripts/licences.mjs: dev needs no ${debian} any more (${name})`);
}

const entries = Object.entries(packages)
  .filter(([folder]) => folder !== '')
  .map(([folder, { version, license, dev }]) => {
    const name = folder.replace(/^.*node_modules\//, '');
    // What lies within another package's folder is that one's need.
    return { name, version, license, dev, asked: name in direct && folder === `node_modules/${name}` };
  })
  .sort((a, b) => (a.name < b.name ? -1 : 1));
for (const { name, license } of entries) if (!license) throw new Error(`package-lock.json tells no licence of ${name}`);

const table = (head, rows) => [head, head.map(() => '---'), ...rows].map((row) => `| ${row.join(' | ')} |`).join('\n');
const shipped = entries.filter(({ name, dev }) => !dev || name in contents);
const tools = entries.filter(({ name, dev, asked }) => dev && asked && !(name in contents));
const counts = new Map();
for (const { license, dev, asked } of entries) {
  if (dev && !asked) counts.set(license, (counts.get(license) ?? 0) + 1);
}

const text = `# Licences

Made by \`./dev licences\` from what is installed; do not edit. Versions are those of \`package-lock.json\`; Debian's are the system's.

## In the site

${table(['package', 'version', 'licence', 'what for'], shipped.map(({ name, version, license }) => [name, version, license, contents[name] ?? 'code']))}

## Compiled into the WebAssembly modules and the command line tool

${table(['library', 'Debian package', 'licence', 'in'], compiled)}

## Used to build and test, in nothing that is published

${table(['package', 'version', 'licence'], tools.map(({ name, version, license }) => [name, version, license]))}

And what these need themselves: ${[...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).map(([license, count]) => `${count} under ${license}`).join(', ')}.
`;

if (!process.argv.includes('--check')) {
  writeFileSync(new URL(path, root), text);
} else if (read(path) !== text) {
  console.error(`${path} is not what the installed packages say: ./dev licences`);
  process.exit(1);
}
