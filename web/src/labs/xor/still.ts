/** A still picture of a run, for readers without scripts and for print: the plane and the matrices. */
import { cssColour, inkOn, scaleColour } from '../../chart/colour-scale.ts';
import { formatNumber } from '../../shell/format.ts';
import { xorStrings as words } from '../../strings/xor.ts';
import { clusters, commonTop, fullMatrix } from './measures.ts';
import type { Picture } from './pictures.ts';
import { answers, pointNames } from './task.ts';

/** For whoever draws it in another language: one and the same tables of words. */
export { takeUp } from '../../strings/language.ts';

export interface StillRun {
  /** Plane pictures from the start to the end. */
  pictures: readonly Picture[];
  initial: readonly number[];
  measured: readonly number[];
  /** Empty for none. */
  predicted: readonly number[];
}

const fullSide = 220;
const gap = 24;
const head = 24;
/** Of a matrix that shares the width of a phone. */
const narrowSide = 164;
const narrowGap = 14;
/** Cells narrower than this hold three digits in a smaller size only. */
const smallCell = 40;
const colours = ['#15419c', '#966400'];

/** The picture as an SVG document, its panels in one row. */
export function stillSvg(run: StillRun): string {
  const panels = [plane(run), ...matrices(run, fullSide)];
  return document(
    panels.map((panel, k) => ({ panel, x: k * (fullSide + gap), y: 0 })),
    panels.length * (fullSide + gap) - gap,
    fullSide + head,
  );
}

/** For a phone, where the row would be too small to read: the plane above the matrices, two beside each other. */
export function narrowStillSvg(run: StillRun): string {
  const below = fullSide + head + gap;
  const small = matrices(run, narrowSide).map((panel, k) => ({
    panel,
    x: (k % 2) * (narrowSide + narrowGap),
    y: below + Math.floor(k / 2) * (narrowSide + head + gap),
  }));
  const rows = Math.ceil(small.length / 2);
  return document(
    [{ panel: plane(run), x: 0, y: 0 }, ...small],
    2 * narrowSide + narrowGap,
    below + rows * (narrowSide + head + gap) - gap,
  );
}

function matrices({ initial, measured, predicted }: StillRun, side: number): string[] {
  const top = commonTop(initial, measured, predicted);
  const shown: [keyof typeof words.matrices, readonly number[]][] = [
    ['initial', initial],
    ['measured', measured],
    ...(predicted.length > 0 ? [['predicted', predicted] as [keyof typeof words.matrices, readonly number[]]] : []),
  ];
  return shown.map(([kind, distances]) => matrix(words.matrices[kind], distances, top, side));
}

const document = (panels: { panel: string; x: number; y: number }[], width: number, height: number) =>
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" font-family="sans-serif" font-size="12" fill="#1d1c22">
<rect width="${width}" height="${height}" fill="#ffffff"/>
${panels.map(({ panel, x, y }) => `<g transform="translate(${x} ${y})">${panel}</g>`).join('\n')}
</svg>
`;

function title(text: string): string {
  return `<text y="13" font-weight="600">${text}</text>`;
}

function plane({ pictures, measured }: StillRun): string {
  const side = fullSide;
  const place = (picture: Picture, p: number) =>
    `${round(side / 2 + 0.36 * side * picture.x[p]!)},${round(head + side / 2 - 0.36 * side * picture.y[p]!)}`;
  const now = pictures[pictures.length - 1]!;
  const step = Math.max(1, Math.ceil(pictures.length / 40));
  const path = pictures.filter((_, k) => k % step === 0 || k === pictures.length - 1);
  const trails = answers.map(
    (answer, p) =>
      `<polyline fill="none" stroke="${colours[answer]}" stroke-width="1.5" opacity="0.4" points="${path.map((picture) => place(picture, p)).join(' ')}"/>`,
  );
  const marks = answers.map((answer, p) => {
    const [x, y] = place(now, p).split(',');
    return answer === 0
      ? `<circle cx="${x}" cy="${y}" r="6" fill="${colours[0]}"/>`
      : `<rect x="-5.5" y="-5.5" width="11" height="11" transform="translate(${x} ${y}) rotate(45)" fill="${colours[1]}"/>`;
  });
  const labels = clusters(measured).map((group) => {
    const [x, y] = place(now, group[0]!).split(',').map(Number);
    const below = y! > head + side / 2 ? 22 : -12;
    return `<text x="${x}" y="${y! + below}" text-anchor="middle" font-weight="600">${group.map((p) => pointNames[p]).join(', ')}</text>`;
  });
  const frame = `<rect x="0.5" y="${head + 0.5}" width="${side - 1}" height="${side - 1}" fill="none" stroke="#8b8891"/>`;
  return [title(words.plane), frame, ...trails, ...marks, ...labels].join('');
}

function matrix(heading: string, distances: readonly number[], top: number, side: number): string {
  const margin = 22;
  const cell = (side - margin) / pointNames.length;
  const size = cell < smallCell ? ' font-size="10.5"' : '';
  const names = pointNames.map((name, i) => {
    const middle = round(margin + (i + 0.5) * cell);
    return `<text x="${middle}" y="${head + 14}" text-anchor="middle" fill="#5b5a63">${name}</text><text x="${margin - 5}" y="${middle + head + 4}" text-anchor="end" fill="#5b5a63">${name}</text>`;
  });
  const cells = fullMatrix(distances).map((value, k) => {
    const [x, y] = [margin + (k % 4) * cell, head + margin + Math.floor(k / 4) * cell];
    const colour = scaleColour(top > 0 ? value / top : 0);
    const text = value < 0.01 * top && value > 0 ? '≈ 0' : formatNumber(value, 2);
    return `<rect x="${round(x)}" y="${round(y)}" width="${round(cell - 1)}" height="${round(cell - 1)}" fill="${cssColour(colour)}"/><text x="${round(x + cell / 2)}" y="${round(y + cell / 2 + 4)}" text-anchor="middle"${size} fill="${inkOn(colour)}">${text}</text>`;
  });
  return [title(heading), ...names, ...cells].join('');
}

const round = (value: number) => Number(value.toFixed(1));
