// The head of a tutorial: YAML between two lines of three dashes.

import { load as parseYaml } from 'js-yaml';
import { oneOf } from './failures.mjs';
import { WORDS } from './words.mjs';

/** Every key a tutorial may have in its head, and what its value must be. */
export const FRONT_MATTER_KEYS = {
  title: { type: 'string', required: true },
  summary: { type: 'string', required: true },
  goal: { type: 'string', required: true },
  minutes: { type: 'number', required: true },
  paper: { type: 'string', required: true },
  language: { type: 'string', required: false },
  /** Of a translation: the English text that it was made from (translations.mjs). */
  source: { type: 'string', required: false },
  order: { type: 'number', required: false },
};

/**
 * Splits a source into its head and its body.
 *
 * The body keeps its line numbers: the head is replaced by empty lines. `keys` are those the head may have.
 * @returns {{ head: Record<string, string | number>, body: string }}
 */
export function readFrontMatter(source, faults, keys = FRONT_MATTER_KEYS) {
  const lines = source.split('\n');
  if (lines[0]?.trim() !== '---') {
    faults.add(1, 'a tutorial opens with front matter: a line "---", keys, a line "---"');
    return { head: {}, body: source };
  }
  const end = lines.findIndex((line, index) => index > 0 && line.trim() === '---');
  if (end < 0) {
    faults.add(1, 'the front matter is not closed: a second line "---" is missing');
    return { head: {}, body: '' };
  }
  const head = parseHead(lines.slice(1, end), faults, keys);
  const body = [...Array(end + 1).fill(''), ...lines.slice(end + 1)].join('\n');
  return { head, body };
}

function parseHead(lines, faults, keys) {
  let head;
  try {
    head = parseYaml(lines.join('\n')) ?? {};
  } catch (error) {
    faults.add((error.mark?.line ?? 0) + 2, `the front matter is not YAML: ${error.reason}`);
    return {};
  }
  if (typeof head !== 'object' || Array.isArray(head)) {
    faults.add(2, 'the front matter must be a list of "key: value" lines');
    return {};
  }
  const lineOf = (key) =>
    Math.max(
      0,
      lines.findIndex((line) => line.startsWith(`${key}:`)),
    ) + 2;
  for (const [key, value] of Object.entries(head)) {
    const rule = keys[key];
    if (!rule) {
      faults.add(
        lineOf(key),
        `unknown front matter key "${key}"; allowed: ${oneOf(Object.keys(keys))}`,
      );
    } else if (typeof value !== rule.type || value === '') {
      faults.add(lineOf(key), `front matter key "${key}" must be a ${rule.type}`);
    } else if (key === 'language' && !(value in WORDS)) {
      faults.add(
        lineOf(key),
        `there are no words for the language "${value}"; there are ${oneOf(Object.keys(WORDS))} (web/src/strings/page)`,
      );
    }
  }
  for (const [key, rule] of Object.entries(keys)) {
    if (rule.required && head[key] === undefined)
      faults.add(1, `front matter key "${key}" is missing`);
  }
  return head;
}
