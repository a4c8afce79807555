import { strings } from '../../strings/en.ts';
import { twoPointsStrings as words } from '../../strings/two-points.ts';
import type { PairRun } from './run.ts';

/** The run in words, for those who hear the lab: briefly while it runs. */
export function describeRun(run: PairRun): string {
  const { status, records, description, fitted, spec } = run;
  // While another network is made there is nothing to say of either.
  if (!status || !records || !description) return description ? '' : words.loading;
  const { network } = description.spec;
  const say = words.describe;
  if (status.state === 'diverged' && status.epoch === 0) return `${words.diverged} ${words.overflowAdvice}`;
  if (records.length < 2) return `${say.ready(network.width, network.hidden_layers)} ${strings.seed(spec.seed)}.`;
  const h = run.distance('h');
  const { task } = description.spec;
  if (status.state === 'running') {
    const y = task.kind === 'two_points' ? run.distance('y') : h;
    return `${say.progress(Math.floor(status.epoch), status.epochs)} ${say.now(h[h.length - 1]!, y[y.length - 1]!)}`;
  }
  const parts = [
    say.progress(Math.floor(status.epoch), status.epochs),
    say.moved(h[0]!, h[h.length - 1]!),
  ];
  if (task.kind === 'two_points') {
    const y = run.distance('y');
    parts.push(say.output(y[y.length - 1]!, task.dy2));
  }
  if (fitted) parts.push(say.fit(fitted.fit.r2_h, fitted.fit.final_h));
  if (status.state === 'diverged') parts.push(words.diverged, words.divergedAdvice);
  return parts.join(' ');
}
