/** Picture files of the reader's, as a labelled set: decoded by the browser, their class told by their names. */
import { ownPicturesStrings as words } from '../../strings/own-pictures.ts';
import { DigitSet } from '../../pictures/digit-set.ts';
import { pathOf } from '../../shell/dropped-files.ts';
import { mostPictureValues } from './thresholds.ts';

export const isPicture = ({ name, type }: File) =>
  type.startsWith('image/') || /\.(png|jpe?g|gif|webp|bmp)$/i.test(name);

/** A picture's class: the folder it lies in, or else its name up to the first "-", "_", space or digit. */
export function classOf(path: string, name: string): string {
  const folders = path.split('/').slice(0, -1);
  // The outermost folder is the one that was chosen: it holds all classes.
  if (folders.length > 1) return folders.at(-1)!;
  return /^(\d+(?=[-_ ])|[^-_ \d.]+)/.exec(name)?.[0] ?? '';
}

/** Names of classes in order, numbers by their value. */
export function orderOf(names: Iterable<string>): string[] {
  return [...new Set(names)].sort((a, b) => a.localeCompare(b, 'en', { numeric: true }));
}

interface Decoded {
  height: number;
  width: number;
  /** Red, green, blue and opacity of each pixel. */
  data: Uint8ClampedArray;
}

async function decode(file: File): Promise<Decoded> {
  let bitmap: ImageBitmap;
  try {
    // As the file has it: no colours adapted to the screen, no alpha multiplied in.
    bitmap = await createImageBitmap(file, {
      premultiplyAlpha: 'none',
      colorSpaceConversion: 'none',
    });
  } catch {
    throw new Error(words.unreadable(file.name));
  }
  const { width, height } = bitmap;
  const canvas = document.createElement('canvas');
  canvas.width = width;
  canvas.height = height;
  const context = canvas.getContext('2d', { willReadFrequently: true })!;
  // What is transparent is black, as nothing is in MNIST's pictures.
  context.fillStyle = 'black';
  context.fillRect(0, 0, width, height);
  context.drawImage(bitmap, 0, 0);
  bitmap.close();
  return { width, height, data: context.getImageData(0, 0, width, height).data };
}

/** Throws, in words for the reader, if the pictures do not make a set. */
export async function setFromPictures(files: readonly File[]): Promise<DigitSet> {
  const classes = files.map((file) => {
    const name = classOf(pathOf(file), file.name);
    if (!name) throw new Error(words.noClass(file.name));
    return name;
  });
  const names = orderOf(classes);
  if (names.length < 2 || names.length > 10) {
    const surplus = files[classes.indexOf(names[10] ?? names[0]!)]!.name;
    throw new Error(words.classes(surplus, names.length, names.slice(0, 12).join(', ')));
  }
  const order = files.map((_, k) => k).sort((a, b) => (files[a]!.name < files[b]!.name ? -1 : 1));
  const decoded: Decoded[] = [];
  let grey = true;
  for (const k of order) {
    const picture = await decode(files[k]!);
    const first = decoded[0] ?? picture;
    if (picture.width !== first.width || picture.height !== first.height) {
      const size = ({ width, height }: Decoded) => `${width} × ${height}`;
      throw new Error(
        words.sizes(files[order[0]!]!.name, size(first), files[k]!.name, size(picture)),
      );
    }
    const values = 3 * picture.width * picture.height * files.length;
    if (values > mostPictureValues) throw new Error(words.tooLarge(files[k]!.name, values));
    for (let p = 0; grey && p < picture.data.length; p += 4) {
      grey = picture.data[p] === picture.data[p + 1] && picture.data[p] === picture.data[p + 2];
    }
    decoded.push(picture);
  }
  const { width, height } = decoded[0]!;
  const channels = grey ? 1 : 3;
  const pixels = new Uint8Array(channels * width * height * decoded.length);
  let at = 0;
  for (const { data } of decoded) {
    for (let p = 0; p < data.length; p += 4) {
      for (let c = 0; c < channels; c++) pixels[at++] = data[p + c]!;
    }
  }
  const labels = Uint8Array.from(order, (k) => names.indexOf(classes[k]!));
  return DigitSet.fromPictures({ height, width, channels, pixels, labels, names });
}
