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

const isText = (value: unknown) => typeof value === 'string';
const isList = Array.isArray as (value: unknown) => boolean;
const isNode = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !isList(value);
const listOf = (value: unknown, is: (one: Record<string, unknown>) => boolean) =>
  Array.isArray(value) && value.every((one) => isNode(one) && is(one));

/** What drawing a panel of each kind rests on. */
const shapes: Readonly<Record<Panel['kind'], (panel: Record<string, unknown>) => boolean>> = {
  chart: ({ x, y, series }) =>
    isNode(x) && isNode(y) && listOf(series, (one) => isText(one.id) && isText(one.name) && isList(one.x) && isList(one.y)),
  matrix: ({ labels, values }) => isList(labels) && isList(values),
  table: ({ columns, rows }) => isList(columns) && Array.isArray(rows) && rows.every(isList),
  points3d: ({ points, colours }) =>
    Array.isArray(points) && points.every(isList) && listOf(colours, (one) => isList(one.values)),
};

const isPanel = (value: unknown): value is Panel =>
  isNode(value) && isText(value.kind) && Object.hasOwn(shapes, value.kind as string) && shapes[value.kind as Panel['kind']](value);

/** What was kept, without panels that cannot be drawn; null where it is no result. */
function resultIn(text: string): Kept | null {
  const kept = JSON.parse(text) as unknown;
  if (!isNode(kept) || !Array.isArray(kept.panels) || !Array.isArray(kept.losses)) return null;
  const texts = ['verdict', 'size', 'when', 'sentence', 'identity'].every((name) => isText(kept[name]));
  const panels = kept.panels.filter(isPanel);
  return texts && panels.length > 0 ? ({ ...kept, panels, losses: kept.losses.filter(isText) } as unknown as Kept) : null;
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
    const kept = resultIn(text);
    return kept?.verdict === verdict ? kept : null;
  } catch {
    return null;
  }
}

export function forgetKept(figure: string, group: string): void {
  forget(keyOf(figure, group));
}
