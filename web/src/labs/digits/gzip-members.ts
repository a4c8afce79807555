/**
 * A reader's gzip as other programs take it: members one after another (`cat a.gz b.gz`, blocks of bgzip), and zeros behind the last (from
 * tapes and archives). Browsers unpack one member and take whatever follows for damage, without saying where it began.
 */
import { gunzipIfNeeded } from '../../pictures/load.ts';

/** So many ends are tried in vain in all: bytes that look like a member's beginning stand in its data once in 134 million. */
const mostTries = 64;

/** Where the member that begins at `from` may end: before what looks like another's beginning, or before zeros up to the file's end. */
function* ends(bytes: Uint8Array, from: number): Generator<number> {
  for (let at = bytes.indexOf(0x1f, from + 1); at >= 0; at = bytes.indexOf(0x1f, at + 1)) {
    if (bytes[at + 1] === 0x8b && bytes[at + 2] === 8 && (bytes[at + 3] ?? 0xff) < 0x20) yield at;
  }
  let last = bytes.length;
  while (bytes[last - 1] === 0) last--;
  // The last four bytes of a member are its size, which may end in zeros of its own.
  for (let at = Math.min(last + 3, bytes.length); at >= last; at--) yield at;
}

/** The bytes as they are, or all members unpacked: at most `most` bytes. Throws in words for the reader. */
export async function gunzipAll(file: string, bytes: Uint8Array<ArrayBuffer>, most: number): Promise<Uint8Array<ArrayBuffer>> {
  /** Null where these bytes are no whole member. */
  const member = async (from: number, to: number, room: number) => {
    try {
      return await gunzipIfNeeded(file, bytes.subarray(from, to), room);
    } catch (error) {
      if ((error as Error).message.endsWith('cut off or damaged')) return null;
      throw error;
    }
  };
  const all = await member(0, bytes.length, most);
  if (all) return all;
  const parts: Uint8Array<ArrayBuffer>[] = [];
  let tries = 0;
  let room = most;
  for (let from = 0; from < bytes.length && bytes.subarray(from).some(Boolean); ) {
    let part: Uint8Array<ArrayBuffer> | null = null;
    for (const end of ends(bytes, from)) {
      part = await member(from, end, room);
      if (part) {
        parts.push(part);
        room -= part.length;
        from = end;
        break;
      }
      if (++tries > mostTries) break;
    }
    // In the same words as of one member.
    if (!part) return gunzipIfNeeded(file, bytes, most);
  }
  return new Uint8Array(await new Blob(parts).arrayBuffer());
}
