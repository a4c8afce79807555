/** Draws the points of the plane over what the network makes of it, on a canvas. */
import { countOf, heldOut } from './points.ts';

export interface PlaneTheme {
  ground: string;
  ink: string;
  line: string;
  accent: string;
  /** Of the classes. */
  classes: readonly string[];
}

/** Where the square lies on the canvas, in pixels, and how far it reaches in the plane. */
export interface Frame {
  size: number;
  extent: number;
}

export const toPixel = ({ size, extent }: Frame, x: number, y: number): [number, number] => [
  ((x + extent) / (2 * extent)) * size,
  ((extent - y) / (2 * extent)) * size,
];

export const toPlane = ({ size, extent }: Frame, left: number, top: number): [number, number] => [
  (left / size) * 2 * extent - extent,
  extent - (top / size) * 2 * extent,
];

/** Each class has a shape of its own beside its colour: disc, square, triangle, diamond. */
function outline(context: CanvasRenderingContext2D, kind: number, x: number, y: number, r: number): void {
  context.beginPath();
  if (kind === 0) {
    context.arc(x, y, r, 0, 2 * Math.PI);
    return;
  }
  const corners = kind === 2 ? 3 : 4;
  const from = kind === 1 ? Math.PI / 4 : Math.PI / 2;
  const reach = kind === 1 ? 1.2 * r : 1.3 * r;
  for (let k = 0; k < corners; k++) {
    const angle = from + (2 * Math.PI * k) / corners;
    context.lineTo(x + reach * Math.cos(angle), y - reach * Math.sin(angle));
  }
  context.closePath();
}

export interface PointsShown {
  points: ArrayLike<number>;
  /** 0 where targets are numbers. */
  classes: number;
  heldOutShare: number;
  /** The point that is taken up, or -1. */
  chosen: number;
  /** Where the keyboard's cursor stands, or null. */
  cursor: readonly [number, number] | null;
}

export function paintPoints(
  context: CanvasRenderingContext2D,
  frame: Frame,
  { points, classes, heldOutShare, chosen, cursor }: PointsShown,
  theme: PlaneTheme,
): void {
  paintAxes(context, frame, theme);
  const count = countOf(points);
  const size = count > 200 ? 3.6 : count > 60 ? 4.4 : 6;
  context.lineWidth = 1.4;
  for (let p = 0; p < count; p++) {
    const [x, y] = toPixel(frame, points[3 * p]!, points[3 * p + 1]!);
    const target = points[3 * p + 2]!;
    const kind = classes > 0 ? target : target < 0 ? 0 : 1;
    const colour = theme.classes[kind] ?? theme.ink;
    outline(context, kind, x, y, classes > 0 ? size : size * (0.5 + 0.5 * Math.min(1, Math.abs(target))));
    // Hollow: held out.
    const hollow = heldOut(p, heldOutShare);
    context.fillStyle = hollow ? theme.ground : colour;
    context.fill();
    context.strokeStyle = hollow ? colour : theme.ground;
    context.stroke();
  }
  if (chosen >= 0 && chosen < count) {
    const [x, y] = toPixel(frame, points[3 * chosen]!, points[3 * chosen + 1]!);
    context.beginPath();
    context.arc(x, y, size + 5, 0, 2 * Math.PI);
    context.strokeStyle = theme.accent;
    context.lineWidth = 2.5;
    context.stroke();
  }
  if (cursor) paintCursor(context, toPixel(frame, ...(cursor as [number, number])), theme);
}

function paintAxes(context: CanvasRenderingContext2D, { size }: Frame, theme: PlaneTheme): void {
  context.beginPath();
  context.moveTo(0, size / 2);
  context.lineTo(size, size / 2);
  context.moveTo(size / 2, 0);
  context.lineTo(size / 2, size);
  context.strokeStyle = theme.line;
  context.lineWidth = 0.5;
  context.stroke();
}

function paintCursor(context: CanvasRenderingContext2D, [x, y]: [number, number], theme: PlaneTheme): void {
  for (const [width, colour] of [
    [4, theme.ground],
    [1.5, theme.ink],
  ] as const) {
    context.beginPath();
    for (const [dx, dy] of [
      [1, 0],
      [-1, 0],
      [0, 1],
      [0, -1],
    ] as const) {
      context.moveTo(x + 3 * dx, y + 3 * dy);
      context.lineTo(x + 11 * dx, y + 11 * dy);
    }
    context.strokeStyle = colour;
    context.lineWidth = width;
    context.stroke();
  }
}
