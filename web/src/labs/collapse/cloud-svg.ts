/** A cloud as an SVG document, as it is turned at the moment: for papers, slides and the tutorials' stills. */
import type { Cloud, CloudTheme, Projected } from './cloud-painter.ts';

const round = (value: number) => Number(value.toFixed(1));
const escape = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
const headHeight = 22;

export function cloudSvg(
  cloud: Cloud,
  at: Projected,
  theme: CloudTheme,
  heading: string,
  width: number,
  height: number,
): string {
  const order = Array.from(at.x.keys()).sort((a, b) => at.near[a]! - at.near[b]!);
  const size = at.x.length > 500 ? 2.6 : 4.6;
  const marks = order.map((p) => {
    const [x, y, r] = [at.x[p]!, at.y[p]!, size * (1 + 0.3 * at.near[p]!)];
    const look = `fill="${cloud.colours[p]}" stroke="${theme.muted}" stroke-width="0.7"`;
    return cloud.square(p)
      ? `<rect x="${round(x - 0.88 * r)}" y="${round(y - 0.88 * r)}" width="${round(1.76 * r)}" height="${round(1.76 * r)}" ${look}/>`
      : `<circle cx="${round(x)}" cy="${round(y)}" r="${round(r)}" ${look}/>`;
  });
  const mesh = cloud.mesh.map(
    ([a, b]) => `M${round(at.x[a]!)} ${round(at.y[a]!)}L${round(at.x[b]!)} ${round(at.y[b]!)}`,
  );
  const labels = cloud.labels.map(({ text, points }) => {
    const mean = (values: Float64Array) =>
      points.reduce((sum, p) => sum + values[p]!, 0) / points.length;
    const [x, y] = [mean(at.x), mean(at.y)];
    const far = Math.hypot(x - width / 2, y - height / 2) || 1;
    const [dx, dy] = [(x - width / 2) / far, (y - height / 2) / far];
    return `<text x="${round(x + 30 * dx)}" y="${round(y + 22 * dy + 4)}" text-anchor="middle" font-weight="600" fill="${theme.ink}" stroke="${theme.surface}" stroke-width="3" paint-order="stroke">${escape(text)}</text>`;
  });
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height + headHeight}" width="${width}" height="${height + headHeight}" font-family="sans-serif" font-size="13">
<rect width="${width}" height="${height + headHeight}" fill="${theme.surface}"/>
<text x="0" y="15" font-weight="600" fill="${theme.ink}">${escape(heading)}</text>
<g transform="translate(0 ${headHeight})">
<path d="${mesh.join('')}" fill="none" stroke="${theme.mesh}"/>
${marks.join('\n')}
${labels.join('\n')}
</g>
</svg>
`;
}
