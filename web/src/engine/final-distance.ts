/** The closed form for where a pair of points ends, read backwards. */

/** The ratio eta_h / eta_y at which a pair that started at h0, y0 ends at h: the final-distance formula solved for it. */
export function ratioFromEnd(h0: number, y0: number, h: number, dx2: number, dy2: number): number {
  return (h * (h - h0)) / (dx2 * (dy2 - (y0 / h0) * h));
}
