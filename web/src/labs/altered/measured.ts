/** How the lab has what its declaration names: numbers about a run, and curves over epochs. */
import type { Fit } from '../../engine/protocol.ts';
import { pairColumn } from '../../engine/records.ts';
import type { Curves, Measures } from '../frame/declared-lab.ts';
import type { declaration } from './declaration.mjs';
import type { AlteredRun } from './run.ts';
import { countAltered, theory } from './systems.ts';

/** Of the fit of the equations in use. */
const fitted = (make: (fit: Fit, run: AlteredRun) => number) => (run: AlteredRun) => {
  const fit = run.current?.fitted?.fit;
  return fit ? make(fit, run) : NaN;
};

export const measures: Measures<typeof declaration, AlteredRun> = {
  misfit: fitted(({ sse }) => sse),
  times: fitted(({ sse }, { fits }) => sse / (fits.get(theory)?.fit.sse ?? NaN)),
  r2_h: fitted(({ r2_h }) => r2_h),
  r2_y: fitted(({ r2_y }) => r2_y),
  r2_w: fitted(({ r2_w }) => r2_w),
  altered: ({ factors }) => countAltered(factors),
  progress: ({ progress }) => progress,
};

const distance =
  (name: 'h' | 'y' | 'w') =>
  ({ records, spec }: AlteredRun) =>
    records && { x: records.column('t'), y: pairColumn(records, name, spec.observe.layer) };

export const curves: Curves<typeof declaration, AlteredRun> = {
  h: distance('h'),
  y: distance('y'),
  w: distance('w'),
};
