/** Fetches a file as it is stored, with progress. */
import { LoadError } from './load-error.ts';

const longestSilence = 30_000;

export async function fetchStored(
  url: URL,
  onProgress: (received: number) => void,
  signal?: AbortSignal,
): Promise<Uint8Array<ArrayBuffer>> {
  const file = url.pathname.split('/').pop()!;
  // Given up when nothing more comes, however long all of it takes.
  const patience = new AbortController();
  signal?.addEventListener('abort', () => patience.abort());
  let timer: ReturnType<typeof setTimeout> | undefined;
  const wait = () => {
    clearTimeout(timer);
    timer = setTimeout(() => patience.abort(), longestSilence);
  };
  const chunks: Uint8Array[] = [];
  let received = 0;
  let begun = false;
  try {
    wait();
    const response = await fetch(url, { signal: patience.signal });
    if (!response.ok) throw new LoadError(file, `the server answered ${response.status}`);
    begun = true;
    if (!response.body) return new Uint8Array(await response.arrayBuffer());
    const reader = response.body.getReader();
    for (;;) {
      const { done, value } = await reader.read();
      if (done) break;
      wait();
      chunks.push(value);
      received += value.length;
      onProgress(received);
    }
  } catch (error) {
    if (signal?.aborted || error instanceof LoadError) throw error;
    if (patience.signal.aborted) throw new LoadError(file, `nothing came for ${longestSilence / 1000} s`);
    throw new LoadError(file, begun ? 'the connection broke off' : 'the connection failed');
  } finally {
    clearTimeout(timer);
  }
  const bytes = new Uint8Array(received);
  let at = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, at);
    at += chunk.length;
  }
  return bytes;
}
