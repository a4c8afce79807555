/** Holds the package's hand-written types (packages/npm/index.d.ts) to the source: it compiles, or they differ. */
import type * as told from '../../packages/npm/index.d.ts';
import type * as own from './index.ts';

type Holds<A extends B, B> = [A, B];

export type Checked = [
  Holds<Pick<own.RepriseLab, keyof told.RepriseLab>, told.RepriseLab>,
  Holds<typeof own.presets, typeof told.presets>,
  Holds<typeof own.setSite, typeof told.setSite>,
  Holds<typeof own.default, typeof told.default>,
];
