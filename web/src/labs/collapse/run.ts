/** A run of the laboratory: the experiment, its records, and the cloud of every layer over time. */
import type { Status, Structure } from '../../engine/protocol.ts';
import { EngineRun } from '../../engine/run.ts';
import type { Spec } from '../../spec/types.ts';
import { aligned, type Frame } from './frames.ts';
import type { declaration } from './declaration.mjs';
import { drawnTogetherBelow } from './thresholds.ts';

type Measure = keyof typeof declaration.measures;

/** A run keeps about this many pictures of each layer. */
const framesKept = 120;
/** Points along a side of the regular grid whose distances are compared with the theory, per context. */
export const structureSide = 4;

export class CollapseRun extends EngineRun {
  /** Hidden layer looked at; all are kept, so it may change at any time. */
  layer: number;
  /** Distances of a regular part of the points, measured and predicted; null until a run has ended. */
  structure: Structure | null = null;
  /** By layer, in order of time. */
  private frames: Frame[][] = [];
  private looking = false;
  /** Counts experiments, so that a look at an earlier one is not taken for this one's. */
  private generation = 0;

  constructor(spec: Spec, changed: () => void) {
    super(spec, changed);
    this.layer = spec.observe.layer;
  }

  protected override forget(): void {
    this.generation++;
    this.frames = [];
    this.structure = null;
  }

  protected override made(): Promise<void> {
    return this.look();
  }

  protected override moved(before: Status | null): void {
    if (this.status!.state === 'finished' && before?.state !== 'finished') void this.end();
    else void this.lookIfDue();
  }

  private async lookIfDue(): Promise<void> {
    const last = this.frames[0]?.at(-1)?.epoch;
    if (last === undefined || this.looking || !this.status) return;
    if (this.status.epoch - last < this.spec.training.epochs / framesKept) return;
    try {
      await this.look();
    } catch (error) {
      this.blame(error);
    }
    this.changed();
  }

  /** Adds the present cloud of every layer. */
  private async look(): Promise<void> {
    const engine = this.engine!;
    const generation = this.generation;
    this.looking = true;
    try {
      const layers = Array.from({ length: this.spec.network.hidden_layers }, (_, layer) => layer);
      const looks = await Promise.all(
        layers.map((layer) => engine.embedding({ layer, method: 'mds', dimensions: 3 })),
      );
      if (generation !== this.generation) return;
      looks.forEach(({ coordinates, explained, epoch }, layer) => {
        const known = (this.frames[layer] ??= []);
        known.push({
          epoch,
          coordinates: aligned(coordinates, known.at(-1)?.coordinates),
          explained,
        });
      });
    } finally {
      this.looking = false;
    }
  }

  private async end(): Promise<void> {
    try {
      await this.look();
      await this.compare();
    } catch (error) {
      this.blame(error);
    }
    this.changed();
  }

  /** Holds the distances in the present layer against the closed form. */
  private async compare(): Promise<void> {
    const generation = this.generation;
    const structure = await this.engine!.structure({
      layer: this.layer,
      points: 2 * structureSide ** 2,
    });
    if (generation === this.generation) this.structure = structure;
  }

  override async configure(spec: Spec): Promise<void> {
    this.layer = Math.min(this.layer, spec.network.hidden_layers - 1);
    await super.configure(spec);
  }

  override async reset(): Promise<void> {
    await super.reset();
    if (this.problem || !this.engine) return;
    this.forget();
    await this.look();
    this.changed();
  }

  async observe(layer: number): Promise<void> {
    this.layer = layer;
    this.changed();
    if (this.status?.state === 'finished') {
      await this.compare();
      this.changed();
    }
  }

  override close(): void {
    this.generation++;
    super.close();
  }

  get side(): number {
    return this.spec.task.kind === 'feature_collapse' ? this.spec.task.side : 0;
  }

  /** The collapse index of a layer over the records. */
  collapse(layer = this.layer): Float64Array {
    return this.column(`collapse_layer_${layer}`);
  }

  /** The last record at or before an epoch; -1 when there is none. */
  rowAt(epoch: number): number {
    const t = this.column('t');
    let row = t.length - 1;
    while (row > 0 && t[row]! > epoch) row--;
    return row;
  }

  /** The observed layer's pictures so far, in order of time. */
  get pictures(): readonly Frame[] {
    return this.frames[this.layer] ?? [];
  }

  /** A number about the run at a record, by the name that tutorials use; NaN when it cannot be had. */
  measure(name: string, row = this.length - 1): number {
    if (row < 0) return NaN;
    const { network, training, seed } = this.spec;
    const indices = () =>
      Array.from({ length: network.hidden_layers }, (_, k) => this.collapse(k)[row]!);
    switch (name as Measure) {
      case 'collapse':
        return this.collapse()[row]!;
      case 'first_layer':
        return this.collapse(0)[row]!;
      case 'third_layer':
        return network.hidden_layers > 2 ? this.collapse(2)[row]! : NaN;
      case 'merged_layers':
        return indices().filter((index) => index < drawnTogetherBelow).length;
      case 'loss':
        return this.column('loss')[row]!;
      case 'gain':
        return network.gain;
      case 'seed':
        return seed;
      case 'epochs':
        return training.epochs;
      case 'correlation':
        return this.structure?.correlation.predicted ?? NaN;
      case 'progress':
        return this.progress;
    }
    return NaN;
  }

  /** A curve over epochs, by the name that tutorials use. */
  curve(name: string): { x: Float64Array; y: Float64Array } | null {
    const x = this.column('t');
    if (name === 'loss') return { x, y: this.column('loss') };
    return name === 'collapse' ? { x, y: this.collapse() } : null;
  }
}
