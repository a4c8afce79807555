/** The state of a run in words, for readers who do not see the pictures. */
import { formatCount, formatNumber } from '../../shell/format.ts';
import { collapseStrings as words } from '../../strings/collapse.ts';
import { alikeAbove, drawnTogetherBelow, keptFrom, learntLoss, mergedBelow, plateauLoss } from './thresholds.ts';

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
  if (loss < learntLoss) {
    if (index < mergedBelow) return describe.merged(width(index));
    if (index < drawnTogetherBelow) return describe.drawnTogether(width(index));
    return index < keptFrom ? describe.partly : describe.kept;
  }
  if (index > alikeAbove && loss > plateauLoss[0] && loss < plateauLoss[1]) return describe.plateau;
  if (index < drawnTogetherBelow) return describe.merging(width(index));
  return index < alikeAbove ? describe.partly : '';
}

/** How wide a sheet is beside its length, from an index, which is of squared distances. */
const width = (index: number): string => `${Math.round(100 * Math.sqrt(index))}\u00a0%`;
