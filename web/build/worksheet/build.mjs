// Lists what a worksheet's SCORM module consists of, for the page that packs it: the page that shows worksheets, in every
// language, and of the labs those that the worksheet holds.

import { mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { needed } from '../../packages/scorm.mjs';
import { declarations } from '../../src/labs/declarations.mjs';

/** The script of each lab, from the built module that names all of them by their elements. */
function labScripts(dist) {
  const assets = readdirSync(join(dist, 'assets')).filter((name) => name.endsWith('.js'));
  const tags = declarations.filter(({ chapter }) => chapter).map(({ kind, tag }) => [kind, new RegExp(`["'\`]${tag}["'\`]:\\(\\)=>.*?import\\([\`"']\\./([^\`"']+)`)]);
  for (const name of assets) {
    const text = readFileSync(join(dist, 'assets', name), 'utf8');
    const found = tags.map(([kind, pattern]) => [kind, pattern.exec(text)?.[1]]);
    if (found.every(([, script]) => script)) return new Map(found.map(([kind, script]) => [kind, `assets/${script}`]));
  }
  throw new Error('web/build/worksheet: no built script names the scripts of all labs');
}

/** @returns {{ pages: Record<string, string[]>, labs: Record<string, string[]> }} files by page, and those that each lab needs besides */
export function moduleFiles(dist) {
  const scripts = labScripts(dist);
  const without = new Set(scripts.values());
  const pages = readdirSync(dist).filter((name) => /^sheet(\.[a-z]{2,3})?\.html$/.test(name));
  const filesOf = Object.fromEntries(pages.map((page) => [page, needed(dist, [page], without)]));
  const common = new Set(filesOf['sheet.html']);
  const labs = [...scripts].map(([kind, script]) => {
    const others = new Set([...without].filter((name) => name !== script));
    return [kind, needed(dist, [script], others).filter((name) => !common.has(name))];
  });
  return { pages: filesOf, labs: Object.fromEntries(labs) };
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const dist = fileURLToPath(new URL('../../dist', import.meta.url));
  const files = moduleFiles(dist);
  mkdirSync(join(dist, 'packages'), { recursive: true });
  writeFileSync(join(dist, 'packages/worksheet.json'), JSON.stringify(files));
  console.log(`worksheet module: ${files.pages['sheet.html'].length} files, and up to ${Math.max(...Object.values(files.labs).map(({ length }) => length))} for a lab`);
}
