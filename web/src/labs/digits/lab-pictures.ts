import type { Picture } from './digit-image.ts';
import type { DigitSet } from './digit-set.ts';
import type { TrainingPicture } from './pair-picker.ts';
import type { DigitsRun } from './run.ts';

/** What the pictures are taken from. */
interface Owner {
  readonly run: DigitsRun;
  readonly set: DigitSet | null;
}

/**
 * The pictures that the lab's elements show. The functions are new whenever the pictures behind
 * them change, so that the elements that hold them notice.
 */
export class LabPictures {
  private readonly owner: Owner;
  private sampledFrom: DigitSet | null = null;
  private samplePictures: (Picture | null)[] = [];
  private dealt: object | null = null;
  private trainingPicture: (index: number) => TrainingPicture | null = () => null;
  private heldOutPicture: (index: number) => Picture | null = () => null;

  constructor(owner: Owner) {
    this.owner = owner;
  }

  /** One picture of each label, to choose by. */
  get samples(): readonly (Picture | null)[] {
    const { set } = this.owner;
    if (set !== this.sampledFrom) {
      this.sampledFrom = set;
      this.samplePictures = Array.from({ length: 10 }, (_, label) => {
        const index = set ? set.labels.indexOf(label) : -1;
        return set && index >= 0 ? pictureAt(set, index) : null;
      });
    }
    return this.samplePictures;
  }

  /** A training picture by its index. */
  get training(): (index: number) => TrainingPicture | null {
    this.renew();
    return this.trainingPicture;
  }

  /** A held-out picture by its number. */
  get heldOut(): (index: number) => Picture | null {
    this.renew();
    return this.heldOutPicture;
  }

  private renew(): void {
    const { subset, set } = this.owner.run;
    if (subset === this.dealt) return;
    this.dealt = subset;
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
