/** The reader's own pictures: why they are refused, and settings that suit them. */
import { Engine, EngineError } from '../../engine/client.ts';
import { withField } from '../../spec/paths.ts';
import type { Spec } from '../../spec/types.ts';
import type { DigitSet } from './digit-set.ts';
import type { IdxFiles } from './own-pictures.ts';

/** The core's own words about files that cannot be read; null if it has none. */
export async function whyRefused(spec: Spec, files: IdxFiles): Promise<string | null> {
  const engine = new Engine();
  try {
    await engine.create(spec, { images: files.images.buffer, labels: files.labels.buffer });
    return null;
  } catch (error) {
    return error instanceof EngineError ? error.message : null;
  } finally {
    engine.close();
  }
}

/** All labels that occur, four fifths of the pictures for training, at most 2,000 and 500. */
export function specForOwn(
  spec: Spec,
  set: DigitSet,
  source: 'custom' | 'cifar10' = 'custom',
): Spec {
  const counts = set.countPerClass();
  const classes = counts.flatMap((count, label) => (count > 0 ? [label] : []));
  const least = Math.min(...classes.map((label) => counts[label]!));
  const train = Math.min(Math.floor(0.8 * least), Math.floor(2000 / classes.length));
  const heldOut = Math.min(least - train, Math.floor(500 / classes.length));
  let own = withField(spec, 'task.source', source);
  own = withField(own, 'task.classes', classes);
  own = withField(own, 'task.train_count', train * classes.length);
  own = withField(own, 'task.held_out_count', heldOut * classes.length);
  own = withField(own, 'observe.points', [0, 1]);
  const { batch } = own.training;
  return batch !== 'full' && batch > train * classes.length
    ? withField(own, 'training.batch', 'full')
    : own;
}
