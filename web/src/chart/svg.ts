/** Figures as SVG text: what the canvas shows, as lines and words that can be edited and scaled. */
import type { Chart } from 'chart.js';
import { formatNumber } from '../shell/format.ts';
import { cssColour, inkOn, scaleColour } from './colour-scale.ts';
import { cellForValue, gapOf, labelStep, labelsShown, type Geometry, type MatrixContent } from './matrix-painter.ts';
import { isSymbol, labelSize, placeAtCurveEnds, type Overlay } from './plugins.ts';
import type { Axis, Series } from './series.ts';
import type { ChartTheme } from './theme.ts';

const margin = 12;
const headHeight = 36;
/** More of it for a unit, which stands under the heading: beside it, long ones would meet. */
const unitHeight = 12;

const escape = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

/** Pixels to a hundredth: finer is not seen. */
const px = (value: number) => String(Math.round(100 * value) / 100);

type Attributes = Readonly<Record<string, string | number>>;

function tag(name: string, attributes: Attributes, content = ''): string {
  const list = Object.entries(attributes)
    .map(([key, value]) => ` ${key}="${escape(typeof value === 'number' ? px(value) : value)}"`)
    .join('');
  return `<${name}${list}>${content}</${name}>`;
}

const text = (words: string, attributes: Attributes) => tag('text', attributes, escape(words));

/** A picture on its surface, under its heading; `content` begins at the origin. */
function document(
  size: { width: number; height: number },
  heading: string,
  unit: string,
  theme: ChartTheme,
  content: string,
): string {
  const top = margin + (heading ? headHeight + (unit ? unitHeight : 0) : 0);
  const width = Math.ceil(size.width + 2 * margin);
  const height = Math.ceil(size.height + top + margin);
  const head =
    text(heading, { x: margin, y: margin + 17, fill: theme.ink, 'font-size': 17, 'font-weight': 600 }) +
    (unit
      ? text(unit, { x: margin, y: margin + 36, fill: theme.muted, 'font-size': 13 })
      : '');
  return (
    '<?xml version="1.0" encoding="UTF-8"?>\n' +
    tag(
      'svg',
      {
        xmlns: 'http://www.w3.org/2000/svg',
        width,
        height,
        viewBox: `0 0 ${width} ${height}`,
        'font-family': theme.font.trim(),
      },
      tag('title', {}, escape(heading)) +
        tag('rect', { width, height, fill: theme.surface }) +
        head +
        tag('g', { transform: `translate(${margin} ${top})` }, content),
    ) +
    '\n'
  );
}

/** What a drawn chart shows. */
export function chartSvg(
  chart: Chart,
  series: readonly Series[],
  axes: { x: Axis; y: Axis },
  overlay: Overlay,
  heading: string,
): string {
  const { theme } = overlay;
  const { chartArea: area, scales } = chart;
  const [xScale, yScale] = [scales['x']!, scales['y']!];
  const small = { fill: theme.muted, 'font-size': 13 };
  const parts: string[] = [
    tag(
      'clipPath',
      { id: 'plot' },
      tag('rect', { x: area.left, y: area.top, width: area.width, height: area.height }),
    ),
  ];
  yScale.ticks.forEach(({ label }, i) => {
    if (!label) return;
    const y = yScale.getPixelForTick(i);
    parts.push(
      tag('line', { x1: area.left, x2: area.right, y1: y, y2: y, stroke: theme.grid }),
      text(String(label), { ...small, x: area.left - 6, y: y + 4.5, 'text-anchor': 'end' }),
    );
  });
  parts.push(
    tag('line', { x1: area.left, x2: area.right, y1: area.bottom, y2: area.bottom, stroke: theme.line }),
  );
  xScale.ticks.forEach(({ label }, i) => {
    if (!label) return;
    const x = xScale.getPixelForTick(i);
    parts.push(text(String(label), { ...small, x, y: area.bottom + 19, 'text-anchor': 'middle' }));
  });
  parts.push(
    text(axes.x.title, {
      ...small,
      x: (area.left + area.right) / 2,
      y: chart.height - 6,
      'text-anchor': 'middle',
    }),
  );
  parts.push(tag('g', { 'clip-path': 'url(#plot)' }, chartCurves(chart, series, overlay)));
  for (const { text: label, colour, x, y } of placeAtCurveEnds(chart, overlay)) {
    const look: Attributes = isSymbol(label)
      ? { 'font-style': 'italic', 'font-size': labelSize + 4, 'font-family': theme.mathFont.trim() }
      : { 'font-weight': 600, 'font-size': labelSize - 1 };
    parts.push(text(label, { ...look, x, y: y + 5, fill: colour }));
  }
  return document({ width: chart.width, height: chart.height }, heading, axes.y.title, theme, parts.join('\n'));
}

