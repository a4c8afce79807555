/** Fetches a file as it is stored, with progress. */
import { LoadError } from './load-error.ts';

export async function fetchStored(
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
