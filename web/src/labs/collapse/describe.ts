/** The state of a run in words, for readers who do not see the pictures. */
import { formatCount, formatNumber } from '../../shell/format.ts';
import { collapseStrings as words } from '../../strings/collapse.ts';
import { drawnTogetherBelow, mergedBelow } from './thresholds.ts';

/** Below this share of the loss at which both coordinates are answered by their mean, the task counts as learnt. */
const learnt = 0.01;
/** Half the mean squared error of answering the mean of x and y is about this, whatever the grid. */
const plateau = [0.07, 0.13] as const;

export function describeState(
  epoch: number,
  loss: number,
  layer: number,
  index: number,
  finished: boolean,
): string {
  const { describe } = words;
  return [
    describe.at(formatCount(epoch)),
    describe.loss(formatNumber(loss, 2)),
    describe.index(layer, formatNumber(index, 2)),
    meaning(epoch, loss, index),
    ...(finished ? [describe.finished] : []),
  ].join(' ');
}

function meaning(epoch: number, loss: number, index: number): string {
  const { describe } = words;
  if (Number.isNaN(index)) return describe.undefined;
  if (epoch === 0) return describe.start;
  if (loss < learnt) {
    if (index < mergedBelow) return describe.merged(width(index));
    if (index < drawnTogetherBelow) return describe.drawnTogether(width(index));
    return index < 0.5 ? describe.partly : describe.kept;
  }
  if (index > 0.9 && loss > plateau[0] && loss < plateau[1]) return describe.plateau;
  if (index < drawnTogetherBelow) return describe.merging(width(index));
  return index < 0.9 ? describe.partly : '';
}

/** How wide a sheet is beside its length, from an index, which is of squared distances. */
const width = (index: number): string => `${Math.round(100 * Math.sqrt(index))}\u00a0%`;
