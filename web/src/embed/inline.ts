/** Data that came as text inside a script. */

export function bytesOf(base64: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
}

export async function unzipped(base64: string): Promise<ArrayBuffer> {
  const stream = new Blob([bytesOf(base64)]).stream().pipeThrough(new DecompressionStream('gzip'));
  return new Response(stream).arrayBuffer();
}

/** What scripts of data hand over, by file name, to whoever waits for it. */
const waiting = new Map<string, (base64: string) => void>();

/** Such a script is one call of this, as in `repriseData("digits.json", "eyJ…")`. */
export const dataCallback = 'repriseData';

/**
 * Loads a file that has been written as a script: scripts come through where fetch may not, from file://, into
 * sandboxed frames and from hosts that send no CORS headers.
 */
export function loadAsScript(file: string, base: URL): Promise<Uint8Array<ArrayBuffer>> {
  (globalThis as Record<string, unknown>)[dataCallback] ??= (name: string, base64: string) =>
    waiting.get(name)?.(base64);
  return new Promise((resolve, reject) => {
    waiting.set(file, (base64) => resolve(bytesOf(base64)));
    const script = document.createElement('script');
    script.src = new URL(`${file}.js`, base).href;
    script.onload = () => {
      script.remove();
      reject(new Error(`${file}: the script gave nothing`));
    };
    script.onerror = () => {
      script.remove();
      reject(new Error(`${file}: the connection failed`));
    };
    document.head.append(script);
  });
}
