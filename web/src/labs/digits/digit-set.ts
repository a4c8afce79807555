import { parseIdx, writeIdx } from './idx.ts';

/** Labelled grey pictures of one size. */
export class DigitSet {
  readonly count: number;
  readonly height: number;
  readonly width: number;
  /** count x height x width, row by row; 0 is paper, 255 is ink. */
  readonly pixels: Uint8Array;
  /** count values, 0 to 9. */
  readonly labels: Uint8Array;

  private constructor(height: number, width: number, pixels: Uint8Array, labels: Uint8Array) {
    this.count = labels.length;
    this.height = height;
    this.width = width;
    this.pixels = pixels;
    this.labels = labels;
  }

  /** From the bytes of two IDX files. Throws if they do not belong together. */
  static fromIdx(images: Uint8Array, labels: Uint8Array): DigitSet {
    const pictures = parseIdx(images);
    const names = parseIdx(labels);
    const [count, height, width] = pictures.sizes;
    if (pictures.sizes.length !== 3 || names.sizes.length !== 1 || names.sizes[0] !== count) {
      throw new Error(
        `pictures of sizes ${pictures.sizes.join(' x ')} with labels of sizes ${names.sizes.join(' x ')}`,
      );
    }
    return new DigitSet(height!, width!, pictures.data, names.data);
  }

  /** This set followed by another of the same picture size. */
  concat(more: DigitSet): DigitSet {
    if (more.height !== this.height || more.width !== this.width) {
      throw new Error('the pictures differ in size');
    }
    const join = (a: Uint8Array, b: Uint8Array) => {
      const both = new Uint8Array(a.length + b.length);
      both.set(a);
      both.set(b, a.length);
      return both;
    };
    return new DigitSet(
      this.height,
      this.width,
      join(this.pixels, more.pixels),
      join(this.labels, more.labels),
    );
  }

  /** The pixels of picture `index`: a view. */
  picture(index: number): Uint8Array {
    const size = this.height * this.width;
    return this.pixels.subarray(index * size, (index + 1) * size);
  }

  /** How many pictures carry each label 0 to 9. */
  countPerClass(): number[] {
    const counts = new Array<number>(10).fill(0);
    for (const label of this.labels) if (label < 10) counts[label]!++;
    return counts;
  }

  /** As the core takes them: the bytes of two IDX files. */
  toIdx(): { images: ArrayBuffer; labels: ArrayBuffer } {
    return {
      images: writeIdx([this.count, this.height, this.width], this.pixels).buffer,
      labels: writeIdx([this.count], this.labels).buffer,
    };
  }
}
