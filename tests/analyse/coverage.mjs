// How many lines of each room of core were run, from what `llvm-cov export --summary-only` writes, on the input.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const core = fileURLToPath(new URL('../../core/', import.meta.url));
const rooms = {};
for (const { filename, summary } of JSON.parse(readFileSync(0, 'utf8')).data[0].files) {
  const inside = path.relative(core, path.resolve(filename));
  if (inside.startsWith('..')) continue;
  for (const name of [inside.split(path.sep)[0], 'all of core']) {
    const sum = (rooms[name] ??= { covered: 0, count: 0 });
    sum.covered += summary.lines.covered;
    sum.count += summary.lines.count;
  }
}
const { 'all of core': all, ...each } = rooms;
for (const [room, { covered, count }] of [...Object.entries(each), ['all of core', all]]) {
  console.log(`${room.padEnd(14)} ${((100 * covered) / count).toFixed(1)} % of ${count} lines`);
}
