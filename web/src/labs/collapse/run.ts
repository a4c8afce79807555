/** A run of the laboratory: the experiment, its records, and the cloud of every layer over time. */
import { Engine, EngineError } from '../../engine/client.ts';
import type { Status, Structure } from '../../engine/protocol.ts';
import type { RecordTable } from '../../engine/records.ts';
import type { Spec } from '../../spec/types.ts';
import { lastRecord } from '../lab-element.ts';
import { aligned, type Frame } from './frames.ts';
import { mergedBelow, type Measure } from './offers.ts';

/** A run keeps about this many pictures of each layer. */
const framesKept = 120;
/** Points along a side of the regular grid whose distances are compared with the theory, per context. */
export const structureSide = 4;

export class CollapseRun {
  spec: Spec;
  /** Hidden layer looked at; all are kept, so it may change at any time. */
  layer: number;
  status: Status | null = null;
  problem = '';
  /** Distances of a regular part of the points, measured and predicted; null until a run has ended. */
  structure: Structure | null = null;
  private engine: Engine | null = null;
  private ready: Promise<void> | null = null;
  /** By layer, in order of time. */
  private frames: Frame[][] = [];
  private looking = false;
  /** Counts experiments, so that a look at an earlier one is not taken for this one's. */
  private generation = 0;
  private readonly changed: () => void;

  constructor(spec: Spec, changed: () => void) {
    this.spec = spec;
    this.layer = spec.observe.layer;
    this.changed = changed;
  }

  /** Makes the network and looks at its initial state. Safe to call again. */
  prepare(): Promise<void> {
    return (this.ready ??= this.create());
  }

  private async create(): Promise<void> {
    const engine = (this.engine ??= this.makeEngine());
    this.problem = '';
    this.startAnew();
    try {
      await engine.create(this.spec);
      await this.look();
    } catch (error) {
      this.problem = error instanceof EngineError ? error.message : String(error);
      this.ready = null;
    }
    this.changed();
  }

  private makeEngine(): Engine {
    const engine = new Engine();
    engine.on('status', (status) => {
      const ended = status.state === 'finished' && this.status?.state !== 'finished';
      this.status = status;
      if (ended) void this.end();
      else void this.lookIfDue();
      this.changed();
    });
    engine.on('records', () => this.changed());
    engine.on('failure', (failure) => {
      this.problem = failure.message;
      this.ready = null;
      this.changed();
    });
    return engine;
  }

  private startAnew(): void {
    this.generation++;
    this.frames = [];
    this.structure = null;
  }

  private async lookIfDue(): Promise<void> {
    const last = this.frames[0]?.at(-1)?.epoch;
    if (last === undefined || this.looking || !this.status) return;
    if (this.status.epoch - last < this.spec.training.epochs / framesKept) return;
    try {
      await this.look();
    } catch (error) {
      this.problem = error instanceof EngineError ? error.message : String(error);
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
      if (!(error instanceof EngineError && error.failure.kind === 'closed')) {
        this.problem = error instanceof Error ? error.message : String(error);
      }
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

  /** Replaces the experiment by another. */
  async configure(spec: Spec): Promise<void> {
    this.spec = spec;
    this.layer = Math.min(this.layer, spec.network.hidden_layers - 1);
    this.status = null;
    this.ready = null;
    await this.prepare();
  }

  async start(speed: number | null): Promise<void> {
    await this.prepare();
    if (this.problem) return;
    if (this.finished) await this.reset();
    await this.engine!.run(speed);
  }

  async pause(): Promise<void> {
    await this.engine?.pause();
  }

  async step(epochs: number): Promise<void> {
    await this.prepare();
    if (!this.problem) await this.engine!.step(epochs);
  }

  async reset(): Promise<void> {
    await this.prepare();
    if (this.problem) return;
    await this.engine!.reset();
    this.startAnew();
    await this.look();
    this.changed();
  }

  async setSpeed(speed: number | null): Promise<void> {
    if (this.running) await this.engine!.run(speed);
  }

  async observe(layer: number): Promise<void> {
    this.layer = layer;
    this.changed();
    if (this.status?.state === 'finished') {
      await this.compare();
      this.changed();
    }
  }

  close(): void {
    this.generation++;
    this.engine?.close();
    this.engine = this.ready = this.status = null;
  }

  get running(): boolean {
    return this.status?.state === 'running';
  }

  get finished(): boolean {
    return this.status?.state === 'finished' || this.status?.state === 'diverged';
  }

  get side(): number {
    return this.spec.task.kind === 'feature_collapse' ? this.spec.task.side : 0;
  }

  /** Number of records so far. */
  get length(): number {
    return this.engine?.records?.length ?? 0;
  }

  column(name: string): Float64Array {
    return this.engine?.records?.column(name) ?? new Float64Array(0);
  }

  get lastRecord(): Record<string, number> {
    return lastRecord(this.engine?.records ?? null);
  }

  /** All records, or null before there are any. */
  get records(): RecordTable | null {
    return this.engine?.records ?? null;
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
      case 'merged_layers':
        return indices().filter((index) => index < mergedBelow).length;
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
        return this.status ? this.status.epoch / this.status.epochs : 0;
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
