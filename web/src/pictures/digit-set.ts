import { parseIdx, writeIdx } from './idx.ts';

/** A record of CIFAR-10's binary files: one label, then 32 x 32 values of red, of green and of blue. */
const cifarSide = 32;
const cifarPixels = cifarSide * cifarSide;
export const cifarRecord = 1 + 3 * cifarPixels;

/** What a set is made of. */
interface Content {
  height: number;
  width: number;
  /** 1 for grey, 3 for red, green, blue. */
  channels: number;
  /** count x height x width x channels, row by row. */
  pixels: Uint8Array;
  labels: Uint8Array;
  /** What each label stands for, if it has a name. */
  names?: readonly string[];
}

/** Labelled pictures of one size. */
export class DigitSet {
  readonly count: number;
  readonly height: number;
  readonly width: number;
  readonly channels: number;
  /**
   * count x height x width x channels, row by row, the channels of a pixel side by side. In grey pictures of
   * MNIST's kind 0 is paper and 255 ink.
   */
  readonly pixels: Uint8Array;
  /** count values, 0 to 9. */
  readonly labels: Uint8Array;
  /** What each label stands for; null if the labels are all there is to say. */
  readonly names: readonly string[] | null;

  private constructor({ height, width, channels, pixels, labels, names }: Content) {
    this.count = labels.length;
    this.height = height;
    this.width = width;
    this.channels = channels;
    this.pixels = pixels;
    this.labels = labels;
    this.names = names ?? null;
  }

  /** From the bytes of two IDX files. Throws if they do not belong together. */
  static fromIdx(images: Uint8Array, labels: Uint8Array): DigitSet {
    const pictures = parseIdx(images);
    const names = parseIdx(labels);
    const [count, height, width, channels = 1] = pictures.sizes;
    const shaped = pictures.sizes.length === 3 || (pictures.sizes.length === 4 && channels % 2 === 1);
    if (!shaped || channels > 3 || names.sizes.length !== 1 || names.sizes[0] !== count) {
      throw new Error(
        `pictures of sizes ${pictures.sizes.join(' x ')} with labels of sizes ${names.sizes.join(' x ')}`,
      );
    }
    return new DigitSet({
      height: height!,
      width: width!,
      channels,
      pixels: pictures.data,
      labels: names.data,
    });
  }

  /** From a CIFAR-10 binary file, or several one after another. Throws if it is none. */
  static fromCifar10(bytes: Uint8Array): DigitSet {
    const count = bytes.length / cifarRecord;
    if (!Number.isInteger(count) || count === 0) {
      throw new Error(`${bytes.length} bytes, where a multiple of ${cifarRecord} is expected`);
    }
    const labels = new Uint8Array(count);
    const pixels = new Uint8Array(3 * cifarPixels * count);
    for (let k = 0; k < count; k++) {
      const at = k * cifarRecord;
      labels[k] = bytes[at]!;
      if (labels[k]! > 9) throw new Error(`picture ${k + 1} has the label ${labels[k]}, not 0 to 9`);
      for (let p = 0; p < cifarPixels; p++) {
        for (let c = 0; c < 3; c++) {
          pixels[3 * (k * cifarPixels + p) + c] = bytes[at + 1 + c * cifarPixels + p]!;
        }
      }
    }
    return new DigitSet({ height: cifarSide, width: cifarSide, channels: 3, pixels, labels });
  }

  /** From pictures of one size, with a label each. */
  static fromPictures(content: Content): DigitSet {
    return new DigitSet(content);
  }

  /** This set followed by another of the same picture size. */
  concat(more: DigitSet): DigitSet {
    const { height, width, channels } = this;
    if (more.height !== height || more.width !== width || more.channels !== channels) {
      throw new Error('the pictures differ in size');
    }
    const join = (a: Uint8Array, b: Uint8Array) => {
      const both = new Uint8Array(a.length + b.length);
      both.set(a);
      both.set(b, a.length);
      return both;
    };
    return new DigitSet({
      height,
      width,
      channels,
      pixels: join(this.pixels, more.pixels),
      labels: join(this.labels, more.labels),
      names: this.names ?? undefined,
    });
  }

  /** The pixels of picture `index`: a view. */
  picture(index: number): Uint8Array {
    const size = this.height * this.width * this.channels;
    return this.pixels.subarray(index * size, (index + 1) * size);
  }

  /** How many pictures carry each label 0 to 9. */
  countPerClass(): number[] {
    const counts = new Array<number>(10).fill(0);
    for (const label of this.labels) if (label < 10) counts[label]!++;
    return counts;
  }

  /** As the core takes them: the bytes of two IDX files, with a fourth size for the channels of colour. */
  toIdx(): { images: ArrayBuffer; labels: ArrayBuffer } {
    const { count, height, width, channels } = this;
    const sizes = channels === 1 ? [count, height, width] : [count, height, width, channels];
    return {
      images: writeIdx(sizes, this.pixels).buffer,
      labels: writeIdx([count], this.labels).buffer,
    };
  }
}
