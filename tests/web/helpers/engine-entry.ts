/** The engine's modules and labs' runs that tests use, as one program. */
export { Engine, EngineError } from '../../../web/src/engine/client.ts';
export { Experiment, gone } from '../../../web/src/engine/experiment.ts';
export { fitCurve } from '../../../web/src/engine/fit.ts';
export { Paced } from '../../../web/src/engine/paced.ts';
export { EnginePool } from '../../../web/src/engine/pool.ts';
export { firstBelow, runToEnd } from '../../../web/src/engine/run-to-end.ts';
export { AlteredRun } from '../../../web/src/labs/altered/run.ts';
export { measures as alteredMeasures } from '../../../web/src/labs/altered/measured.ts';
export { namedSystems, theory, unaltered } from '../../../web/src/labs/altered/systems.ts';
export { measures as collapseMeasures } from '../../../web/src/labs/collapse/measured.ts';
export { smallSpec } from '../../../web/src/labs/collapse/regimes.ts';
export { CollapseRun } from '../../../web/src/labs/collapse/run.ts';
export { measures } from '../../../web/src/labs/xor/measured.ts';
export { regimeSpec } from '../../../web/src/labs/xor/regimes.ts';
export { XorRun } from '../../../web/src/labs/xor/run.ts';
