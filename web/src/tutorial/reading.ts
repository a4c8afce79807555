/** How far a reader has come in each chapter. Kept in local storage where the browser allows it. */
import { recall, store } from '../shell/storage.ts';

export interface Reading {
  /** Id of the last heading that has come into view, or empty. */
  heading: string;
  /** Farthest share of the text that has passed, 0 to 1. */
  share: number;
}

const key = (chapter: string) => `reprise-reading-${chapter}`;

export function readUpTo(chapter: string): Reading {
  try {
    const stored: unknown = JSON.parse(recall(key(chapter)) ?? '{}');
    const { heading, share } = stored as Partial<Reading>;
    return {
      heading: typeof heading === 'string' ? heading : '',
      share: typeof share === 'number' && share >= 0 && share <= 1 ? share : 0,
    };
  } catch {
    return { heading: '', share: 0 };
  }
}

export function keepReading(chapter: string, heading: string, share: number): void {
  const reading: Reading = { heading, share: Math.max(share, readUpTo(chapter).share) };
  store(key(chapter), JSON.stringify(reading));
}
