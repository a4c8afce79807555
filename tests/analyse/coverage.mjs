// How many lines of each room of core were run, from what `llvm-cov export --summary-only` writes, on the input.
import { readFileSync } from 'node:fs';

const rooms = {};
for (const { filename, summary } of JSON.parse(readFileSync(0, 'utf8')).data[0].files) {
  if (/\/(build|tests)\//.test(filename)) continue;
  const room = /\/core\/([a-z]+)\//.exec(filename)?.[1];
  for (const name of room ? [room, 'all of core'] : []) {
    const sum = (rooms[name] ??= { covered: 0, count: 0 });
    sum.covered += summary.lines.covered;
    sum.count += summary.lines.count;
  }
}
for (const [room, { covered, count }] of Object.entries(rooms)) {
  console.log(`${room.padEnd(14)} ${((100 * covered) / count).toFixed(1)} % of ${count} lines`);
}
