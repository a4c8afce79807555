/** Pictures of a cloud over time. */

/** All points in three dimensions at one moment. */
export interface Frame {
  epoch: number;
  /** points x 3, row by row, with mean zero. */
  coordinates: Float32Array;
  /** Share of all variance that each dimension held before the cloud was turned onto the one before. */
  explained: readonly number[];
}

/** Distance of the farthest point from the middle. */
export function radius(coordinates: ArrayLike<number>): number {
  let most = 0;
  for (let p = 0; p < coordinates.length; p += 3) {
    most = Math.max(most, Math.hypot(coordinates[p]!, coordinates[p + 1]!, coordinates[p + 2]!));
  }
  return most;
}

/** A run keeps about this many pictures of each layer. */
const framesKept = 120;

/** Pictures of every layer of a run, in order of time. */
export class FrameSeries<F extends Frame = Frame> {
  private byLayer: F[][] = [];

  of(layer: number): readonly F[] {
    return this.byLayer[layer] ?? [];
  }

  /** Of every layer, at the present moment. */
  add(frames: readonly F[]): void {
    frames.forEach((frame, layer) => (this.byLayer[layer] ??= []).push(frame));
  }

  clear(): void {
    this.byLayer = [];
  }

  /** Whether the present moment is to be kept: at the start, now and then, and at the end. */
  due({ epoch, epochs }: { epoch: number; epochs: number }, over: boolean): boolean {
    const last = this.byLayer[0]?.at(-1)?.epoch ?? -Infinity;
    return over ? epoch > last : epoch - last >= epochs / framesKept;
  }
}
