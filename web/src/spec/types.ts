import type { ExperimentSpec, NetworkSpec } from './schema-types.ts';

export type { ImagesTask, TwoPointsTask, XorTask } from './schema-types.ts';

/** Everything needed to repeat a run, with every default filled in. */
export type Spec = ExperimentSpec;
export type Activation = NetworkSpec['activation'];
export type NetworkKind = NetworkSpec['kind'];

/** A spec with a name and a few words. */
export interface Preset {
  name: string;
  title: string;
  summary: string;
  /** The name by which links and embeddings meant it until another preset took that name. */
  formerly?: string;
  spec: Spec;
}
