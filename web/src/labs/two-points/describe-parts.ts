import { formatCount, formatNumber, formatR2 } from '../../shell/format.ts';
import { strings } from '../../strings/en.ts';
import { twoPointChapterStrings as words } from '../../strings/two-point-chapter.ts';
import { measures } from './measured.ts';
import type { PairRun } from './run.ts';
import { learntLoss } from './thresholds.ts';

/** The run in words, of some parts of the lab. machine: whether the machine's fit is shown beside the one by hand. */
export function describeParts(run: PairRun, parts: ReadonlySet<string>, machine: boolean): string {
  const { status, spec, handMisfit, fitted } = run;
  const { describe } = words;
  const { network } = spec;
  if (!status || spec.task.kind !== 'two_points') return '';
  if (status.epoch === 0) {
    const each = network.channels ? describe.channels(network.channels) : describe.units(network.width, words.activations[network.activation]);
    return `${describe.ready(network.hidden_layers, each)} ${strings.seed(spec.seed)}.`;
  }
  const sentences = [describe.epoch(formatCount(Math.floor(status.epoch))), ...describeCurves(run, parts, spec.task.dy2)];
  if (status.state === 'finished') {
    sentences.push(run.last('loss') < learntLoss ? describe.finished : describe.notLearnt);
    if (handMisfit) sentences.push(describe.hand(formatR2(handMisfit.h), formatR2(handMisfit.y), formatR2(handMisfit.w)));
    if (machine && fitted) {
      const { r2_h: h, r2_y: y, r2_w: w } = fitted.fit;
      sentences.push(describe.machine(formatR2(h), formatR2(y), formatR2(w)));
    }
  }
  return sentences.join(' ');
}

/** No more than is shown: a chapter may ask for a prediction of the rest. */
function describeCurves(run: PairRun, parts: ReadonlySet<string>, target: number): string[] {
  const { describe } = words;
  const loss = parts.has('loss') ? run.column('loss') : [];
  const sentences = loss.length ? [describe.loss(formatNumber(loss[0]!), formatNumber(run.last('loss')))] : [];
  if (![...parts].some((part) => part !== 'loss')) return sentences;
  return [
    ...sentences,
    describe.moved(formatNumber(measures.h0(run)), formatNumber(measures.h(run))),
    describe.outputs(formatNumber(measures.y(run)), formatNumber(target)),
  ];
}
