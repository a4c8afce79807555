// What a tutorial may ask of each lab, from the labs' own declarations (web/src/labs/*/declaration.mjs).

import { asAsked, doublingAsked } from '../doubled-strings.mjs';
import { declarations } from '../../src/labs/declarations.mjs';

/** Declarations of the labs that chapters may hold, by `kind=`. */
export const LABS = Object.fromEntries(
  declarations.filter(({ chapter }) => chapter).map((declaration) => [declaration.kind, declaration]),
);

/**
 * Name of the lab that a `lab` directive asks for: its `kind`, or the first that serves the task of its preset.
 * Undefined when there is none.
 */
export function labName({ kind, preset }, checker) {
  if (kind !== undefined) return kind in LABS ? kind : undefined;
  const task = checker.kindOf(preset);
  return Object.keys(LABS).find((name) => LABS[name].task === task);
}

/** Quantities that light up together wherever they are drawn or written. */
export const SYMBOLS = [
  'h',
  'y',
  'w',
  'r',
  'loss',
  'same',
  'different',
  'predicted',
  'measured',
  'initial',
];

/** A measure's range and kind in words: "whole, from 1 to 4", "the first is 1", "any number". */
export function rangeInWords({ min, max, whole, from }) {
  const bounds =
    min !== undefined && max !== undefined
      ? `from ${min} to ${max}`
      : min !== undefined
        ? `from ${min}`
        : max !== undefined
          ? `at most ${max}`
          : 'any number';
  return `${whole ? 'whole, ' : ''}${from === undefined ? bounds : `the first is ${from}`}`;
}

const named = (entries) =>
  Object.entries(entries)
    .map(([name, words]) => (words ? `${name} (${words})` : name))
    .join(', ');

/** A measure or a curve of a lab in the words of a language (words.mjs). */
export function quantityInWords(lab, name, words) {
  const own = (lab?.measures[name] ?? lab?.curves[name])?.words ?? name;
  // By the words themselves where labs mean different things by one name.
  return words.quantities?.[own] ?? words.quantities?.[name] ?? (doublingAsked() ? asAsked(own) : own);
}

/** What it is, without saying its name again. */
const forAuthors = (name, { words, note }) => (!note ? words : words === name ? note : `${words} (${note})`);

/** The list of labs in tutorials/README.md, as Markdown. */
export function labsInWords() {
  const rows = Object.values(LABS).map(
    ({ kind, parts, curves, matrices }) =>
      `| ${kind} | ${named(parts) || '(all)'} | ${[...Object.keys(curves), ...matrices].join(', ')} |`,
  );
  const measures = Object.values(LABS).map(({ kind, measures: own }) => {
    const lines = Object.entries(own).map(
      ([name, measure]) => `| ${name} | ${forAuthors(name, measure)} | ${rangeInWords(measure)} |`,
    );
    return [`| measures of ${kind} | | |`, '|---|---|---|', ...lines].join('\n');
  });
  return [['| kind | `show` | curves and matrices |', '|---|---|---|', ...rows].join('\n'), ...measures].join('\n\n');
}
