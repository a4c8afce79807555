/** The sets of pictures that there are: those that come with the site, as far as they are loaded, and the reader's own. */
import type { ImagesTask, Spec } from '../../spec/types.ts';
import { digitsStrings as strings } from '../../strings/digits.ts';
import type { DigitSet } from '../../pictures/digit-set.ts';
import { DigitSource } from '../../pictures/digit-source.ts';
import { enough } from './subset.ts';

/** Labels that are digits are their own names. */
const digitNames: readonly string[] = Array.from({ length: 10 }, (_, label) => String(label));

export const taskOf = (spec: Spec) => spec.task as ImagesTask;

export class PictureSets {
  /** The reader's own pictures; null until given. */
  own: DigitSet | null = null;
  private readonly digits: DigitSource;
  private readonly fashion: DigitSource;

  constructor(changed: () => void) {
    this.digits = new DigitSource(changed);
    this.fashion = new DigitSource(changed, 'fashion');
  }

  /** Of the sets that come with the site, the one that is meant, or the digits. */
  source({ source }: ImagesTask): DigitSource {
    return source === 'fashion_mnist' ? this.fashion : this.digits;
  }

  /** Whether the pictures are files that the reader opens: CIFAR-10 does not come with the site. */
  isOwn({ source }: ImagesTask): boolean {
    return source === 'custom' || source === 'cifar10';
  }

  /** The pictures, as far as they are there. */
  of(task: ImagesTask): DigitSet | null {
    return this.isOwn(task) ? this.own : this.source(task).packed;
  }

  /** Loads the first of them, where that is possible. */
  async load(task: ImagesTask): Promise<void> {
    if (!this.isOwn(task)) await this.source(task).loadFirst();
  }

  /** Pictures that carry each label, also those not loaded yet; null before they are known. */
  countPerClass(task: ImagesTask): readonly number[] | null {
    return this.isOwn(task) ? (this.own?.countPerClass() ?? null) : this.source(task).totalPerClass;
  }

  /** Whether the settings take pictures that have not been loaded. */
  needsMore(task: ImagesTask): boolean {
    const set = this.of(task);
    if (this.isOwn(task) || !set || this.source(task).complete) return false;
    // What is no number of pictures at all is refused, not waited for.
    if (![task.train_count, task.held_out_count].every(Number.isInteger)) return false;
    return !enough(set.countPerClass(), task.classes, task.train_count, task.held_out_count);
  }

  /** What each label stands for, in a word. */
  names(task: ImagesTask): readonly string[] {
    const known: Partial<Record<string, readonly string[]>> = strings.classNames;
    return this.of(task)?.names ?? known[task.source] ?? digitNames;
  }
}
