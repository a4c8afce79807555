// Writes the list of labs into tutorials/README.md, between its markers: node web/build/tutorials/labs-list.mjs

import { readFileSync, writeFileSync } from 'node:fs';
import { labsInWords } from './labs.mjs';

const file = new URL('../../../tutorials/README.md', import.meta.url);
export const BEGIN = '<!-- labs: made by web/build/tutorials/labs-list.mjs -->';
export const END = '<!-- end of labs -->';

/** The text with the list as it is to be. Throws where a marker is missing. */
export function withList(text) {
  const [begin, end] = [text.indexOf(BEGIN), text.indexOf(END)];
  if (begin < 0 || end < begin) throw new Error(`tutorials/README.md needs the lines ${BEGIN} and ${END}`);
  return `${text.slice(0, begin + BEGIN.length)}\n\n${labsInWords()}\n\n${text.slice(end)}`;
}

if (process.argv[1]?.endsWith('labs-list.mjs')) writeFileSync(file, withList(readFileSync(file, 'utf8')));
