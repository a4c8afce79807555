/** Points to and from files, and what is said of them beside the plane. */
import { html, nothing } from 'lit';
import { formatCount } from '../../shell/format.ts';
import { planeStrings as words } from '../../strings/plane.ts';

const mostBytes = 200_000;

export interface FilesShown {
  own: boolean;
  /** How many points there are, and how long the link is that holds them. */
  about: string;
  /** What became of the file last opened. */
  message: string;
}

export interface FilesActions {
  save: (kind: 'csv' | 'json') => void;
  open: (file: File) => void;
}

export const filesView = ({ own, about, message }: FilesShown, { save, open }: FilesActions) =>
  html`<div class="files">
    <label class="button"
      >${words.open}<input
        type="file"
        accept=".csv,.json,.txt,.tsv"
        hidden
        @change=${(event: Event) => {
          const input = event.target as HTMLInputElement;
          const file = input.files?.[0];
          input.value = '';
          if (file) open(file);
        }}
    /></label>
    <button type="button" @click=${() => save('csv')}>${words.save}</button>
    <button type="button" @click=${() => save('json')}>${words.saveJson}</button>
    ${own ? html`<p class="note">${about}</p>` : nothing}
    <p class="note" role="status">${message}</p>
  </div>`;

export async function savePoints(points: number[], kind: 'csv' | 'json'): Promise<void> {
  const [{ save }, { pointsCsv, pointsJson }] = await Promise.all([import('../../chart/save.ts'), import('./files.ts')]);
  const text = kind === 'csv' ? pointsCsv(points) : pointsJson(points);
  save(`points.${kind}`, new Blob([text], { type: kind === 'csv' ? 'text/csv' : 'application/json' }));
}

/** What a file holds, or why it is refused. */
export async function openPoints(file: File): Promise<{ points: number[] | null; classes: number; message: string }> {
  const { PointsError, readPoints } = await import('./files.ts');
  try {
    if (file.size > mostBytes) {
      throw new PointsError(words.files.tooLarge(formatCount(file.size), formatCount(mostBytes)));
    }
    const { points, classes, note } = readPoints(await file.text());
    return { points, classes, message: words.opened(points.length / 3, note) };
  } catch (error) {
    if (!(error instanceof PointsError)) throw error;
    return { points: null, classes: 0, message: words.refused(file.name, error.message) };
  }
}
