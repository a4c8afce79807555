/** Titles and summaries of the presets, from the file that the core itself carries. */
import file from '../../../core/experiment/presets.json';

export const presetWords: Record<string, { title: string; summary: string }> = Object.fromEntries(
  file.presets.map(({ name, title, summary }) => [name, { title, summary }]),
);
