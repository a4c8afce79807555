/** Holds the package's hand-written types (packages/npm/index.d.ts) to the source: it compiles, or they differ. */
import type * as published from '../../packages/npm/index.d.ts';
import type * as own from './index.ts';

type Holds<A extends B, B> = [A, B];

export type Checked = [
  Holds<Pick<own.RepriseLab, keyof published.RepriseLab>, published.RepriseLab>,
  Holds<typeof own.presets, typeof published.presets>,
  Holds<typeof own.setSite, typeof published.setSite>,
  Holds<typeof own.default, typeof published.default>,
];
