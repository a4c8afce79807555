/** Says in words how a reader's drawing or matrix compares with what the lab did. */
import { correlation } from '../shell/correlation.ts';
import { formatCount, formatFixed, formatNumber } from '../shell/format.ts';
import { tutorialStrings as words } from '../strings/tutorial.ts';

/** A drawing nearer than this share of its axis on average is very close. */
const closeShare = 0.05;

/** How far a drawing is from the curve at each of its times; `measured` may have more of them. */
function gapsOf(drawn: readonly number[], measured: readonly number[]): number[] {
  const finer = (measured.length - 1) / (drawn.length - 1);
  return drawn.map((value, k) => Math.abs(value - measured[Math.round(k * finer)]!));
}

const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;

/** Whether a drawing counts as right. `top` is the axis's upper end. */
export const isClose = (drawn: readonly number[], measured: readonly number[], top: number): boolean =>
  mean(gapsOf(drawn, measured)) < closeShare * top;

/**
 * Compares curves at evenly spaced times from 0 to `epochs`; `measured` may have more of them. `top` is
 * the axis's upper end.
 */
export function compareCurves(
  drawn: readonly number[],
  measured: readonly number[],
  epochs: number,
  top: number,
): string {
  const gaps = gapsOf(drawn, measured);
  const worst = gaps.indexOf(Math.max(...gaps));
  const epoch = formatCount((worst / (drawn.length - 1)) * epochs);
  const text = words.drawing.verdict(
    formatNumber(mean(gaps), 2),
    epoch,
    formatNumber(drawn[worst]!, 2),
    formatNumber(measured[Math.round((worst * (measured.length - 1)) / (drawn.length - 1))]!, 2),
  );
  return isClose(drawn, measured, top) ? `${words.drawing.good} ${text}` : text;
}

export function compareMatrices(
  guess: readonly number[],
  measured: readonly number[],
  predicted: readonly number[],
): string {
  const yours = words.matrix.verdict(correlationText(correlation(guess, measured)));
  const theirs =
    predicted.length > 0
      ? ` ${words.matrix.theory(correlationText(correlation(predicted, measured)))}`
      : '';
  return yours + theirs;
}

export function correlationText(value: number): string {
  if (!Number.isFinite(value)) return words.matrix.constant;
  return formatFixed(value, value > 0.995 ? 4 : 2);
}
