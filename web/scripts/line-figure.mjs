// A line figure as a small SVG document: light ground, direct labels, dashed lines for theory.

const WIDTH = 640;
const HEIGHT = 320;
const LEFT = 56;
const RIGHT = 72;
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
 * @param {{title: string, x: string, y: string,
 *   series: {label?: string, colour: string, x: number[], y: number[], dashed?: boolean}[]}} figure
 */
export function lineFigure({ title, x, y, series }) {
  const xs = series.flatMap((line) => line.x);
  const ys = series.flatMap((line) => line.y);
  const [lowX, highX] = [Math.min(...xs), Math.max(...xs)];
  const [lowY, highY] = [Math.min(0, ...ys), 1.05 * Math.max(...ys)];
  const placeX = (value) => round(LEFT + ((value - lowX) / (highX - lowX)) * (WIDTH - LEFT - RIGHT));
  const placeY = (value) =>
    round(HEIGHT - BOTTOM - ((value - lowY) / (highY - lowY)) * (HEIGHT - TOP - BOTTOM));
  const grid = ticks(lowY, highY, 5).map(
    (mark) =>
      `<path stroke="#ebe8e2" d="M${LEFT} ${placeY(mark)}H${WIDTH - RIGHT}"/><text x="${LEFT - 8}" y="${placeY(mark) + 4}" text-anchor="end" fill="#5b5a63">${mark}</text>`,
  );
  const marksX = ticks(lowX, highX, 6).map(
    (mark) =>
      `<text x="${placeX(mark)}" y="${HEIGHT - BOTTOM + 18}" text-anchor="middle" fill="#5b5a63">${mark}</text>`,
  );
  const lines = series.map((line) => {
    const step = Math.max(1, Math.ceil(line.x.length / MOST_POINTS));
    const points = line.x
      .map((value, k) => `${placeX(value)},${placeY(line.y[k])}`)
      .filter((_, k) => k % step === 0 || k === line.x.length - 1);
    const dash = line.dashed ? ' stroke-dasharray="6 4" stroke-width="1.3"' : ' stroke-width="2.6"';
    return `<polyline fill="none" stroke="${line.colour}"${dash}${line.dashed ? '' : ' opacity="0.75"'} points="${points.join(' ')}"/>`;
  });
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${HEIGHT}" width="${WIDTH}" height="${HEIGHT}" font-family="sans-serif" font-size="12" fill="#1d1c22">
<rect width="${WIDTH}" height="${HEIGHT}" fill="#ffffff"/>
<text x="${LEFT}" y="18" font-weight="600">${escape(title)}</text>
<text x="${LEFT}" y="${TOP - 4}" fill="#5b5a63">${escape(y)}</text>
${grid.join('\n')}
<path stroke="#8b8891" d="M${LEFT} ${placeY(lowY)}H${WIDTH - RIGHT}"/>
${marksX.join('\n')}
<text x="${(LEFT + WIDTH - RIGHT) / 2}" y="${HEIGHT - 8}" text-anchor="middle" fill="#5b5a63">${escape(x)}</text>
${lines.join('\n')}
${labels(series, placeY).join('\n')}
</svg>
`;
}

/** Names at the ends of their lines, moved apart where lines end together. */
function labels(series, placeY) {
  const named = series
    .filter(({ label }) => label)
    .map((line) => ({ ...line, at: placeY(line.y.at(-1)) + 4 }))
    .sort((a, b) => a.at - b.at);
  named.forEach((line, k) => {
    if (k > 0) line.at = Math.max(line.at, named[k - 1].at + 15);
  });
  return named.map(
    ({ label, colour, at }) =>
      `<text x="${WIDTH - RIGHT + 6}" y="${round(at)}" fill="${colour}" font-weight="600"${label.length === 1 ? ' font-style="italic"' : ''}>${escape(label)}</text>`,
  );
}
