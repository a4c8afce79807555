/**
 * What core allows, in another language. Core says it in English, in phrases with gaps (strings/core-words.ts lists them), and knows no other
 * language; here a phrase is found again, and said with the gaps filled as they were.
 */
import { formatTyped } from './format.ts';

/** Phrases by the English ones; `{}` stands for what is given, in the same order in both, or `{0}`, `{1}` … in another. */
export type Phrases = Readonly<Record<string, unknown>>;

const GAP = '(.+?)';
const found = new WeakMap<Phrases, (readonly [RegExp, string])[]>();

/** The phrases as patterns, in their order, which is the more particular first. */
function patterns(phrases: Phrases) {
  const known = found.get(phrases);
  if (known) return known;
  const made = Object.entries(phrases).map(([english, own]) => {
    const parts = english.split('{}').map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
    return [new RegExp(`^${parts.join(GAP)}$`, 's'), String(own)] as const;
  });
  found.set(phrases, made);
  return made;
}

/** A number, with its unit perhaps, or what stands for itself: a name in quotes, a list of numbers, the path of a field. */
const verbatim = /^(?:-?[\d.]+(?:e[+-]?\d+)?(?: [kMG]?B)?|"[^"]*"(?:, "[^"]*")*|\[[-\d., ]*\]|\{.*\}|[\w.]+(?:, [\w.]+)*)$/;

/** The phrase in the language of the phrases; null where they do not know it. */
export function knownPhrase(phrases: Phrases, text: string): string | null {
  for (const [pattern, own] of patterns(phrases)) {
    const match = pattern.exec(text);
    if (!match) continue;
    const gaps = match.slice(1).map((gap) => knownPhrase(phrases, gap));
    if (gaps.includes(null)) continue;
    let at = 0;
    return own.replace(/\{(\d?)\}/g, (_, place: string) => gaps[place ? Number(place) : at++]!);
  }
  return verbatim.test(text) ? (/^-?[\d.]/.test(text) ? formatTyped(text) : text) : null;
}

/** The phrase in the language of the phrases, in English where they do not know it. */
export const sayAllowed = (phrases: Phrases, text: string): string => knownPhrase(phrases, text) ?? text;

/** Why settings are refused, from what core says of it; as it says it where it names no field. */
export function sayProblem(
  phrases: Phrases,
  { field, value, allowed, message }: { field: string; value: string; allowed: string; message: string },
  say: (field: string, value: string, allowed: string) => string,
): string {
  // What stands before it says whose settings they are.
  const at = message.indexOf(`${field} is `);
  if (field === '' || at < 0) return message;
  return message.slice(0, at) + say(field, sayAllowed(phrases, value), sayAllowed(phrases, allowed));
}
