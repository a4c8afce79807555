/** Paints a cloud of points in three dimensions onto a canvas. */

export interface View {
  /** Turn about the upright axis and tilt towards the reader, in radians. */
  yaw: number;
  pitch: number;
  zoom: number;
  /** How far it has been moved, right and up, in canvas pixels at zoom 1; not at all where absent. */
  x?: number;
  y?: number;
}

export interface CloudLabel {
  text: string;
  /** The points it stands beside: their middle. */
  points: readonly number[];
}

export interface Cloud {
  /** points x 3. */
  coordinates: ArrayLike<number>;
  /** Distance of the farthest point from the middle. */
  radius: number;
  /** A colour for each point. */
  colours: readonly string[];
  /** Whether the mesh is what is looked at, and not a help to the eye alone. */
  strongMesh?: boolean;
  /** The first point that has a mark; those before it are corners of the mesh alone. All have one where it is absent. */
  marksFrom?: number;
  /** Whether a point is drawn as a square rather than a disc. */
  square(point: number): boolean;
  /** Pairs of neighbours, joined by thin lines. */
  mesh: readonly (readonly [number, number])[];
  labels: readonly CloudLabel[];
  /** Whether it lies in a plane, which is then moved and not turned. */
  flat?: boolean;
  /** What each point is a picture of, to be drawn in its place where there is room. */
  pictures?: (point: number) => CanvasImageSource | null;
  /** Lit points, joined in order, and the chosen one among them; -1 for none. */
  line: readonly number[];
  chosen: number;
}

export interface CloudTheme {
  surface: string;
  ink: string;
  muted: string;
  mesh: string;
  accent: string;
  font: string;
}

/** Where each point comes to lie on the canvas (x, y in pixels) and how near it is (-1 to 1). */
export interface Projected {
  x: Float64Array;
  y: Float64Array;
  near: Float64Array;
}

/** Of the canvas's shorter half, the part that the cloud fills at zoom 1. */
export const fill = 0.8;
export const perspective = 0.18;

export function project(
  { coordinates, radius }: Pick<Cloud, 'coordinates' | 'radius'>,
  { yaw, pitch, zoom, x: right = 0, y: above = 0 }: View,
  width: number,
  height: number,
): Projected {
  const count = coordinates.length / 3;
  const out: Projected = {
    x: new Float64Array(count),
    y: new Float64Array(count),
    near: new Float64Array(count),
  };
  const [cy, sy, cp, sp] = [Math.cos(yaw), Math.sin(yaw), Math.cos(pitch), Math.sin(pitch)];
  const scale = radius > 0 ? 1 / radius : 0;
  const size = 0.5 * Math.min(width, height) * fill * zoom;
  for (let p = 0; p < count; p++) {
    const x = coordinates[3 * p]! * scale;
    const y = coordinates[3 * p + 1]! * scale;
    const z = coordinates[3 * p + 2]! * scale;
    const across = cy * x + sy * z;
    const depth = cy * z - sy * x;
    const up = cp * y - sp * depth;
    const near = cp * depth + sp * y;
    const grow = 1 / (1 - perspective * near);
    out.x[p] = 0.5 * width + zoom * right + size * grow * across;
    out.y[p] = 0.5 * height - zoom * above - size * grow * up;
    out.near[p] = near;
  }
  return out;
}

/** The point nearest to a place on the canvas, within so many pixels; the nearer to the reader of equals. */
export function pointAt(at: Projected, x: number, y: number, within: number, from = 0): number {
  let [best, least] = [-1, within];
  for (let p = from; p < at.x.length; p++) {
    const distance = Math.hypot(at.x[p]! - x, at.y[p]! - y) - 0.5 * at.near[p]!;
    if (distance < least) [best, least] = [p, distance];
  }
  return best;
}

/** The points that have marks, the farthest first. */
export function marked({ marksFrom = 0 }: Cloud, at: Projected): number[] {
  return Array.from({ length: at.x.length - marksFrom }, (_, k) => k + marksFrom).sort(
    (a, b) => at.near[a]! - at.near[b]!,
  );
}

