/** What every hidden layer makes of the first training pictures, over a run. Fetched once somebody looks. */
import { FrameSeries, type Frame } from '../../chart/cloud-frames.ts';
import { EngineError } from '../../engine/client.ts';
import { gone, type Experiment } from '../../engine/experiment.ts';
import { Paced } from '../../engine/paced.ts';
import type { Gathering, LayerCloud } from '../../engine/protocol.ts';
import type { Subset } from './subset.ts';

/** One layer at one moment. */
export interface LayerFrame extends Frame, Gathering {
  cloud: LayerCloud;
}

/** How many pictures there may be to choose from. */
export const pictureCounts = [30, 100, 300, 600] as const;
/** Nearest others that are found of each picture. */
export const neighboursFound = 5;
/** A look at a layer takes about as many operations as there are pairs of pictures times units: so many are a tenth of a second. */
const mostOperations = 6e7;
/** A run goes on for so many times as long as a look has taken, before the next one: it takes a fifth of the time at most. */
const rest = 4;

/** A run of pictures. */
interface Followed extends Pick<Experiment, 'spec' | 'status' | 'description' | 'running' | 'epoch' | 'ask'> {
  readonly subset: Subset | null;
}

export class LayerClouds {
  readonly frames = new FrameSeries<LayerFrame>();
  /** Why the present state cannot be shown; empty where it can. */
  failure = '';
  /** Counts what is new, for whoever shows it. */
  moment = 0;
  private wanted = 300;
  private notBefore = 0;
  private readonly looks = new Paced(0, (signal) => this.look(signal));

  constructor(private readonly run: Followed, private readonly changed: () => void) {
    this.follow();
  }

  /** How many pictures are shown: those wanted, as far as there are so many and a look at them is quick. */
  get count(): number {
    const { description, subset } = this.run;
    const widest = Math.max(1, ...(description?.hidden_widths ?? []));
    return Math.min(this.wanted, subset?.train.length ?? 0, Math.floor(Math.sqrt(mostOperations / widest)));
  }

  get countWanted(): number {
    return this.wanted;
  }

  show(pictures: number): void {
    this.wanted = pictures;
    this.forget();
    this.follow();
  }

  /** Another run begins. */
  forget(): void {
    this.looks.stop();
    this.frames.clear();
    this.failure = '';
    this.notBefore = 0;
    this.moment++;
  }

  /** The run may have moved on. */
  follow(): void {
    if (this.due) this.looks.request();
  }

  private get due(): boolean {
    const { status, running, description } = this.run;
    if (!status || !description || this.failure || this.count < 2) return false;
    if (running && performance.now() < this.notBefore) return false;
    return this.frames.due(status, !running);
  }

  /** Whether the latest picture is that of the present state. */
  get settled(): boolean {
    return this.failure !== '' || this.frames.of(0).at(-1)?.epoch === this.run.epoch;
  }

  private async look(signal: AbortSignal): Promise<void> {
    if (!this.due) return;
    const { run, count } = this;
    const layers = Array.from({ length: run.spec.network.hidden_layers }, (_, layer) => layer);
    const before = performance.now();
    try {
      const found = await run.ask((engine) =>
        Promise.all(
          layers.map((layer) => {
            const onto = this.frames.of(layer).at(-1)?.cloud;
            return engine.cloud({ layer, points: count, neighbours: Math.min(neighboursFound, count - 1), onto });
          }),
        ),
      );
      if (found === gone || signal.aborted) return;
      this.frames.add(
        found.map((cloud) => {
          const { epoch, explained, spread, angles, agreement, solid } = cloud;
          return { epoch, explained, spread, angles, agreement, coordinates: solid, cloud };
        }),
      );
    } catch (error) {
      if (!(error instanceof EngineError)) throw error;
      if (signal.aborted) return;
      this.failure = error.message;
    }
    this.notBefore = performance.now() + rest * (performance.now() - before);
    this.moment++;
    this.changed();
    // What has come meanwhile, as the end of the run.
    this.follow();
  }

  latest(layer: number): LayerFrame | undefined {
    return this.frames.of(layer).at(-1);
  }

  /** One of the measures over the moments kept. */
  curve(layer: number, of: keyof Gathering): { x: number[]; y: number[] } {
    const frames = this.frames.of(layer);
    return { x: frames.map(({ epoch }) => epoch), y: frames.map((frame) => frame[of]) };
  }
}
