/** The module of algebra as typed calls: of points and activations that are brought, and of no experiment. */
import { Exchange } from './exchange.ts';
import type { AlignmentRequest, Alignments, LayerCloud, Overlay, OverlayRequest, Scaling, ScalingRequest } from './protocol.ts';
import type { AlgebraExports } from './wasm-loader.ts';

/** Activations that go in as one block of memory, and how many numbers they are. */
function joined(blocks: readonly Float32Array[]): Float32Array<ArrayBuffer> {
  const all = new Float32Array(blocks.reduce((sum, block) => sum + block.length, 0));
  let at = 0;
  for (const block of blocks) {
    all.set(block, at);
    at += block.length;
  }
  return all;
}

export class Algebra extends Exchange<AlgebraExports> {
  scaling({ squaredDistances, points, dimensions = 2, onto = [] }: ScalingRequest): Scaling {
    const take = this.numbers(
      this.withNumbers(squaredDistances, (distances, count) =>
        this.withNumbers(Float64Array.from(onto), (first, numbers) =>
          this.wasm.reprise_scaling(distances, count, first, numbers, points, dimensions),
        ),
      ),
    );
    const [moments] = take(1) as unknown as [number];
    const shares = take(moments);
    return { shares, coordinates: take(moments * points * dimensions) };
  }

  /** One picture turned onto another, points x dimensions each. */
  turn(picture: Float64Array, onto: Float64Array, dimensions: number): Float64Array {
    const take = this.numbers(
      this.withNumbers(picture, (at, count) =>
        this.withNumbers(onto, (ontoAt, ontoCount) =>
          this.wasm.reprise_turn(at, count, ontoAt, ontoCount, dimensions),
        ),
      ),
    );
    const [points] = take(1) as unknown as [number];
    return take(points * dimensions);
  }

  alignment({ blocks, pairs, shuffled = [] }: AlignmentRequest): Alignments {
    const layers = blocks.map(layersOf);
    const all = joined(blocks);
    const take = this.numbers(
      this.withBytes(all.buffer, (at) =>
        this.withBytes(Int32Array.from(pairs.flat()).buffer, (pairsAt) =>
          this.withBytes(Int32Array.from(shuffled.flat()).buffer, (shuffledAt) =>
            this.wasm.reprise_alignment(at, all.length, pairsAt, pairs.length, shuffledAt, shuffled.length),
          ),
        ),
      ),
    );
    take(1);
    return [...pairs, ...shuffled.map(([one, , other]) => [one, other] as const)].map(([one, other]) => {
      const [rows, columns] = [layers[one]!, layers[other]!];
      const values = take(3 * rows * columns);
      const measure = (k: number) => Float64Array.from({ length: rows * columns }, (_, cell) => values[3 * cell + k]!);
      return { rows, columns, cka: measure(0), rsa: measure(1), procrustes: measure(2) };
    });
  }

  overlay({ blocks, layers, dimensions = 3, onto = new Float32Array() }: OverlayRequest): Overlay {
    const all = joined(blocks);
    const take = this.numbers(
      this.withBytes(all.buffer, (at) =>
        this.withNumbers(Float64Array.from(onto), (ontoAt, ontoCount) =>
          this.wasm.reprise_overlay(at, all.length, layers[0], layers[1], ontoAt, ontoCount, dimensions),
        ),
      ),
    );
    const [points, share, procrustes] = take(3) as unknown as [number, number, number];
    const cloud = () => new Float32Array(take(points * dimensions));
    return { points, dimensions, share, procrustes, first: cloud(), second: cloud() };
  }

  /** A hidden layer, as the core gives it, as a picture that is turned onto one before. */
  cloud(layer: Float32Array, neighbours: number, onto?: Pick<LayerCloud, 'solid' | 'flat'>): Omit<LayerCloud, 'epoch'> {
    const before = onto ? Float64Array.of(...onto.solid, ...onto.flat) : new Float64Array(0);
    const take = this.numbers(
      this.withBytes(layer.slice().buffer, (at) =>
        this.withNumbers(before, (ontoAt, ontoCount) =>
          this.wasm.reprise_cloud(at, layer.length, ontoAt, ontoCount, neighbours),
        ),
      ),
    );
    const [points] = take(1) as unknown as [number];
    const explained = Array.from(take(3));
    const [spread, angles, agreement] = take(3) as unknown as [number, number, number];
    const solid = new Float32Array(take(3 * points));
    const flat = new Float32Array(take(2 * points));
    const nearest = Uint16Array.from(take(neighbours * points));
    return { points, explained, spread, angles, agreement, solid, flat, neighbours: nearest };
  }
}

/** How many representations a block holds. */
const layersOf = (block: Float32Array) => block[1] ?? 0;
