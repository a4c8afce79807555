/** Results of runs made here, kept across visits where the browser allows it. */
import { forget, recall, store } from '../shell/storage.ts';
import type { Panel } from './stored.ts';

export interface Kept {
  /** Of the stored result that it was laid over: a new one makes it stale. */
  verdict: string;
  /** Which size was run, in words, and when (ISO 8601). */
  size: string;
  when: string;
  panels: Panel[];
  sentence: string;
  /** What the comparison with the stored runs says, and whether they are the same to the last bit. */
  identity: string;
  identical: boolean;
  /** Runs that diverged or failed, a sentence each. */
  losses: string[];
}

const keyOf = (figure: string, group: string) => `reprise-figure/${figure}/${group}`;

/** Returns whether it was kept. */
export function keep(figure: string, group: string, result: Kept): boolean {
  return store(keyOf(figure, group), JSON.stringify(result));
}

export function recallKept(figure: string, group: string, verdict: string): Kept | null {
  const text = recall(keyOf(figure, group));
  if (!text) return null;
  try {
    const kept = JSON.parse(text) as Kept;
    return kept.verdict === verdict && Array.isArray(kept.panels) ? kept : null;
  } catch {
    return null;
  }
}

export function forgetKept(figure: string, group: string): void {
  forget(keyOf(figure, group));
}
