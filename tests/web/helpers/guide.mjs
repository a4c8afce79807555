// Takes the files of a guide out of its text: code blocks whose first line names the file. A block of the kind "diff" changes
// one that is there: its lines without "+" (between "@@" lines) must stand in it once, and those without "-" take their place.

import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/** The blocks below a heading, up to the next one: [{ file, text, changes }]. */
export function blocksUnder(guide, heading) {
  const blocks = [];
  let inside = null;
  let open = null;
  for (const line of guide.split('\n')) {
    if (open && line === '```') {
      const [first, ...rest] = open.lines;
      const file = /^\/\/ (\S+)$/.exec(first)?.[1];
      if (inside && file) blocks.push({ file, text: `${rest.join('\n')}\n`, changes: open.kind === 'diff' });
      open = null;
    } else if (open) open.lines.push(line);
    else if (/^```\w/.test(line)) open = { kind: line.slice(3), lines: [] };
    else if (line === heading) inside = true;
    else if (line.startsWith('#')) inside = inside && false;
  }
  if (inside === null) throw new Error(`no heading "${heading}"`);
  return blocks;
}

/** A file's text with the hunks of a diff in force. Throws where a hunk does not stand there once. */
export function patched(before, diff, file) {
  return diff.split(/^@@.*\n/m).reduce((text, hunk) => {
    const lines = hunk.replace(/\n$/, '').split('\n');
    const side = (left) => lines.filter((line) => line[0] !== left).map((line) => line.slice(1)).join('\n');
    const [old, now] = [side('+'), side('-')];
    const parts = text.split(old);
    if (parts.length !== 2) throw new Error(`${file}: these lines stand there ${parts.length - 1} times:\n${old}`);
    return parts.join(now);
  }, before);
}

/** Writes or changes the files in a copy of the project. */
export function follow(blocks, folder) {
  for (const { file, text, changes } of blocks) {
    const target = path.join(folder, file);
    mkdirSync(path.dirname(target), { recursive: true });
    writeFileSync(target, changes ? patched(readFileSync(target, 'utf8'), text, file) : text);
  }
}
