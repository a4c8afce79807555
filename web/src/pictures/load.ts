/**
 * Fetches the packed digits, with progress. Gzip is told by its first bytes, not by the file's
 * name.
 */
import { DigitSet } from './digit-set.ts';
import { fetchBytes } from './fetch.ts';
import { LoadError } from './load-error.ts';

export { LoadError };

interface PackedFile {
  file: string;
  /** As stored. */
  bytes: number;
  unpacked_bytes: number;
}

interface PackedSet {
  count: number;
  count_per_class: number[];
  images: PackedFile;
  labels: PackedFile;
}

/** The sets that come with the site, by their source in a spec; the names are those of their files. */
export const packedSets = { mnist: 'digits', fashion_mnist: 'fashion' } as const;
export type PackedName = (typeof packedSets)[keyof typeof packedSets];

/** digits.json and fashion.json, written by scripts/pack-digits.mjs and pack-fashion.mjs. */
export interface Manifest {
  source: { name: string; authors: string; packed_from: string; note: string };
  side: number;
  first: PackedSet;
  rest: PackedSet;
}

export type SetName = 'first' | 'rest';

export interface Progress {
  loaded: number;
  total: number;
}

export async function loadManifest(
  base: URL,
  set: PackedName = 'digits',
  signal?: AbortSignal,
): Promise<Manifest> {
  const bytes = await fetchBytes(new URL(`${set}.json`, base), () => {}, signal);
  try {
    const list = JSON.parse(new TextDecoder().decode(bytes)) as Manifest;
    // What stands there may be a login page's, or of another version of the site.
    for (const part of [list.first, list.rest]) {
      if ([part.images, part.labels].some(({ file, bytes }) => !file || !(bytes > 0))) throw new Error();
      if (part.count_per_class.length !== 10) throw new Error();
    }
    return list;
  } catch {
    throw new LoadError(`${set}.json`, 'not the expected list of files');
  }
}

/** Loads one part; `onProgress` counts stored bytes of both its files. */
export async function loadSet(
  base: URL,
  manifest: Manifest,
  name: SetName,
  onProgress: (progress: Progress) => void,
  signal?: AbortSignal,
): Promise<DigitSet> {
  const set = manifest[name];
  const files = [set.images, set.labels];
  const total = set.images.bytes + set.labels.bytes;
  const received = files.map(() => 0);
  const parts = await Promise.all(
    files.map(async ({ file, bytes }, k) => {
      const report = (count: number) => {
        // A host that unpacks on the way delivers more bytes than are stored.
        received[k] = Math.min(count, bytes);
        onProgress({ loaded: received.reduce((a, b) => a + b, 0), total });
      };
      return gunzipIfNeeded(file, await fetchBytes(new URL(file, base), report, signal));
    }),
  );
  onProgress({ loaded: total, total });
  try {
    return DigitSet.fromIdx(parts[0]!, parts[1]!);
  } catch (error) {
    throw new LoadError(set.images.file, (error as Error).message);
  }
}

/** The bytes as they are, or unpacked if they begin as gzip does: at most so many, whatever they claim to hold. */
export async function gunzipIfNeeded(
  file: string,
  bytes: Uint8Array<ArrayBuffer>,
  most = 400e6,
): Promise<Uint8Array<ArrayBuffer>> {
  if (bytes[0] !== 0x1f || bytes[1] !== 0x8b) return bytes;
  if (typeof DecompressionStream === 'undefined') {
    throw new LoadError(file, 'packed by gzip, and this browser cannot unpack that (it lacks DecompressionStream); a newer one can');
  }
  const parts: Uint8Array<ArrayBuffer>[] = [];
  let size = 0;
  try {
    const reader = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('gzip')).getReader();
    for (;;) {
      const { done, value } = await reader.read();
      if (done) break;
      size += value.length;
      if (size > most) {
        void reader.cancel();
        throw new LoadError(file, `unpacked, larger than the ${most.toLocaleString('en')} bytes that fit`);
      }
      parts.push(value);
    }
  } catch (error) {
    throw error instanceof LoadError ? error : new LoadError(file, 'cut off or damaged');
  }
  return new Uint8Array(await new Blob(parts).arrayBuffer());
}
