/** Which plan a figure has. */
import { again } from './again.ts';
import { depth } from './depth.ts';
import { featureCollapse } from './feature-collapse.ts';
import { digitsStructure } from './digits-structure.ts';
import { finalStructure } from './final-structure.ts';
import type { Plan } from './plan.ts';
import { richToLazy } from './rich-to-lazy.ts';
import { altered, digitsTrajectories, trajectories } from './two-points.ts';
import { xor } from './xor.ts';

const plans: Record<string, Plan<never>> = {
  trajectories: trajectories as Plan<never>,
  altered: altered as Plan<never>,
  attention: trajectories as Plan<never>,
  depth: depth as Plan<never>,
  'digits-structure': digitsStructure as Plan<never>,
  'digits-trajectories': digitsTrajectories as Plan<never>,
  'feature-collapse': featureCollapse as Plan<never>,
  'final-structure': finalStructure as Plan<never>,
  xor: xor as Plan<never>,
  'rich-to-lazy': richToLazy as Plan<never>,
};

export const planOf = (figure: string): Plan => (plans[figure] ?? again) as unknown as Plan;
