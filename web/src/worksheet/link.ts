/** A worksheet in the fragment of a link, compressed where the browser can: "#w=1" and base64url of deflated JSON, "#w=0" of plain. */
import { worksheetStrings } from '../strings/worksheet.ts';
import { formatCount } from '../shell/format.ts';
import { siteRoot } from '../shell/root.ts';
import { parseWorksheet, type Read } from './read.ts';
import type { Worksheet } from './types.ts';

const words = worksheetStrings.link;

/** Longer links are cut on their way by more programs than not. */
export const longestLink = 8000;
/** Some mail programs break longer ones. */
export const safeLink = 2000;
/** The most that a link may unfold to, in bytes: a short one can stand for gigabytes. */
const mostBytes = 500_000;

function toBase64(bytes: Uint8Array): string {
  let text = '';
  for (const byte of bytes) text += String.fromCharCode(byte);
  return btoa(text).replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '');
}

const fromBase64 = (text: string): Uint8Array<ArrayBuffer> =>
  Uint8Array.from(atob(text.replaceAll('-', '+').replaceAll('_', '/')), (letter) => letter.charCodeAt(0));

/** Passes bytes through a stream; null once there are more than allowed. */
async function through(bytes: Uint8Array<ArrayBuffer>, stream: CompressionStream | DecompressionStream, limit = Infinity): Promise<Uint8Array<ArrayBuffer> | null> {
  const reader = new Blob([bytes]).stream().pipeThrough(stream).getReader();
  const parts: Uint8Array<ArrayBuffer>[] = [];
  let size = 0;
  for (;;) {
    const { done, value } = (await reader.read()) as ReadableStreamReadResult<Uint8Array<ArrayBuffer>>;
    if (done) return new Uint8Array(await new Blob(parts).arrayBuffer());
    size += value.length;
    if (size > limit) {
      void reader.cancel().catch(() => {});
      return null;
    }
    parts.push(value);
  }
}

export async function toFragment(worksheet: Worksheet): Promise<string> {
  const bytes = new TextEncoder().encode(JSON.stringify(worksheet));
  if (typeof CompressionStream === 'undefined') return `#w=0${toBase64(bytes)}`;
  return `#w=1${toBase64((await through(bytes, new CompressionStream('deflate-raw')))!)}`;
}

/** Reads the fragment of a link; null where it holds no worksheet. */
export async function fromFragment(hash: string): Promise<Read | null> {
  const [, way, text] = /(?:^#?|&)w=([01])([A-Za-z0-9_-]*)/.exec(hash.replaceAll('%3D', '=')) ?? [];
  if (text === undefined) return null;
  const refused = (why: string): Read => ({ worksheet: null, faults: [why] });
  if (way === '1' && typeof DecompressionStream === 'undefined') return refused(words.cannotUnpack);
  try {
    const packed = fromBase64(text);
    const bytes = way === '1' ? await through(packed, new DecompressionStream('deflate-raw'), mostBytes) : packed;
    if (!bytes || bytes.length > mostBytes) return refused(words.tooLarge(formatCount(mostBytes)));
    return parseWorksheet(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    return refused(words.broken);
  }
}

/** The page that shows a worksheet, in the language of this page. */
export function readerPage(): string {
  const { lang } = document.documentElement;
  return new URL(lang === 'en' ? 'sheet.html' : `sheet.${lang}.html`, siteRoot()).href;
}

export const linkTo = async (worksheet: Worksheet): Promise<string> => readerPage() + (await toFragment(worksheet));
