// The glossary that all tutorials share: tutorials/glossary.yaml, one entry per term.

import { load as parseYaml } from 'js-yaml';
import { TutorialError, Fault } from './failures.mjs';

/**
 * Reads the glossary.
 * @param {string} source YAML: key → { title, text }
 * @param {string} file its name, for messages
 * @returns {Map<string, { title: string, text: string, line: number }>}
 */
export function readGlossary(source, file) {
  let entries;
  try {
    entries = parseYaml(source) ?? {};
  } catch (error) {
    throw new TutorialError([
      new Fault(file, (error.mark?.line ?? 0) + 1, `not YAML: ${error.reason}`),
    ]);
  }
  const lines = source.split('\n');
  const faults = [];
  const glossary = new Map();
  for (const [key, entry] of Object.entries(entries)) {
    const line = lines.findIndex((text) => text.startsWith(`${key}:`)) + 1;
    if (typeof entry?.title !== 'string' || typeof entry?.text !== 'string') {
      faults.push(new Fault(file, line, `the entry "${key}" needs a title and a text`));
    } else {
      glossary.set(key, { title: entry.title, text: entry.text, line });
    }
  }
  if (faults.length > 0) throw new TutorialError(faults);
  return glossary;
}
