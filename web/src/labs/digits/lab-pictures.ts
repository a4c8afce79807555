import type { Picture } from './digit-image.ts';
import type { DigitSet } from '../../pictures/digit-set.ts';
import type { TrainingPicture } from './pair-picker.ts';
import type { Subset } from './subset.ts';

/** What pictures are dealt from. */
interface Dealt {
  readonly set: DigitSet | null;
  readonly subset: Subset | null;
}

/**
 * The pictures that the lab's elements show. The functions are new whenever the pictures behind
 * them change, so that the elements that hold them notice.
 */
export class LabPictures {
  private sampledFrom: DigitSet | null = null;
  private sampled: (Picture | null)[] = [];
  private subset: Subset | null = null;
  private trainingPicture: (index: number) => TrainingPicture | null = () => null;
  private heldOutPicture: (index: number) => Picture | null = () => null;

  /** One picture of each label, to choose by. */
  samples(set: DigitSet | null): readonly (Picture | null)[] {
    if (set !== this.sampledFrom || this.sampled.length === 0) {
      this.sampledFrom = set;
      this.sampled = Array.from({ length: 10 }, (_, label) => {
        const index = set ? set.labels.indexOf(label) : -1;
        return set && index >= 0 ? pictureAt(set, index) : null;
      });
    }
    return this.sampled;
  }

  /** A training picture by its index. */
  training(dealt: Dealt): (index: number) => TrainingPicture | null {
    this.renew(dealt);
    return this.trainingPicture;
  }

  /** A held-out picture by its number. */
  heldOut(dealt: Dealt): (index: number) => Picture | null {
    this.renew(dealt);
    return this.heldOutPicture;
  }

  private renew({ set, subset }: Dealt): void {
    if (subset === this.subset) return;
    this.subset = subset;
    const at = (index: number | undefined) =>
      set && index !== undefined ? { ...pictureAt(set, index), label: set.labels[index]! } : null;
    this.trainingPicture = (k) => at(subset?.train[k]);
    this.heldOutPicture = (k) => at(subset?.heldOut[k]);
  }
}

function pictureAt(set: DigitSet, index: number): Picture {
  const { height, width, channels } = set;
  return { pixels: set.picture(index), height, width, channels };
}
