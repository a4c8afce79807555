/** The theory fitted to a run, and its curve over the whole of it: one way for every lab. */
import type { Engine } from './client.ts';
import type { Fit, FitRequest, TheoryCurve } from './protocol.ts';

/** With fewer records the rates are anybody's guess. */
export const fewestRecords = 6;
/** While training, a fit this often: it takes the worker's time from the network. */
export const fitEveryMilliseconds = 400;
/** And so seldom that it takes a fifth of the time at most: fitting half a million records takes seconds. */
export const fitParts = 5;
/** Evenly spaced times at which a fitted curve is drawn. */
export const curvePoints = 241;

export interface FittedCurve {
  fit: Fit;
  theory: TheoryCurve;
}

/** until: epochs to which the curve is drawn. Rejects as `invalid` where no rates can be found. */
export async function fitCurve(
  engine: Engine,
  request: FitRequest,
  until: number,
  signal?: AbortSignal,
): Promise<FittedCurve> {
  const fit = await engine.fit(request, { signal });
  const { h0, y0, w0, dx2, dy2, eta_h, eta_y } = fit;
  const { system } = request;
  const start = { h0, y0, w0, dx2, dy2, eta_h, eta_y, ...(system ? { system } : {}) };
  return { fit, theory: await engine.theory({ ...start, until, points: curvePoints }, { signal }) };
}