export const markSize = ({ marksFrom = 0 }: Cloud, at: Projected) => (at.x.length - marksFrom > 500 ? 2.6 : 4.6);

/** Up to so many pictures are drawn in place of marks; of more, those on the canvas once it is enlarged so far. */
const fewPictures = 60;
const enlarged = 2;
/** Half the side of a picture in pixels, at zoom 1. */
const pictureSize = 10;

/** Half the side of pictures in place of marks; 0 for marks. */
export function picturesAt({ pictures, marksFrom = 0 }: Cloud, at: Projected, { zoom }: View): number {
  if (!pictures || (at.x.length - marksFrom > fewPictures && zoom < enlarged)) return 0;
  return pictureSize * Math.min(2, Math.sqrt(zoom));
}

export function paintCloud(
  context: CanvasRenderingContext2D,
  cloud: Cloud,
  at: Projected,
  theme: CloudTheme,
  width: number,
  height: number,
  pictures = 0,
): void {
  context.clearRect(0, 0, width, height);
  context.fillStyle = theme.surface;
  context.fillRect(0, 0, width, height);
  context.lineJoin = 'round';
  paintMesh(context, cloud, at, theme);
  const size = markSize(cloud, at);
  const order = marked(cloud, at);
  for (const p of order) {
    if (pictures > 0 && paintPicture(context, cloud, p, at, theme, pictures)) continue;
    context.beginPath();
    mark(context, at.x[p]!, at.y[p]!, size * (1 + 0.3 * at.near[p]!), cloud.square(p));
    context.fillStyle = cloud.colours[p]!;
    context.fill();
    context.lineWidth = 0.7;
    context.strokeStyle = theme.muted;
    context.stroke();
  }
  paintLine(context, cloud, at, theme, Math.max(size, pictures));
  paintLabels(context, cloud, at, theme, width, height);
}

/** The picture of a point in a frame of the point's colour; false where there is none. */
function paintPicture(
  context: CanvasRenderingContext2D,
  { pictures, colours }: Cloud,
  point: number,
  at: Projected,
  theme: CloudTheme,
  size: number,
): boolean {
  const picture = pictures?.(point);
  if (!picture) return false;
  const half = size * (1 + 0.3 * at.near[point]!);
  const [x, y] = [at.x[point]! - half, at.y[point]! - half];
  context.fillStyle = theme.surface;
  context.fillRect(x, y, 2 * half, 2 * half);
  context.imageSmoothingEnabled = true;
  context.drawImage(picture, x, y, 2 * half, 2 * half);
  context.lineWidth = 2;
  context.strokeStyle = colours[point]!;
  context.strokeRect(x, y, 2 * half, 2 * half);
  return true;
}

function paintMesh(
  context: CanvasRenderingContext2D,
  { mesh, strongMesh }: Cloud,
  at: Projected,
  theme: CloudTheme,
) {
  context.beginPath();
  for (const [a, b] of mesh) {
    context.moveTo(at.x[a]!, at.y[a]!);
    context.lineTo(at.x[b]!, at.y[b]!);
  }
  context.strokeStyle = strongMesh ? theme.muted : theme.mesh;
  context.lineWidth = 1;
  context.stroke();
}

function paintLine(
  context: CanvasRenderingContext2D,
  { line, chosen, square }: Cloud,
  at: Projected,
  theme: CloudTheme,
  size: number,
) {
  if (line.length > 0) {
    context.beginPath();
    line.forEach((p, k) =>
      k === 0 ? context.moveTo(at.x[p]!, at.y[p]!) : context.lineTo(at.x[p]!, at.y[p]!),
    );
    context.strokeStyle = theme.accent;
    context.lineWidth = 2.5;
    context.stroke();
  }
  if (chosen < 0 || chosen >= at.x.length) return;
  context.beginPath();
  mark(context, at.x[chosen]!, at.y[chosen]!, size + 3.5, square(chosen));
  context.lineWidth = 2.5;
  context.strokeStyle = theme.accent;
  context.stroke();
}

