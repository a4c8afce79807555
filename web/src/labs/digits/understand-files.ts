/** Reads a reader's own files. Loaded when there are some: most readers bring none. */
import { digitsStrings as strings } from '../../strings/digits.ts';
import { cifarRecord, DigitSet } from './digit-set.ts';
import { gunzipIfNeeded } from './load.ts';
import type { OwnFiles } from './own-pictures.ts';
import { isPicture, setFromPictures } from './picture-files.ts';

/** Tells by their names and bytes what the files are. Throws in words for the reader. */
export async function understand(given: File[]): Promise<OwnFiles> {
  // Folders hold files that no reader means, such as those of the system.
  const files = given.filter(({ name }) => !name.startsWith('.'));
  const pictures = files.filter(isPicture);
  if (pictures.length > 0 && pictures.length >= files.length / 2) {
    return { set: await setFromPictures(pictures), source: 'custom' };
  }
  const contents = await Promise.all(
    files.map(async (file) => gunzipIfNeeded(file.name, new Uint8Array(await file.arrayBuffer()))),
  );
  const isIdx = (bytes: Uint8Array) => bytes[0] === 0 && bytes[1] === 0 && bytes[2] === 8;
  if (contents.every((bytes) => bytes.length % cifarRecord === 0 && !isIdx(bytes))) {
    try {
      const sets = contents.map((bytes) => DigitSet.fromCifar10(bytes));
      return { set: sets.reduce((all, set) => all.concat(set)), source: 'cifar10' };
    } catch (error) {
      throw new Error(strings.ownCifar((error as Error).message));
    }
  }
  if (contents.length !== 2) throw new Error(strings.ownNeedTwo);
  const [one, two] = contents;
  // The fourth byte is the number of dimensions: 1 for labels. When unclear the core will say so.
  const labelsFirst = one![3] === 1 && two![3] !== 1;
  const [images, labels] = labelsFirst ? [two!, one!] : [one!, two!];
  return { images, labels };
}
