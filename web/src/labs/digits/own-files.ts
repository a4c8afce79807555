/** The reader's own pictures: whether they can be used, why not, and settings that suit them. */
import { Engine, EngineError } from '../../engine/client.ts';
import type { PictureData } from '../../engine/experiment.ts';
import { withField } from '../../spec/paths.ts';
import type { Spec } from '../../spec/types.ts';
import { ownPicturesStrings as words } from '../../strings/own-pictures.ts';
import { DigitSet } from '../../pictures/digit-set.ts';
import { notablePictures } from './notable-pictures.ts';
import { ownHeldOut, ownTrained } from './thresholds.ts';

/** An IDX file, unpacked but not yet understood. */
export interface IdxFile {
  name: string;
  bytes: Uint8Array<ArrayBuffer>;
}

/** Two IDX files, or pictures that are understood already. `name`: of the files. */
export type OwnFiles =
  | { images: IdxFile; labels: IdxFile }
  | { set: DigitSet; source: 'custom' | 'cifar10'; name: string };

/**
 * The pictures and settings to train on them, which the core takes for sure, and what is to be known of them. Rejects otherwise, in words that name the
 * file, the place in it and what is allowed; nothing is changed until then.
 */
export async function takeOwn(files: OwnFiles, present: Spec): Promise<{ set: DigitSet; spec: Spec; notice: string }> {
  const set = 'set' in files ? files.set : await readIdx(files, present);
  const named = 'set' in files ? files.name : files.labels.name;
  const beyond = set.labels.findIndex((label) => label > 9);
  if (beyond >= 0) throw new Error(words.label(named, beyond + 1, set.labels[beyond]!));
  const counts = set.countPerClass();
  const classes = counts.flatMap((count, label) => (count > 0 ? [label] : []));
  const nameOf = (label: number) => set.names?.[label] ?? String(label);
  if (classes.length < 2) throw new Error(words.oneClass(named, classes.map(nameOf).join()));
  const scarce = classes.find((label) => counts[label]! < 2);
  if (scarce !== undefined) throw new Error(words.scarce(named, nameOf(scarce)));
  if (alike(set)) throw new Error(words.alike(named));
  const spec = specForOwn(present, set, 'set' in files ? files.source : 'custom');
  const refusal = await whyRefused(spec, set.toIdx());
  if (refusal) throw new Error(`${named}: ${refusal.message}`);
  return { set, spec, notice: noticeOf(set) };
}

/** What the reader should know of pictures that can be used. */
function noticeOf(set: DigitSet): string {
  const { blank, twins } = notablePictures(set);
  const otherwise = twins.filter(([one, other]) => set.labels[one] !== set.labels[other]);
  return [
    ...(blank.length > 0 ? [words.blank(blank.length, set.count, blank[0]!)] : []),
    ...(twins.length > 0 ? [words.twins(twins.length, ...twins[0]!, otherwise.length)] : []),
  ].join(' ');
}

/** Whether every picture has the values of the first. */
function alike({ pixels, count }: DigitSet): boolean {
  const size = pixels.length / count;
  return pixels.every((value, k) => value === pixels[k % size]);
}

async function readIdx({ images, labels }: { images: IdxFile; labels: IdxFile }, present: Spec): Promise<DigitSet> {
  try {
    return DigitSet.fromIdx(images.bytes, labels.bytes);
  } catch (error) {
    // The core has better words for its own format.
    const data = { images: images.bytes.buffer, labels: labels.bytes.buffer };
    const refusal = await whyRefused(withField(present, 'task.source', 'custom'), data);
    const faulty = refusal?.failure.problem?.field.startsWith('labels') ? labels : images;
    throw new Error(`${faulty.name}: ${(refusal ?? (error as Error)).message}`);
  }
}

/** The core's own words, from an engine of its own; null if it takes them. */
async function whyRefused(spec: Spec, data: PictureData): Promise<EngineError | null> {
  const engine = new Engine();
  try {
    await engine.create(spec, data);
    return null;
  } catch (error) {
    if (error instanceof EngineError) return error;
    throw error;
  } finally {
    engine.close();
  }
}

/** All labels that occur, four fifths of the pictures for training, up to a number that is learnt within seconds. */
export function specForOwn(
  spec: Spec,
  set: DigitSet,
  source: 'custom' | 'cifar10' = 'custom',
): Spec {
  const counts = set.countPerClass();
  const classes = counts.flatMap((count, label) => (count > 0 ? [label] : []));
  const least = Math.min(...classes.map((label) => counts[label]!));
  const train = Math.min(Math.floor(0.8 * least), Math.floor(ownTrained / classes.length));
  const heldOut = Math.min(least - train, Math.floor(ownHeldOut / classes.length));
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
