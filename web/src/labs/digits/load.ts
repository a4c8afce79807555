/**
 * Fetches the packed digits, with progress. Gzip is told by its first bytes, not by the file's
 * name.
 */
import { DigitSet } from './digit-set.ts';

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

/** digits.json, written by scripts/pack-digits.mjs. */
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

/** A file that could not be had, in words for the reader. */
export class LoadError extends Error {
  constructor(file: string, reason: string) {
    super(`${file}: ${reason}`);
    this.name = 'LoadError';
  }
}

export async function loadManifest(base: URL, signal?: AbortSignal): Promise<Manifest> {
  const bytes = await fetchBytes(new URL('digits.json', base), () => {}, signal);
  try {
    return JSON.parse(new TextDecoder().decode(bytes)) as Manifest;
  } catch {
    throw new LoadError('digits.json', 'not the expected list of files');
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

async function fetchBytes(
  url: URL,
  onProgress: (received: number) => void,
  signal?: AbortSignal,
): Promise<Uint8Array<ArrayBuffer>> {
  const file = url.pathname.split('/').pop()!;
  let response: Response;
  try {
    response = await fetch(url, { signal });
  } catch (error) {
    if (signal?.aborted) throw error;
    throw new LoadError(file, 'the connection failed');
  }
  if (!response.ok) throw new LoadError(file, `the server answered ${response.status}`);
  if (!response.body) return new Uint8Array(await response.arrayBuffer());
  const chunks: Uint8Array[] = [];
  let received = 0;
  const reader = response.body.getReader();
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) break;
      chunks.push(value);
      received += value.length;
      onProgress(received);
    }
  } catch (error) {
    if (signal?.aborted) throw error;
    throw new LoadError(file, 'the connection broke off');
  }
  const bytes = new Uint8Array(received);
  let at = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, at);
    at += chunk.length;
  }
  return bytes;
}

/** The bytes as they are, or unpacked if they begin as gzip does. */
export async function gunzipIfNeeded(
  file: string,
  bytes: Uint8Array<ArrayBuffer>,
): Promise<Uint8Array<ArrayBuffer>> {
  if (bytes[0] !== 0x1f || bytes[1] !== 0x8b) return bytes;
  try {
    const unpacked = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('gzip'));
    return new Uint8Array(await new Response(unpacked).arrayBuffer());
  } catch {
    throw new LoadError(file, 'cut off or damaged');
  }
}
