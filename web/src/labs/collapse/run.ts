/** A run of the lab: the experiment, its records, the cloud of every layer over time, and the sweep beside it. */
import { EngineError } from '../../engine/client.ts';
import { Experiment, gone } from '../../engine/experiment.ts';
import { Paced } from '../../engine/paced.ts';
import type { Status, Structure } from '../../engine/protocol.ts';
import type { Spec } from '../../spec/types.ts';
import { FrameSeries, type Frame } from '../../chart/cloud-frames.ts';
import { Sweep } from './sweep.ts';

/** Points along a side of the regular grid whose distances are compared with the theory, per context. */
const structureSide = 4;

export class CollapseRun extends Experiment {
  /** Hidden layer looked at; all are kept, so it may change at any time. */
  layer: number;
  /** Distances of a regular part of the points, measured and predicted; null until a run has ended. */
  structure: Structure | null = null;
  /** Why there is no picture or comparison of the present state; empty where nothing stands in the way. */
  unseen = '';
  readonly sweep: Sweep;
  private readonly frames = new FrameSeries();
  private readonly looks = new Paced(0, () => this.look());

  constructor(spec: Spec, changed: () => void) {
    super(spec, changed);
    this.layer = spec.observe.layer;
    this.sweep = new Sweep(changed);
  }

  protected override forget(): void {
    this.looks.stop();
    this.frames.clear();
    this.structure = null;
    this.unseen = '';
  }

  protected override made(): void {
    this.layer = Math.min(this.layer, this.spec.network.hidden_layers - 1);
  }

  protected override moved(_before: Status | null): void {
    if (this.due || this.comparable) this.looks.request();
  }

  /** Whether the present state is to be kept as a picture. */
  private get due(): boolean {
    return this.status !== null && !this.unseen && this.frames.due(this.status, this.over);
  }

  /** Whether it has been trained to its end, and not been held against the theory yet. */
  private get comparable(): boolean {
    return this.status?.state === 'finished' && !this.structure && !this.unseen;
  }

  private look(): Promise<void> {
    return this.orSayWhy(async () => {
      if (this.due) await this.keepPictures();
      if (this.comparable) await this.compare();
    });
  }

  /** The core makes neither of activations that are not finite. */
  private async orSayWhy(look: () => Promise<void>): Promise<void> {
    try {
      await look();
    } catch (error) {
      if (!(error instanceof EngineError)) throw error;
      this.unseen = error.message;
    }
    this.changed();
  }

  /** Adds the present cloud of every layer. */
  private async keepPictures(): Promise<void> {
    const layers = Array.from({ length: this.spec.network.hidden_layers }, (_, layer) => layer);
    const before = (layer: number) => this.frames.of(layer).at(-1)?.coordinates;
    const looks = await this.ask((engine) =>
      Promise.all(
        layers.map((layer) => engine.embedding({ layer, method: 'mds', dimensions: 3, onto: before(layer) })),
      ),
    );
    if (looks === gone) return;
    this.frames.add(looks.map(({ coordinates, explained, epoch }) => ({ epoch, coordinates, explained })));
  }

  /** Holds the distances in the present layer against the closed form. */
  private async compare(): Promise<void> {
    const { layer } = this;
    const structure = await this.ask((engine) => engine.structure({ layer, points: 2 * structureSide ** 2 }));
    if (structure !== gone && layer === this.layer) this.structure = structure;
  }

  async observe(layer: number): Promise<void> {
    this.layer = layer;
    this.changed();
    if (this.finished) await this.orSayWhy(() => this.compare());
  }

  override close(): void {
    this.sweep.stop();
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
    return this.frames.of(this.layer);
  }
}
