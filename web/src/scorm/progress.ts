/** What a chapter tells the system, apart from how: the share done, the interactions, the answers to keep. */
import { isAnswer, type Answer } from '../tutorial/answers.ts';

/** An answer as it is kept: kind, value, outcome, time. */
type Packed = [Answer['kind'], Answer['value'], Answer['outcome'] | null, string];

/** The most that SCORM 1.2 lets `cmi.suspend_data` hold, in characters. */
export const suspendLimit = 4096;

/** The most that a response may be, in characters. */
const responseLimit = 255;

/** Whether something of the reader's stands there: what was skipped does not count. */
export const isDone = (answer: Answer | undefined) =>
  answer !== undefined && answer.kind !== 'skipped';

/** Score from 0 to 100: the share of questions answered and exercises done. */
export function scoreOf(items: readonly string[], answers: ReadonlyMap<string, Answer>): number {
  if (items.length === 0) return 100;
  const done = items.filter((id) => isDone(answers.get(id))).length;
  return Math.round((100 * done) / items.length);
}

const short = <V>(value: V): V =>
  (Array.isArray(value) ? value.map((number) => Number(Number(number).toPrecision(3))) : value) as V;

/**
 * Answers as a text of at most `limit` characters. When they do not fit, measured curves are left out first (the lab
 * measures them again), then the oldest answers; local storage has them all.
 */
export function pack(answers: ReadonlyMap<string, Answer>, limit = suspendLimit): string {
  const entries = [...answers].sort(([, a], [, b]) => (a.at < b.at ? 1 : -1));
  const text = (kept: typeof entries, outcomes: boolean) =>
    JSON.stringify(
      Object.fromEntries(
        kept.map(([id, { kind, value, outcome, at }]): [string, Packed] => {
          const whole = outcomes || !Array.isArray(outcome);
          return [id, [kind, short(value), whole ? short(outcome ?? null) : null, at]];
        }),
      ),
    );
  const all = text(entries, true);
  if (all.length <= limit) return all;
  for (let count = entries.length; count > 0; count--) {
    const some = text(entries.slice(0, count), false);
    if (some.length <= limit) return some;
  }
  return '{}';
}

/** Reads what `pack` has written; anything else is nothing. */
export function unpack(text: string): Map<string, Answer> {
  try {
    const entries = Object.entries(JSON.parse(text || '{}') as Record<string, Packed>);
    return new Map(
      entries
        .filter(([, packed]) => Array.isArray(packed) && packed.length === 4)
        .map(([id, [kind, value, outcome, at]]): [string, Answer] => [
          id,
          { kind, value, at, ...(outcome === null ? {} : { outcome }) },
        ])
        .filter(([, answer]) => isAnswer(answer)),
    );
  } catch {
    return new Map();
  }
}

export interface Interaction {
  id: string;
  type: 'fill-in' | 'numeric' | 'performance';
  response: string;
  result: 'correct' | 'wrong' | 'neutral';
  at: Date;
}

/** An answer as an interaction; null while its outcome is not known. Drawings are neither right nor wrong. */
export function interactionOf(id: string, answer: Answer): Interaction | null {
  const { kind, value, outcome, at } = answer;
  if (kind === 'skipped' || outcome === undefined) return null;
  const numeric = kind === 'number' && Number.isFinite(Number(value));
  const response = Array.isArray(value) ? short(value).join(' ') : String(value ?? 'done');
  const judged = kind === 'choice' && !Array.isArray(outcome);
  return {
    id: id.replaceAll(/[^A-Za-z0-9_-]/g, '_').slice(0, responseLimit),
    type: kind === 'checkpoint' ? 'performance' : numeric ? 'numeric' : 'fill-in',
    response: response.slice(0, responseLimit),
    result:
      kind === 'checkpoint'
        ? 'correct'
        : judged
          ? String(value) === String(outcome)
            ? 'correct'
            : 'wrong'
          : 'neutral',
    at: new Date(at),
  };
}
