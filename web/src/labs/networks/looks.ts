/** How alike several networks are from moment to moment, and two of them in one picture. */
import { EngineError } from '../../engine/client.ts';
import { gone, type Experiment } from '../../engine/experiment.ts';
import type { Alignment, Overlay } from '../../engine/protocol.ts';

/** Points whose activations are compared. */
export const mostPoints = 40;

/** All networks at one epoch. */
export interface Look {
  epoch: number;
  /** Activations of each network. */
  blocks: readonly Float32Array[];
  /** By pair, as `pairsOf` orders them. */
  pairs: readonly Alignment[];
  /** Each network with its own start. */
  own: readonly Alignment[];
  /** By pair, each network with the other's twin, which learns the targets of other points: the mean of both ways. */
  shuffled: readonly Alignment[];
}

/** Pairs of so many networks. */
export const pairsOf = (count: number): (readonly [number, number])[] =>
  Array.from({ length: count }, (_, a) => Array.from({ length: count - a - 1 }, (_, k) => [a, a + 1 + k] as const)).flat();

/** Which two networks one picture shows, and of each which representation (0 is the inputs). */
export interface Shown {
  pair: readonly [number, number];
  representations: readonly [number, number];
}

export class Looks {
  all: Look[] = [];
  /** Labels of the compared points. */
  labels: readonly number[] = [];
  /** At every look, each turned onto the one before. */
  pictures: Overlay[] = [];
  /** Why there is no comparison; empty where nothing stands in the way. */
  unseen = '';
  /** Pictures under way are dropped when this changes. */
  private placing = 0;

  /** first: whose worker compares, as it has nothing else to do meanwhile. pictured: whether two of them are to be shown. */
  constructor(
    private readonly first: Experiment,
    private readonly changed: () => void,
    private readonly pictured: boolean,
  ) {}

  forget(): void {
    this.all = [];
    this.pictures = [];
    this.unseen = '';
    this.placing++;
  }

  /** Compares networks and their twins, one of each in the same order, as they are now. */
  async take(networks: readonly Experiment[], twins: readonly Experiment[], shown: () => Shown): Promise<void> {
    const { first } = this;
    const { generation, epoch } = first;
    const late = () => generation !== first.generation;
    if (this.unseen || this.all.at(-1)?.epoch === epoch) return;
    const points = Math.min(mostPoints, first.description?.train_labels.length ?? 0);
    try {
      const seen = await Promise.all([...networks, ...twins].map((one) => one.ask((engine) => engine.activations({ points }))));
      const there = seen.filter((one) => one !== gone);
      if (late() || there.length < seen.length) return;
      const count = networks.length;
      const blocks = there.map(({ block }) => block);
      const now = blocks.slice(0, count);
      const start = this.all[0]?.blocks ?? now;
      const pairs = pairsOf(count);
      const found = await first.ask((engine) =>
        engine.alignment({
          blocks: [...blocks, ...start],
          pairs: [...pairs, ...now.map((_, k) => [k, 2 * count + k] as const)],
          shuffled: pairs.map(([a, b]) => [a, count + a, b, count + b] as const),
        }),
      );
      if (late() || found === gone) return;
      this.labels = there[0]!.labels;
      this.all.push({
        epoch,
        blocks: now,
        pairs: found.slice(0, pairs.length),
        own: found.slice(pairs.length, -pairs.length),
        shuffled: found.slice(-pairs.length),
      });
      if (this.pictured) await this.place(shown());
    } catch (error) {
      this.note(error);
    }
    this.changed();
  }

  /** Other layers or networks, at every look so far. */
  async show(shown: Shown): Promise<void> {
    this.pictures = [];
    this.changed();
    try {
      await this.place(shown);
    } catch (error) {
      this.note(error);
      this.changed();
    }
  }

  /** Of activations that are no numbers nothing can be said. */
  private note(error: unknown): void {
    if (!(error instanceof EngineError)) throw error;
    this.unseen = error.message;
  }

  /** Makes the pictures that are missing, in the order of time. */
  private async place({ pair: [a, b], representations }: Shown): Promise<void> {
    const placing = ++this.placing;
    while (this.pictures.length < this.all.length) {
      const { blocks } = this.all[this.pictures.length]!;
      const onto = this.pictures.at(-1)?.first;
      const request = { blocks: [blocks[a]!, blocks[b]!] as const, layers: representations, dimensions: 3, ...(onto && { onto }) };
      const picture = await this.first.ask((engine) => engine.overlay(request));
      if (picture === gone || placing !== this.placing) return;
      this.pictures.push(picture);
    }
    this.changed();
  }
}
