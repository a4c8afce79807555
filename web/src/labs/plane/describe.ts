/** The state of a run in words, for readers who do not see the pictures. */
import { formatCount, formatNumber } from '../../shell/format.ts';
import { planeStrings as words } from '../../strings/plane.ts';
import { classesOf, countOf, heldOut } from './points.ts';
import type { PlaneRun } from './run.ts';

export function describeRun(run: PlaneRun): string {
  if (run.length === 0) return '';
  const { describe } = words;
  const [accuracy, tested] = [run.last('train_accuracy'), run.last('held_out_accuracy')];
  const sentences = [
    describe.at(formatCount(run.last('t'))),
    describe.loss(formatNumber(run.last('loss'), 2)),
    Number.isFinite(accuracy) ? describe.accuracy(percent(accuracy)) : '',
    Number.isFinite(tested) ? describe.tested(percent(tested)) : '',
    run.finished ? describe.finished : '',
  ];
  return sentences.filter(Boolean).join(' ');
}

/** How many points of each class there are, and how many of all are held out. */
export function describePoints(run: PlaneRun): string {
  const { points, task } = run;
  const count = countOf(points);
  const classes = classesOf(task);
  const of = (kind: number) => Array.from({ length: count }, (_, p) => p).filter((p) => points[3 * p + 2] === kind).length;
  const tested = Array.from({ length: count }, (_, p) => p).filter((p) => heldOut(p, task.held_out)).length;
  const kinds = Array.from({ length: classes }, (_, kind) => words.describe.ofClass(of(kind), words.className(kind)));
  return words.describe.points(count, kinds, tested);
}

export const percent = (share: number): string => `${Math.round(100 * share)}\u00a0%`;
