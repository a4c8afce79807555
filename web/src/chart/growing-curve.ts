import { sameColumn } from '../engine/growth.ts';
import type { Series } from './series.ts';
import type { Point } from './value-at.ts';

/**
 * A curve that grows at its end, and what a chart shows of it: every point while there are few, then the least and the
 * greatest of each bucket of neighbours, where a bucket takes twice as many points whenever there are too many buckets.
 * So a new point costs the same however many came before it, and no spike is lost.
 */
export class GrowingCurve {
  /** At most so many points are shown (and the curve's last), at least half as many once there are as many. */
  private readonly limit: number;
  private x: ArrayLike<number> = [];
  private y: ArrayLike<number> = [];
  private positive = false;
  private seen = 0;
  /** Drawn points in one bucket, and in the last one so far. */
  private size = 1;
  private inLast = 0;
  /** By bucket; of equal points the first. */
  private lows: Placed[] = [];
  private highs: Placed[] = [];
  private last: Placed | null = null;
  /** Over all finite values, also those that a logarithmic axis does not show. */
  private least: Point | null = null;
  private greatest: Point | null = null;

  constructor(limit: number) {
    this.limit = limit;
  }

  /**
   * Looks at what is new in x and y, or at all of it where they are not the curve seen before, grown. Values that are not
   * finite are left out, and what is not positive when `positive`.
   */
  follow(x: ArrayLike<number>, y: ArrayLike<number>, positive: boolean): void {
    const count = Math.min(x.length, y.length);
    if (positive !== this.positive || count < this.seen || !this.continues(x, y)) this.begin(positive);
    [this.x, this.y] = [x, y];
    for (let i = this.seen; i < count; i++) this.take({ x: x[i]!, y: y[i]!, at: i });
    this.seen = count;
  }

  /** In the order of the curve. */
  points(): Point[] {
    const shown: Placed[] = [];
    this.lows.forEach((low, bucket) => {
      const high = this.highs[bucket]!;
      if (low.at === high.at) shown.push(low);
      else if (low.at < high.at) shown.push(low, high);
      else shown.push(high, low);
    });
    if (this.last && shown[shown.length - 1] !== this.last) shown.push(this.last);
    return shown;
  }

  /** The points of the least and the greatest finite value; null where there is none. */
  extremes(): { least: Point; greatest: Point } | null {
    return this.least && this.greatest && { least: this.least, greatest: this.greatest };
  }

  private continues(x: ArrayLike<number>, y: ArrayLike<number>): boolean {
    return this.seen === 0 || (sameColumn(x, this.x) && sameColumn(y, this.y));
  }

  private begin(positive: boolean): void {
    this.positive = positive;
    this.seen = 0;
    this.size = 1;
    this.inLast = 0;
    this.lows = [];
    this.highs = [];
    this.last = this.least = this.greatest = null;
  }

  private take(point: Placed): void {
    const { y } = point;
    if (!Number.isFinite(y)) return;
    if (!this.least || y < this.least.y) this.least = point;
    if (!this.greatest || y > this.greatest.y) this.greatest = point;
    if (this.positive && y <= 0) return;
    this.last = point;
    if (this.lows.length === 0 || this.inLast === this.size) {
      if (2 * (this.lows.length + 1) > this.limit) this.merge();
      // After a merger the last bucket may have room again.
      if (this.lows.length === 0 || this.inLast === this.size) {
        this.lows.push(point);
        this.highs.push(point);
        this.inLast = 1;
        return;
      }
    }
    const bucket = this.lows.length - 1;
    if (y < this.lows[bucket]!.y) this.lows[bucket] = point;
    if (y > this.highs[bucket]!.y) this.highs[bucket] = point;
    this.inLast++;
  }

  /** Makes one bucket of each two neighbours. */
  private merge(): void {
    const pairs = Math.ceil(this.lows.length / 2);
    const alone = this.lows.length % 2 === 1;
    for (let pair = 0; pair < pairs; pair++) {
      const [first, second] = [2 * pair, Math.min(2 * pair + 1, this.lows.length - 1)];
      const [low, high] = [this.lows[second]!, this.highs[second]!];
      this.lows[pair] = low.y < this.lows[first]!.y ? low : this.lows[first]!;
      this.highs[pair] = high.y > this.highs[first]!.y ? high : this.highs[first]!;
    }
    this.lows.length = this.highs.length = pairs;
    if (!alone) this.inLast += this.size;
    this.size *= 2;
  }
}

interface Placed extends Point {
  /** Its place in the curve. */
  at: number;
}

/** A chart's curves, each known again by its id and kind. */
export class GrowingCurves {
  private readonly limit: number;
  private readonly known = new Map<string, GrowingCurve>();

  /** limit: points of one curve that are shown. */
  constructor(limit: number) {
    this.limit = limit;
  }

  /** A series with whatever is new in it looked at. */
  follow(series: Series, positive: boolean): GrowingCurve {
    const key = keyOf(series);
    const curve = this.known.get(key) ?? new GrowingCurve(this.limit);
    this.known.set(key, curve);
    curve.follow(series.x, series.y, positive);
    return curve;
  }

  /** Forgets all but these. */
  keep(series: readonly Series[]): void {
    const kept = new Set(series.map(keyOf));
    for (const key of this.known.keys()) if (!kept.has(key)) this.known.delete(key);
  }
}

const keyOf = ({ id, kind }: Series) => `${id} ${kind}`;
