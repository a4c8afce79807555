/** Points as files, out and in: CSV with x, y and label, or JSON with a list of them. */
import { planeStrings as words } from '../../strings/plane.ts';
import { countOf, farthest, mostClasses, mostPoints, rounded, type Points } from './points.ts';

export interface PointsFile {
  points: number[];
  /** Number of classes; 0 where targets are numbers. */
  classes: number;
  /** What was changed in reading, to be told; empty where nothing was. */
  note: string;
}

/** Why a file is refused. */
export class PointsError extends Error {}

export function pointsCsv(points: Points): string {
  const rows = Array.from({ length: countOf(points) }, (_, p) => points.slice(3 * p, 3 * p + 3).join(','));
  return ['x,y,label', ...rows].join('\n') + '\n';
}

export function pointsJson(points: Points): string {
  const rows = Array.from({ length: countOf(points) }, (_, p) => {
    const [x, y, label] = points.slice(3 * p, 3 * p + 3);
    return `  {"x": ${x}, "y": ${y}, "label": ${label}}`;
  });
  return `[\n${rows.join(',\n')}\n]\n`;
}

type Row = { x: unknown; y: unknown; label: unknown; place: string };

export function readPoints(text: string): PointsFile {
  const rows = text.trimStart().startsWith('[') ? jsonRows(text) : csvRows(text);
  if (rows.length === 0 || rows.length > mostPoints) {
    throw new PointsError(words.files.count(rows.length, mostPoints));
  }
  const coordinates = rows.flatMap(({ x, y, place }) => [numberOf(x, 'x', place), numberOf(y, 'y', place)]);
  const { labels, classes, names } = targetsOf(rows);
  const { placed, note } = fitted(coordinates);
  const points = labels.flatMap((label, p) => [rounded(placed[2 * p]!), rounded(placed[2 * p + 1]!), label]);
  return { points, classes, note: [note, names].filter(Boolean).join(' ') };
}

/** Of what JSON may hold, what can be a number or the name of a class; empty for all else. */
const textOf = (value: unknown): string =>
  typeof value === 'string' ? value.trim() : typeof value === 'number' || typeof value === 'boolean' ? String(value) : '';

const shown = (value: unknown): string =>
  typeof value === 'string' ? value : value === undefined ? '' : JSON.stringify(value).slice(0, 60);

function numberOf(value: unknown, name: string, place: string): number {
  const text = typeof value === 'boolean' ? '' : textOf(value);
  const number = text === '' ? NaN : Number(text);
  if (!Number.isFinite(number)) throw new PointsError(words.files.notANumber(place, name, shown(value)));
  return number;
}

/** Labels as they are where they are classes from 0 or numbers; else each different text is a class. */
function targetsOf(rows: readonly Row[]): { labels: number[]; classes: number; names: string } {
  const texts = rows.map(({ label }) => textOf(label));
  const empty = texts.indexOf('');
  if (empty >= 0) throw new PointsError(words.files.noLabel(rows[empty]!.place));
  const numbers = texts.map(Number);
  if (numbers.every((value) => Number.isInteger(value) && value >= 0 && value < mostClasses)) {
    return { labels: numbers, classes: Math.max(2, ...numbers.map((value) => value + 1)), names: '' };
  }
  if (numbers.every(Number.isFinite)) {
    const far = numbers.findIndex((value) => Math.abs(value) > farthest);
    if (far >= 0) throw new PointsError(words.files.farLabel(rows[far]!.place, texts[far]!, farthest));
    return { labels: numbers, classes: 0, names: words.files.numbers };
  }
  const names = [...new Set(texts)];
  if (names.length > mostClasses) throw new PointsError(words.files.classes(names.length, mostClasses));
  return {
    labels: texts.map((text) => names.indexOf(text)),
    classes: Math.max(2, names.length),
    names: words.files.named(names),
  };
}

/** Points from anywhere, brought into the square where they do not lie in or about it. */
function fitted(coordinates: readonly number[]): { placed: readonly number[]; note: string } {
  if (coordinates.every((value) => Math.abs(value) <= 1.5)) return { placed: coordinates, note: '' };
  const axis = (which: number) => coordinates.filter((_, k) => k % 2 === which);
  const [xs, ys] = [axis(0), axis(1)];
  const middle = [xs, ys].map((values) => (Math.min(...values) + Math.max(...values)) / 2);
  const half = Math.max(...[xs, ys].map((values) => (Math.max(...values) - Math.min(...values)) / 2)) || 1;
  return {
    placed: coordinates.map((value, k) => (value - middle[k % 2]!) / half),
    note: words.files.fitted,
  };
}

function jsonRows(text: string): Row[] {
  let list: unknown;
  try {
    list = JSON.parse(text);
  } catch (error) {
    throw new PointsError(words.files.notJson(error instanceof Error ? error.message : String(error)));
  }
  return (list as unknown[]).map((entry, k) => {
    const place = words.files.entry(k + 1);
    if (Array.isArray(entry)) return { x: entry[0], y: entry[1], label: entry[2], place };
    const { x, y, label } = (typeof entry === 'object' && entry ? entry : {}) as Record<string, unknown>;
    return { x, y, label, place };
  });
}

function csvRows(text: string): Row[] {
  const lines = text.split(/\r\n|\r|\n/).map((line, k) => ({ line: line.trim(), place: words.files.line(k + 1) }));
  const filled = lines.filter(({ line }) => line !== '');
  const separator = /\t/.test(filled[0]?.line ?? '') ? '\t' : /;/.test(filled[0]?.line ?? '') ? ';' : ',';
  const cells = (line: string) => line.split(separator).map((cell) => cell.trim().replace(/^"(.*)"$/, '$1'));
  const head = cells(filled[0]?.line ?? '').map((cell) => cell.toLowerCase());
  const named = head.includes('x') && head.includes('y');
  const label = named ? Math.max(head.indexOf('label'), head.indexOf('class'), head.indexOf('target')) : 2;
  if (named && label < 0) throw new PointsError(words.files.noLabelColumn);
  const [x, y] = named ? [head.indexOf('x'), head.indexOf('y')] : [0, 1];
  return filled.slice(named ? 1 : 0).map(({ line, place }) => {
    const row = cells(line);
    return { x: row[x], y: row[y], label: row[label], place };
  });
}
