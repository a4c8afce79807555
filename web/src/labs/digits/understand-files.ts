/** Reads a reader's own files. Loaded when there are some: most readers bring none. */
import { ownPicturesStrings as words } from '../../strings/own-pictures.ts';
import { cifarRecord, DigitSet } from '../../pictures/digit-set.ts';
import { pathOf } from '../../shell/dropped-files.ts';
import { gunzipAll } from './gzip-members.ts';
import type { IdxFile, OwnFiles } from './own-files.ts';
import { isPicture, setFromPictures } from './picture-files.ts';
import { mostPictureValues } from './thresholds.ts';

const namesOf = (files: readonly { name: string }[]) => files.map(({ name }) => name).join(', ');

/** Folders hold files that no reader means: hidden ones, and those that systems leave in them. */
function isMeant(file: File): boolean {
  const path = (pathOf(file) || file.name).split('/').filter((part) => part !== '.');
  return !path.some((part) => /^(\..*|__MACOSX|Thumbs\.db|desktop\.ini)$/i.test(part));
}

/** Tells by their names and bytes what the files are. Throws in words for the reader. */
export async function understand(given: File[]): Promise<OwnFiles> {
  const files = given.filter(isMeant);
  const pictures = files.filter(isPicture);
  if (pictures.length > 0 && pictures.length >= files.length / 2) {
    return { set: await setFromPictures(pictures), source: 'custom', name: words.pictures(pictures.length) };
  }
  const contents = await Promise.all(
    files.map(async (file): Promise<IdxFile> => {
      const { name } = file;
      if (file.size > mostPictureValues) throw new Error(words.tooManyBytes(name));
      return { name, bytes: await gunzipAll(name, new Uint8Array(await file.arrayBuffer()), mostPictureValues) };
    }),
  );
  const isIdx = ({ bytes }: IdxFile) => bytes[0] === 0 && bytes[1] === 0 && bytes[2] === 8;
  if (contents.length > 0 && contents.every((file) => file.bytes.length % cifarRecord === 0 && !isIdx(file))) {
    const sets = contents.map(({ name, bytes }) => {
      try {
        return DigitSet.fromCifar10(bytes);
      } catch (error) {
        throw new Error(words.cifar(name, (error as Error).message));
      }
    });
    return { set: sets.reduce((all, set) => all.concat(set)), source: 'cifar10', name: namesOf(contents) };
  }
  const [one, two] = contents;
  if (!one || !two || contents.length > 2) throw new Error(words.needTwo(namesOf(contents.slice(0, 3)), contents.length));
  // The fourth byte is the number of dimensions: 1 for labels. When unclear the core will say so.
  const labelsFirst = one.bytes[3] === 1 && two.bytes[3] !== 1;
  return labelsFirst ? { images: two, labels: one } : { images: one, labels: two };
}