function mark(
  context: CanvasRenderingContext2D,
  x: number,
  y: number,
  size: number,
  square: boolean,
) {
  if (square) context.rect(x - 0.88 * size, y - 0.88 * size, 1.76 * size, 1.76 * size);
  else context.arc(x, y, size, 0, 2 * Math.PI);
}

const lineHeight = 17;

/** Where a label's middle comes to lie, and half of its width. */
export interface PlacedCloudLabel {
  text: string;
  x: number;
  y: number;
  half: number;
}

/**
 * Labels beside their points, outward from the middle: each at the nearest place of a few that lies clear of all
 * points and of the labels before it, else clear of these labels alone. `widthOf` measures a text in pixels.
 */
export function placeBesidePoints(
  labels: readonly CloudLabel[],
  at: Projected,
  width: number,
  height: number,
  widthOf: (text: string) => number,
): PlacedCloudLabel[] {
  const placed: PlacedCloudLabel[] = [];
  for (const { text, points } of labels) {
    const mean = (values: Float64Array) =>
      points.reduce((sum, p) => sum + values[p]!, 0) / points.length;
    const [px, py] = [mean(at.x), mean(at.y)];
    // Of what lies outside, enlarged, nothing is said at the edge.
    if (px < 0 || px > width || py < 0 || py > height) continue;
    const far = Math.hypot(px - width / 2, py - height / 2) || 1;
    const [dx, dy] = [(px - width / 2) / far, (py - height / 2) / far];
    const half = widthOf(text) / 2 + 3;
    // Outward by its own half width where that is sideways, and by a line where it is up or down.
    const base = 12 + Math.abs(dx) * half + Math.abs(dy) * 8;
    const clearOfLabels = ({ x, y }: PlacedCloudLabel) =>
      placed.every((o) => Math.abs(o.x - x) >= o.half + half || Math.abs(o.y - y) >= lineHeight);
    const clearOfPoints = ({ x, y }: PlacedCloudLabel) =>
      at.x.every(
        (pointX, p) =>
          Math.abs(pointX - x) >= half + 5 || Math.abs(at.y[p]! - y) >= lineHeight / 2 + 5,
      );
    const places = [0, 8, 16, 24, 32, 40].flatMap((more) =>
      [0, -lineHeight, lineHeight].map((aside) => ({
        text,
        half,
        // Aside means at a right angle to outward.
        x: clamp(px + dx * (base + more) - dy * aside, half + 2, width - half - 2),
        y: clamp(
          py + dy * (base + more) + dx * aside,
          lineHeight / 2 + 2,
          height - lineHeight / 2 - 2,
        ),
      })),
    );
    // In a corner all of them are one place: then one line above or below another, towards the middle.
    const stacked = labels.map((_, k) => ({
      ...places[0]!,
      y: places[0]!.y + (dy > 0 ? -k : k) * lineHeight,
    }));
    placed.push(
      places.find((place) => clearOfLabels(place) && clearOfPoints(place)) ??
        [...places, ...stacked].find(clearOfLabels) ??
        places[0]!,
    );
  }
  return placed;
}

function paintLabels(
  context: CanvasRenderingContext2D,
  { labels }: Cloud,
  at: Projected,
  theme: CloudTheme,
  width: number,
  height: number,
) {
  context.font = `600 13px ${theme.font}`;
  context.textAlign = 'center';
  context.textBaseline = 'middle';
  const widthOf = (text: string) => context.measureText(text).width;
  for (const { text, x, y } of placeBesidePoints(labels, at, width, height, widthOf)) {
    context.lineWidth = 4;
    context.strokeStyle = theme.surface;
    context.strokeText(text, x, y);
    context.fillStyle = theme.ink;
    context.fillText(text, x, y);
  }
}

const clamp = (value: number, low: number, high: number) => Math.min(high, Math.max(low, value));
