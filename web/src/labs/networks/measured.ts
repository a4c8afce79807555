/** How the lab has what its declaration names, and the numbers of a look that its views draw. */
import type { Alignment } from '../../engine/protocol.ts';
import { columnNames } from '../../engine/records.ts';
import { networksStrings as words } from '../../strings/networks.ts';
import type { Curves, Measures } from '../frame/declared-lab.ts';
import type { declaration } from './declaration.mjs';
import { shapesDiffer } from './changes.ts';
import { pairsOf, type Look } from './looks.ts';
import type { NetworksRun } from './run.ts';

export type Kind = 'cka' | 'rsa' | 'procrustes';
export const kinds: readonly Kind[] = ['cka', 'rsa', 'procrustes'];

export const axisOf = (kind: Kind) => ({ title: words.kinds[kind], min: kind === 'rsa' ? -1 : 0, max: 1 });

const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;

/** Of those that are numbers. */
export function median(values: readonly number[]): number {
  const sorted = values.filter(Number.isFinite).sort((a, b) => a - b);
  const half = Math.floor(sorted.length / 2);
  return sorted.length % 2 === 1 ? sorted[half]! : (sorted[half - 1]! + sorted[half]!) / 2;
}

/** A cell, of representations from 0 (the inputs) on. */
const cell = (one: Alignment, kind: Kind, row: number, column: number) => one[kind][row * one.columns + column] ?? NaN;

/** What of a look is meant: the networks with each other, or one of what they are held against. */
export type Against = 'others' | 'own' | 'shuffled' | 'inputs';

/** A measure in a hidden layer (from 0), the mean over all pairs or all networks; the last layer of those that have fewer. */
export function valueOf(run: NetworksRun, look: Look, kind: Kind, layer: number, against: Against): number {
  const count = look.own.length;
  const at = (network: number) => Math.min(layer, run.layersOf(network) - 1) + 1;
  if (against === 'own') return mean(look.own.map((one, k) => cell(one, kind, at(k), at(k))));
  const pairs = pairsOf(count);
  const ofPairs = (all: readonly Alignment[]) => mean(all.map((one, p) => cell(one, kind, at(pairs[p]![0]), at(pairs[p]![1]))));
  if (against === 'others') return ofPairs(look.pairs);
  if (against === 'shuffled') return ofPairs(look.shuffled);
  // All see the same inputs, so those of the first serve for each.
  return mean(Array.from({ length: count }, (_, k) => (k === 0 ? cell(look.pairs[0]!, kind, at(0), 0) : cell(look.pairs[k - 1]!, kind, 0, at(k)))));
}

/** Of the latest look; NaN before there is one. */
const ofLast = (kind: Kind, against: Against, layer: (run: NetworksRun) => number = (run) => run.layer) => (run: NetworksRun) => {
  const look = run.looks.at(-1);
  return look ? valueOf(run, look, kind, layer(run), against) : NaN;
};

/** h of two points in the layer looked at. */
export const distanceColumn = (run: NetworksRun, network: number) =>
  run.networks[network]!.column(columnNames.h(0, 1, run.representation(network) - 1));

/** The largest h over the smallest; NaN where there are other tasks than two points. */
function distanceRatio(run: NetworksRun): number {
  if (shapesDiffer(run.spec)) return NaN;
  const ends = run.networks.map((_, k) => distanceColumn(run, k).at(-1) ?? NaN);
  return Math.max(...ends) / Math.min(...ends);
}

/** Linear CKA at the end of every repetition. */
const repeatedCka = (run: NetworksRun) => run.repeated.map((looks) => valueOf(run, looks.at(-1)!, 'cka', run.layer, 'others'));

const ofSpec = (make: (spec: NetworksRun['spec']) => number) => (run: NetworksRun) => (run.length > 0 ? make(run.spec) : NaN);

export const measures: Measures<typeof declaration, NetworksRun> = {
  cka: ofLast('cka', 'others'),
  rsa: ofLast('rsa', 'others'),
  procrustes: ofLast('procrustes', 'others'),
  start: (run) => (run.looks[0] ? valueOf(run, run.looks[0], 'cka', run.layer, 'others') : NaN),
  shuffled: ofLast('cka', 'shuffled'),
  inputs: ofLast('cka', 'inputs'),
  kept: ofLast('cka', 'own'),
  first: ofLast('cka', 'others', () => 0),
  last: ofLast('cka', 'others', ({ spec }) => spec.network.hidden_layers - 1),
  h_ratio: distanceRatio,
  seeds: (run) => run.repeated.length,
  cka_median: (run) => median(repeatedCka(run)),
  cka_least: (run) => (run.repeated.length > 0 ? Math.min(...repeatedCka(run)) : NaN),
  loss: (run) => Math.max(...run.networks.map((one) => one.last('loss'))),
  networks: (run) => run.networks.length,
  gain: ofSpec(({ network }) => network.gain),
  width: ofSpec(({ network }) => network.width),
  hidden_layers: ofSpec(({ network }) => network.hidden_layers),
  progress: (run) => (run.length > 0 ? run.progress : NaN),
};

/** Over the looks. */
export const curveOf = (run: NetworksRun, kind: Kind, against: Against) => ({
  x: run.looks.map(({ epoch }) => epoch),
  y: run.looks.map((look) => valueOf(run, look, kind, run.layer, against)),
});

export const curves: Curves<typeof declaration, NetworksRun> = {
  cka: (run) => curveOf(run, 'cka', 'others'),
  kept: (run) => curveOf(run, 'cka', 'own'),
  shuffled: (run) => curveOf(run, 'cka', 'shuffled'),
};
