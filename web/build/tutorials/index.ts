import { basename, dirname, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { filePages } from '../pages.ts';
import { tutorials as readTutorials } from './plugin.mjs';

/** The tutorials of this project, compiled from tutorials/*.md: their pages, and a plugin for Vite. */
export function tutorials(root: string): ReturnType<typeof readTutorials> {
  const project = resolve(dirname(fileURLToPath(import.meta.url)), '../../..');
  return readTutorials({ project, pages: filePages(root).map((path) => basename(path)) });
}
