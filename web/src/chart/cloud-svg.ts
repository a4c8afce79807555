/** A cloud as an SVG document, as it is turned at the moment: for papers, slides and the tutorials' stills. */
import { marked, markSize, placeBesidePoints, type Cloud, type CloudTheme, type Projected } from './cloud-painter.ts';

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
  const size = markSize(cloud, at);
  const marks = marked(cloud, at).map((p) => {
    const [x, y, r] = [at.x[p]!, at.y[p]!, size * (1 + 0.3 * at.near[p]!)];
    const look = `fill="${cloud.colours[p]}" stroke="${theme.muted}" stroke-width="0.7"`;
    return cloud.square(p)
      ? `<rect x="${round(x - 0.88 * r)}" y="${round(y - 0.88 * r)}" width="${round(1.76 * r)}" height="${round(1.76 * r)}" ${look}/>`
      : `<circle cx="${round(x)}" cy="${round(y)}" r="${round(r)}" ${look}/>`;
  });
  const mesh = cloud.mesh.map(
    ([a, b]) => `M${round(at.x[a]!)} ${round(at.y[a]!)}L${round(at.x[b]!)} ${round(at.y[b]!)}`,
  );
  // Nothing measures text here; seven pixels a letter is about the width of these 13.
  const labels = placeBesidePoints(cloud.labels, at, width, height, (text) => 7 * text.length).map(
    ({ text, x, y }) =>
      `<text x="${round(x)}" y="${round(y + 4)}" text-anchor="middle" font-weight="600" fill="${theme.ink}" stroke="${theme.surface}" stroke-width="3" paint-order="stroke">${escape(text)}</text>`,
  );
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height + headHeight}" width="${width}" height="${height + headHeight}" font-family="sans-serif" font-size="13">
<rect width="${width}" height="${height + headHeight}" fill="${theme.surface}"/>
<text x="0" y="15" font-weight="600" fill="${theme.ink}">${escape(heading)}</text>
<g transform="translate(0 ${headHeight})">
<path d="${mesh.join('')}" fill="none" stroke="${cloud.strongMesh ? theme.muted : theme.mesh}"/>
${marks.join('\n')}
${labels.join('\n')}
</g>
</svg>
`;
}
