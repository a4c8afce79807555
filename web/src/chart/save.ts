import { csvText } from '../shell/csv.ts';
import type { FigureFiles } from './figure-menu.ts';
import type { Series } from './series.ts';

/** Hands the reader a file made here. */
export function save(name: string, content: Blob): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(content);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}

export function saveCsv(name: string, rows: Iterable<readonly (string | number)[]>): void {
  save(name, new Blob([csvText(rows)], { type: 'text/csv' }));
}

/** A file name from a heading. */
export function fileName(heading: string, extension: string): string {
  const stem = heading
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
  return `reprise-${stem || 'chart'}.${extension}`;
}

export async function saveFigure(files: FigureFiles, kind: 'csv' | 'png' | 'svg'): Promise<void> {
  const name = fileName(files.heading, kind);
  if (kind === 'csv') {
    const rows = await files.rows();
    if (rows) saveCsv(name, rows);
    return;
  }
  const picture = await files[kind]();
  if (picture) save(name, typeof picture === 'string' ? new Blob([picture], { type: 'image/svg+xml' }) : picture);
}

/** One row a point, as series differ in their times: series,x,y. */
export function* seriesRows(series: readonly Series[]): Generator<(string | number)[]> {
  yield ['series', 'x', 'y'];
  for (const { id, x, y } of series) {
    for (let i = 0; i < Math.min(x.length, y.length); i++) yield [id, x[i]!, y[i]!];
  }
}

/** A matrix with its labels: row by row, the first row and the first column name the points. */
export function* matrixRows(labels: readonly string[], values: ArrayLike<number>): Generator<(string | number)[]> {
  yield ['', ...labels];
  for (const [row, label] of labels.entries()) {
    yield [label, ...labels.map((_, column) => values[row * labels.length + column]!)];
  }
}

/** The canvas on its surface, under its heading. */
export function pictureOf(
  canvas: HTMLCanvasElement,
  heading: string,
  look: { surface: string; ink: string; font: string },
): Promise<Blob | null> {
  const scale = canvas.width / canvas.clientWidth || 1;
  const top = heading ? Math.round(36 * scale) : 0;
  const margin = Math.round(12 * scale);
  const picture = document.createElement('canvas');
  picture.width = canvas.width + 2 * margin;
  picture.height = canvas.height + top + 2 * margin;
  const context = picture.getContext('2d')!;
  context.fillStyle = look.surface;
  context.fillRect(0, 0, picture.width, picture.height);
  context.fillStyle = look.ink;
  context.font = `600 ${Math.round(17 * scale)}px ${look.font}`;
  context.textBaseline = 'top';
  context.fillText(heading, margin, margin);
  context.drawImage(canvas, margin, margin + top);
  return new Promise((resolve) => picture.toBlob(resolve, 'image/png'));
}
