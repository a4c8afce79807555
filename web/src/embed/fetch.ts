/**
 * Fetches a file of data, and where fetch is refused, takes it from the script that holds the same bytes. Stands in
 * the place of pictures/fetch.ts.
 */
import { fetchStored } from '../pictures/fetch-stored.ts';
import { LoadError } from '../pictures/load-error.ts';
import { loadAsScript } from './inline.ts';
import { knownSite } from './root.ts';

export async function fetchBytes(
  url: URL,
  onProgress: (received: number) => void,
  signal?: AbortSignal,
): Promise<Uint8Array<ArrayBuffer>> {
  const file = url.pathname.split('/').pop()!;
  const site = knownSite();
  if (!site) throw new LoadError(file, 'where the site lies has not been said (attribute site)');
  // Elsewhere the attempt would fail on most hosts, and browsers complain of it aloud.
  if (url.protocol.startsWith('http') && url.origin === self.origin) {
    try {
      return await fetchStored(url, onProgress, signal);
    } catch (error) {
      if (signal?.aborted) throw error;
    }
  }
  try {
    const bytes = await loadAsScript(file, new URL('embed/data/', site));
    onProgress(bytes.length);
    return bytes;
  } catch (error) {
    throw new LoadError(file, (error as Error).message);
  }
}