/** The curves in the canvas's order: theory over measured, and faint ones below both. */
function chartCurves(chart: Chart, series: readonly Series[], overlay: Overlay): string {
  const order = series.map((one, i) => ({ one, i }));
  const height = ({ kind, faint }: Series) => Number(kind === 'theory') - 2 * Number(faint ?? false);
  order.sort((a, b) => height(a.one) - height(b.one));
  return order
    .map(({ one, i }) => {
      const points = chart.getDatasetMeta(i).data.filter(({ x, y }) => Number.isFinite(x + y));
      const set = chart.data.datasets[i] as {
        backgroundColor?: string;
        borderColor?: string;
        borderDash?: number[];
        borderWidth?: number;
        pointRadius?: number;
      };
      const colour = overlay.colours[i]!;
      const name = tag('title', {}, escape(one.name));
      if (one.kind === 'points' || points.length === 1) {
        const r = set.pointRadius ?? 3;
        const dots = points.map(({ x, y }) => tag('circle', { cx: x, cy: y, r }));
        return tag('g', { fill: set.backgroundColor ?? colour }, name + dots.join(''));
      }
      return tag(
        'polyline',
        {
          points: points.map(({ x, y }) => `${px(x)},${px(y)}`).join(' '),
          fill: 'none',
          stroke: set.borderColor ?? colour,
          'stroke-width': set.borderWidth ?? 2,
          'stroke-linejoin': 'round',
          ...(set.borderDash?.length ? { 'stroke-dasharray': set.borderDash.join(' ') } : {}),
        },
        name,
      );
    })
    .join('\n');
}

/** What a painted matrix shows, without the cell pointed at. */
export function matrixSvg(
  { values, labels, top: highest }: MatrixContent,
  { left, top, size }: Geometry,
  heading: string,
  note: string,
  theme: ChartTheme,
): string {
  const parts: string[] = [];
  const side = size - gapOf(size);
  const across = Math.max(labelStep(size), Math.ceil(left / size));
  const look = { fill: theme.muted, 'font-size': 14 };
  for (const { label, at } of labelsShown(labels, across)) {
    parts.push(text(label, { ...look, x: left + (at + 0.5) * size, y: top / 2 + 5, 'text-anchor': 'middle' }));
  }
  for (const { label, at } of labelsShown(labels, labelStep(size))) {
    parts.push(text(label, { ...look, x: left - 7, y: top + (at + 0.5) * size + 5, 'text-anchor': 'end' }));
  }
  const cells: string[] = [];
  labels.forEach((label, i) => {
    labels.forEach((other, j) => {
      const value = values[i * labels.length + j]!;
      if (!Number.isFinite(value)) return;
      const colour = scaleColour(value / highest);
      const [x, y] = [left + j * size, top + i * size];
      const name = tag('title', {}, escape(`${label}, ${other}: ${value}`));
      cells.push(tag('rect', { x, y, width: side, height: side, fill: cssColour(colour) }, name));
      // Whatever font the reader's program has, a number must fit its cell.
      const number = formatNumber(value, 2);
      const height = Math.min(14, (1.55 * side) / number.length);
      if (size < cellForValue || height < 6) return;
      cells.push(
        text(number, {
          x: x + side / 2,
          y: y + side / 2 + height / 3,
          fill: inkOn(colour),
          'font-size': height,
          'text-anchor': 'middle',
        }),
      );
    });
  });
  // Smoothed edges of cells that touch would let the ground shine through.
  parts.push(tag('g', { 'shape-rendering': 'crispEdges' }, cells.join('\n')));
  const extent = size * labels.length;
  return document({ width: left + extent, height: top + extent }, heading, note, theme, parts.join('\n'));
}

const carried = [
  'fill',
  'stroke',
  'stroke-width',
  'stroke-dasharray',
  'stroke-linejoin',
  'opacity',
  'font',
  'text-anchor',
  'dominant-baseline',
] as const;

/** A copy of a drawing in the page that looks the same by itself: styles become attributes. */
export function elementSvg(drawing: SVGSVGElement, heading: string, theme: ChartTheme): string {
  const copy = drawing.cloneNode(true) as SVGSVGElement;
  const [from, to] = [drawing, copy].map((root) => [...root.querySelectorAll<SVGElement>('*')]);
  from!.forEach((element, i) => {
    const style = getComputedStyle(element);
    const look = carried.map((name) => [name, style.getPropertyValue(name)] as const);
    const kept = look.filter(([, value]) => value && value !== 'none' && value !== 'normal');
    if (style.fill === 'none') kept.push(['fill', 'none']);
    to![i]!.setAttribute('style', kept.map(([name, value]) => `${name}:${value}`).join(';'));
  });
  const { width, height } = drawing.getBoundingClientRect();
  copy.setAttribute('width', px(width));
  copy.setAttribute('height', px(height));
  for (const name of ['class', 'role', 'aria-label', 'style']) copy.removeAttribute(name);
  const content = new XMLSerializer().serializeToString(copy).replaceAll(/<!--.*?-->/g, '');
  return document({ width, height }, heading, '', theme, content);
}

/** An SVG text as a picture of pixels, twice as fine as it is wide. */
export async function svgToPng(svg: string): Promise<Blob | null> {
  const image = new Image();
  image.src = URL.createObjectURL(new Blob([svg], { type: 'image/svg+xml' }));
  try {
    await image.decode();
    const canvas = globalThis.document.createElement('canvas');
    canvas.width = 2 * image.width;
    canvas.height = 2 * image.height;
    canvas.getContext('2d')!.drawImage(image, 0, 0, canvas.width, canvas.height);
    return await new Promise((resolve) => canvas.toBlob(resolve, 'image/png'));
  } finally {
    URL.revokeObjectURL(image.src);
  }
}
