/** What is said about a fit, chosen by what was measured. */
import { formatFixed, formatNumber } from '../../shell/format.ts';
import { digitsMisfitStrings as words } from '../../strings/digits-misfit.ts';
import type { Findings } from './misfit.ts';

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
const percentFine = (share: number) => `${formatFixed(100 * share, 1)} %`;

export function misfitWords(findings: Findings, context: MisfitContext): MisfitWords {
  const others = words.count(context.trainCount - 2);
  return {
    headline: headline(findings, others),
    reasons: findings.verdict === 'early' ? [] : reasons(findings, context, others),
    always: words.always(others, formatNumber(context.sse)),
  };
}

function headline({ verdict, lowestR2 }: Findings, others: string): string {
  const { headlines } = words;
  const worst = () => (lowestR2 > 0 ? words.worst(percent(lowestR2)) : words.worseThanMean);
  switch (verdict) {
    case 'unlearnt':
    case 'poor':
      return headlines[verdict](worst());
    case 'close':
      return headlines.close(percent(lowestR2), others);
    default:
      return headlines[verdict];
  }
}

function reasons(found: Findings, context: MisfitContext, others: string): string[] {
  const texts = words.reasons;
  const all: { weight: number; text: string }[] = [];
  const say = (weight: number, threshold: number, text: string) => {
    if (weight >= threshold) all.push({ weight: weight / threshold, text });
  };
  if (found.oneClass) say(Infinity, 1, texts.oneClass);
  say(found.againstW, 0.08, texts.againstW(percent(found.againstW)));
  const slowness = found.rise / found.theoryRise;
  if (Number.isFinite(slowness) && slowness > 0) {
    const rise = texts.rise(formatNumber(found.rise, 2), formatNumber(found.theoryRise, 2), slowness > 1);
    say(Math.abs(Math.log(slowness)), 0.2, rise);
  }
  const lead = found.theoryFall - found.fall;
  if (Number.isFinite(lead)) {
    const text = texts.lead(formatNumber(found.fall, 2), formatNumber(found.theoryFall, 2), lead > 0);
    say(Math.abs(lead) / found.theoryRise, 0.07, text);
  }
  say(found.fallBack, 0.08, texts.fallBack(percent(found.fallBack)));
  say(found.afterLearning, 0.1, texts.afterLearning(percent(found.afterLearning)));
  const { batch, trainCount } = context;
  const jitter = percentFine(found.jitter);
  const noisy = typeof batch === 'number' && batch < trainCount;
  say(found.jitter, 0.015, noisy ? texts.noise(jitter, batch, words.count(trainCount)) : texts.steps(jitter));
  const target = found.oneClass ? 0 : 2;
  say(Math.abs(found.lastY - target) / 2, 0.05, texts.short(formatNumber(found.lastY), target, others));
  const off = Math.abs(found.predictedH - found.lastH) / Math.max(found.lastH, 1e-12);
  say(off, 0.1, texts.end(formatNumber(found.predictedH), formatNumber(found.lastH)));
  if (found.verdict !== 'close' && context.layer === 0 && context.hiddenLayers > 1) say(1, 1, texts.first);
  return all
    .sort((a, b) => b.weight - a.weight)
    .map(({ text }) => text)
    .slice(0, 3);
}
