/** What the digits lab says about a fit, chosen by what was measured. */
import type { Findings } from '../labs/digits/misfit.ts';
import { formatNumber } from '../shell/format.ts';

export interface MisfitContext {
  trainCount: number;
  batch: number | 'full';
  /** 0-based, of `hiddenLayers`. */
  layer: number;
  hiddenLayers: number;
  /** Plain sum of squares of the fit. */
  sse: number;
}

export interface MisfitWords {
  headline: string;
  /** Reasons that the measurements point to, the weightiest first. */
  reasons: string[];
  /** What holds whatever was measured. */
  always: string;
}

const percent = (share: number) => `${Math.round(100 * share)} %`;

export function misfitWords(findings: Findings, context: MisfitContext): MisfitWords {
  const others = (context.trainCount - 2).toLocaleString('en');
  return {
    headline: headline(findings, others),
    reasons: findings.verdict === 'early' ? [] : reasons(findings, context, others),
    always:
      `The equations know these two pictures and nothing else, while ${others} others trained the same ` +
      'weights. Any agreement is therefore more than the theory promises. The plain sum of squares is ' +
      `${formatNumber(context.sse)}; the paper reports 324 for a 0 and a 1 of its own. Such sums grow with the ` +
      'size of h and the number of records, so compare them only roughly; the shares explained compare better.',
  };
}

function headline({ verdict, lowestR2 }: Findings, others: string): string {
  switch (verdict) {
    case 'early':
      return 'Too early to judge: this pair is not learnt yet, and the rates will change as more is seen.';
    case 'unlearnt':
      return `This pair was not learnt by the end of the training: only part of its path can be compared. ${ofTheWorst(lowestR2)}`;
    case 'close':
      return `Close: at least ${percent(lowestR2)} of the variation of each curve is explained, even though ${others} other pictures trained the same weights.`;
    case 'partial':
      return 'The shape is right, the details are not.';
    case 'poor':
      return `Poor. ${ofTheWorst(lowestR2)}`;
  }
}

const ofTheWorst = (lowestR2: number) =>
  lowestR2 > 0
    ? `Of the worst curve, ${percent(lowestR2)} of the variation is explained.`
    : 'For at least one curve, its mean would be a better guess.';

function reasons(found: Findings, context: MisfitContext, others: string): string[] {
  const all: { weight: number; text: string }[] = [];
  const say = (weight: number, threshold: number, text: string) => {
    if (weight >= threshold) all.push({ weight: weight / threshold, text });
  };
  if (found.oneClass) {
    say(
      Infinity,
      1,
      'Both pictures show the same digit, so their targets coincide. The theory then lets h only shrink, or stay.',
    );
  }
  say(
    found.againstW,
    0.08,
    `In the theory h grows exactly while w is negative. Here ${percent(found.againstW)} of its movement went the other way: the other pictures move these two as well.`,
  );
  const slowness = found.rise / found.theoryRise;
  if (Number.isFinite(slowness) && slowness > 0) {
    const words = [formatNumber(found.rise, 2), formatNumber(found.theoryRise, 2)];
    say(
      Math.abs(Math.log(slowness)),
      0.2,
      `h took ${words[0]} epochs for the middle of its rise, from a tenth to nine tenths; the best fit takes ${words[1]}. ${
        slowness > 1
          ? 'Pictures of the same two digits, each learnt in its own time, may stretch the rise.'
          : 'The others may carry this pair along faster than it would go alone.'
      }`,
    );
  }
  const lead = found.theoryFall - found.fall;
  if (Number.isFinite(lead)) {
    say(
      Math.abs(lead) / found.theoryRise,
      0.07,
      `w was halfway to its lowest value at epoch ${formatNumber(found.fall, 2)}, in the best fit at epoch ${formatNumber(found.theoryFall, 2)}: the network begins to learn this pair ${lead > 0 ? 'earlier' : 'later'} than the theory does.`,
    );
  }
  say(
    found.fallBack,
    0.08,
    `h rose and then fell back by ${percent(found.fallBack)} of its range. In the theory nothing moves back once the pair is learnt; pictures still being learnt pull on it.`,
  );
  say(
    found.afterLearning,
    0.1,
    `${percent(found.afterLearning)} of the range of h was covered after this pair was as good as learnt. For the theory nothing is left to do then; for the other pictures there is.`,
  );
  const noisy = typeof context.batch === 'number' && context.batch < context.trainCount;
  say(
    found.jitter,
    0.015,
    noisy
      ? `h jitters from record to record by ${percentFine(found.jitter)} of its range. The equations are smooth: they describe gradient flow, and each step here sees only ${context.batch} pictures of ${context.trainCount.toLocaleString('en')}.`
      : `h jitters from record to record by ${percentFine(found.jitter)} of its range, though every step sees all pictures: the steps are too large for the smooth flow that the equations describe.`,
  );
  const target = found.oneClass ? 0 : 2;
  const short = Math.abs(found.lastY - target) / 2;
  say(
    short,
    0.05,
    `The outputs of the two stand at y = ${formatNumber(found.lastY)}, where their targets are ${target} apart. In the end the theory always reaches the target; the network has ${others} other targets to meet.`,
  );
  const off = Math.abs(found.predictedH - found.lastH) / Math.max(found.lastH, 1e-12);
  say(
    off,
    0.1,
    `The theory ends at h = ${formatNumber(found.predictedH)}, the network is at ${formatNumber(found.lastH)}.`,
  );
  if (found.verdict !== 'close' && context.layer === 0 && context.hiddenLayers > 1) {
    say(
      1,
      1,
      'The first hidden layer is where the theory does worst in the paper too: a single layer is not a flexible map.',
    );
  }
  return all
    .sort((a, b) => b.weight - a.weight)
    .map(({ text }) => text)
    .slice(0, 3);
}

const percentFine = (share: number) => `${(100 * share).toFixed(1)} %`;
