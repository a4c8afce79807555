import type { VirtualPage } from '../pages.ts';

/** The tutorials' pages, compiled from tutorials/*.md. */
export async function tutorialPages(): Promise<VirtualPage[]> {
  return [];
}
