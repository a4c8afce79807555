import type { Plugin } from 'vite';

/** A tutorial, a document or a list of chapters, as a page made at build time. */
export interface TutorialPage {
  /** As in "tutorials/xor.html". */
  path: string;
  html(): string;
}

/**
 * Compiles every tutorial and document of the project; throws, naming file and line, when one is faulty.
 * `project` is its root folder, `pages` the site's other pages, to which tutorials may link.
 */
export function tutorials(options: { project: string; pages: string[] }): {
  pages: TutorialPage[];
  plugin: Plugin;
};
