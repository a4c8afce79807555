/** The state of a run in words, for readers who do not see the pictures. */
import { formatCount, formatNumber } from '../../shell/format.ts';
import { xorStrings as words } from '../../strings/xor.ts';
import { clusters } from './measures.ts';
import { pairs, pointNames } from './task.ts';

/** A sentence or two on the distances at one record. */
export function describeDistances(distances: readonly number[]): string {
  if (distances.length === 0) return '';
  const groups = clusters(distances);
  const named = groups.map((group) => group.map((p) => pointNames[p]).join(words.describe.and));
  const order = distances.map((_, k) => k).sort((a, b) => distances[a]! - distances[b]!);
  const pairText = (k: number) => `${pairs[k]!.label} (${formatNumber(distances[k]!, 2)})`;
  return [
    words.describe.groups(groups.length, named.join('; ')),
    words.describe.pairs(pairText(order[0]!), pairText(order.at(-1)!)),
  ].join(' ');
}

export function describeRecord(epoch: number, loss: number, distances: readonly number[]): string {
  if (distances.length === 0) return '';
  return [
    words.describe.at(formatCount(epoch)),
    words.describe.loss(formatNumber(loss, 2)),
    describeDistances(distances),
  ].join(' ');
}
