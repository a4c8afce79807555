/** The runs of a stored result as runs for the pool, and smaller ones like them. */
import type { PoolRun } from '../../engine/pool.ts';
import { decimate } from '../../chart/decimate.ts';
import { galleryStrings as words } from '../../strings/gallery.ts';
import { specOf, type StoredRun, type StoredSeries } from '../stored.ts';
import type { Size } from './plan.ts';

const reducedWidth = 100;
/** Points of a curve that are kept: no screen shows more, and storage is small. */
const keptPoints = 160;

/** "tanh" of "two-points-tanh-curve-seed-3": what a run belongs to, said or read from its name. */
export function groupOf({ name, group }: StoredRun): string {
  const heads = /^attention-heads-(\d+)-/.exec(name)?.[1];
  if (heads) return heads === '1' ? '1 head' : `${heads} heads`;
  const setting = /^(?:two-points|xor|feature-collapse|final-structure)-(.+?)(?:-curve|-pair|-dx-\d-dy-\d)?-seed-\d+$/;
  return group ?? setting.exec(name)?.[1] ?? '';
}

export function poolRuns(runs: readonly StoredRun[]): PoolRun[] {
  return runs.flatMap((run) => {
    const spec = specOf(run.spec);
    return spec ? [{ name: run.name, spec, untilLoss: run.until_loss ?? 0 }] : [];
  });
}

/** As stored: the first seed, and all of them where there are several. */
export function storedSizes(runs: readonly PoolRun[], seeds: readonly number[]): Size[] {
  const seed = runs[0]?.spec.seed;
  const first = runs.filter(({ spec }) => spec.seed === seed);
  if (first.length === 0) return [];
  const mayEndEarly = runs.some(({ untilLoss }) => untilLoss > 0);
  const sizes: Size[] = [{ id: 'one', label: words.sizes.one, runs: first, mayEndEarly }];
  if (seeds.length > 1) {
    const all = seeds.flatMap((other) => first.map((run) => withSeed(run, other)));
    sizes.push({ id: 'all', label: words.sizes.all(seeds.length), runs: all, mayEndEarly });
  }
  return sizes;
}

/** The same run of another seed, named as the stored one would be. */
function withSeed({ name, spec, untilLoss }: PoolRun, seed: number): PoolRun {
  return { name: name.replace(/-seed-\d+$/, `-seed-${seed}`), spec: { ...spec, seed }, untilLoss };
}

/** The first seed in narrower layers; none where they are narrow already. */
export function reducedSize(runs: readonly PoolRun[]): Size[] {
  const seed = runs[0]?.spec.seed;
  const reduced = runs.filter(({ spec }) => spec.seed === seed).map(narrower);
  if (reduced.length === 0 || reduced.every(({ spec }, i) => spec === runs[i]!.spec)) return [];
  const mayEndEarly = reduced.some(({ untilLoss }) => untilLoss > 0);
  return [{ id: 'reduced', label: words.sizes.reduced, runs: reduced, mayEndEarly }];
}

/** Layers of 100 units; Adam, whose steps have one size whatever the width, takes larger ones in proportion. */
function narrower(run: PoolRun): PoolRun {
  const { network, training } = run.spec;
  // Convolutional layers have few weights as they are, and attention divides its width.
  const fixed = network.kind === 'convolutional' || network.kind === 'attention';
  if (fixed || network.width <= reducedWidth) return run;
  const scale = training.optimizer === 'adam' ? network.width / reducedWidth : 1;
  return {
    ...run,
    spec: {
      ...run.spec,
      network: { ...network, width: reducedWidth },
      training: { ...training, learning_rate: training.learning_rate * scale },
    },
  };
}

const digits = (value: number): number | null =>
  Number.isFinite(value) ? Number(value.toPrecision(6)) : null;

/** A series as panels have it, thinned. */
export function series(
  like: Omit<StoredSeries, 'x' | 'y'>,
  x: ArrayLike<number>,
  y: ArrayLike<number>,
): StoredSeries {
  const points = decimate(x, y, keptPoints);
  return { ...like, x: points.map((p) => digits(p.x)), y: points.map((p) => digits(p.y)) };
}
