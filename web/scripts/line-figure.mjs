// A line figure as a small SVG document: light ground, direct labels, dashed lines for theory.

/** What a figure is laid out in: beside text, or on a phone, where it must not be scaled down. */
export const WIDE = { width: 640, height: 320, left: 56, right: 72, ticks: 6 };
export const NARROW = { width: 340, height: 290, left: 38, right: 28, ticks: 3 };
/** About as broad as a bold letter of a label is. */
const LETTER = 8;
const TOP = 40;
const BOTTOM = 48;
/** More points than this say nothing more at this size. */
const MOST_POINTS = 160;

const round = (value) => Number(value.toFixed(1));
const escape = (text) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');

/** About `count` round numbers from low to high. */
function ticks(low, high, count) {
  const rough = (high - low) / count;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = [1, 2, 5, 10].map((factor) => factor * power).find((size) => size >= rough);
  const first = Math.ceil(low / step - 1e-9) * step;
  const marks = [];
  for (let mark = first; mark <= high + 1e-9 * step; mark += step) {
    marks.push(Number(mark.toPrecision(10)));
  }
  return marks;
}

/**
 * @param {{title: string, note?: string, x: string, y: string,
 *   series: {label?: string, colour: string, x: number[], y: number[], dashed?: boolean}[]}} figure
 *   `note`, what the title says in brackets, has a line of its own in a narrow figure.
 */
export function lineFigure({ title, note, x, y, series }, layout = WIDE) {
  const { width, height, left } = layout;
  const right = Math.max(layout.right, 6 + LETTER * Math.max(...series.map(({ label = '' }) => label.length)));
  const titles = note === undefined ? [title] : layout === WIDE ? [`${title} (${note})`] : [title, note];
  const titlesLeft = layout === WIDE ? left : 0;
  const top = TOP + 16 * (titles.length - 1);
  const xs = series.flatMap((line) => line.x);
  const ys = series.flatMap((line) => line.y);
  const [lowX, highX] = [Math.min(...xs), Math.max(...xs)];
  const [lowY, highY] = [Math.min(0, ...ys), 1.05 * Math.max(...ys)];
  const placeX = (value) => round(left + ((value - lowX) / (highX - lowX)) * (width - left - right));
  const placeY = (value) =>
    round(height - BOTTOM - ((value - lowY) / (highY - lowY)) * (height - top - BOTTOM));
  const grid = ticks(lowY, highY, 5).map(
    (mark) =>
      `<path stroke="#ebe8e2" d="M${left} ${placeY(mark)}H${width - right}"/><text x="${left - 8}" y="${placeY(mark) + 4}" text-anchor="end" fill="#5b5a63">${mark}</text>`,
  );
  const marksX = ticks(lowX, highX, layout.ticks).map(
    (mark) =>
      `<text x="${placeX(mark)}" y="${height - BOTTOM + 18}" text-anchor="middle" fill="#5b5a63">${mark}</text>`,
  );
  const lines = series.map((line) => {
    const step = Math.max(1, Math.ceil(line.x.length / MOST_POINTS));
    const points = line.x
      .map((value, k) => `${placeX(value)},${placeY(line.y[k])}`)
      .filter((_, k) => k % step === 0 || k === line.x.length - 1);
    const dash = line.dashed ? ' stroke-dasharray="6 4" stroke-width="1.3"' : ' stroke-width="2.6"';
    return `<polyline fill="none" stroke="${line.colour}"${dash}${line.dashed ? '' : ' opacity="0.75"'} points="${points.join(' ')}"/>`;
  });
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" font-family="sans-serif" font-size="12" fill="#1d1c22">
<rect width="${width}" height="${height}" fill="#ffffff"/>
${titles.map((line, k) => `<text x="${titlesLeft}" y="${18 + 16 * k}"${k > 0 ? '' : ' font-weight="600"'}>${escape(line)}</text>`).join('\n')}
<text x="${titlesLeft}" y="${top - 4}" fill="#5b5a63">${escape(y)}</text>
${grid.join('\n')}
<path stroke="#8b8891" d="M${left} ${placeY(lowY)}H${width - right}"/>
${marksX.join('\n')}
<text x="${(left + width - right) / 2}" y="${height - 8}" text-anchor="middle" fill="#5b5a63">${escape(x)}</text>
${lines.join('\n')}
${labels(series, placeY, width - right + 6, height - BOTTOM + 4).join('\n')}
</svg>
`;
}

/** Names at the ends of their lines, moved apart where lines end together, and none below the axis. */
function labels(series, placeY, x, lowest) {
  const named = series
    .filter(({ label }) => label)
    .map((line) => ({ ...line, at: placeY(line.y.at(-1)) + 4 }))
    .sort((a, b) => a.at - b.at);
  named.forEach((line, k) => {
    if (k > 0) line.at = Math.max(line.at, named[k - 1].at + 15);
  });
  for (let k = named.length - 1; k >= 0; k--) {
    named[k].at = Math.min(named[k].at, k === named.length - 1 ? lowest : named[k + 1].at - 15);
  }
  return named.map(
    ({ label, colour, at }) =>
      `<text x="${x}" y="${round(at)}" fill="${colour}" font-weight="600"${label.length === 1 ? ' font-style="italic"' : ''}>${escape(label)}</text>`,
  );
}
