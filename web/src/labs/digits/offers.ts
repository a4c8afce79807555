/** How the lab has what it declares: measures and curves, by name. */
import { columnNames } from '../../engine/records.ts';
import type { declaration } from './declaration.mjs';
import type { LabState } from './lab-state.ts';

/** Numbers that questions and checkpoints may ask for; NaN while they cannot be had. */
export const measures = {
  accuracy: ({ run }: LabState) => 100 * run.last('held_out_accuracy'),
  train_accuracy: ({ run }: LabState) => 100 * run.last('train_accuracy'),
  mistakes: ({ run }: LabState) => (run.outputs.length > 0 ? run.mistakes.length : NaN),
  loss: ({ run }: LabState) => run.last('loss'),
  r2_h: ({ run }: LabState) => run.fit?.r2_h ?? NaN,
  r2_y: ({ run }: LabState) => run.fit?.r2_y ?? NaN,
  r2_w: ({ run }: LabState) => run.fit?.r2_w ?? NaN,
  growth: ({ run }: LabState) => {
    const { h } = run.trajectory();
    return h.length > 1 ? h[h.length - 1]! / h[0]! : NaN;
  },
  /** Which of h, y, w (0, 1, 2) the theory explains worst. */
  worst: ({ run: { fit } }: LabState) => {
    if (!fit) return NaN;
    const shares = [fit.r2_h, fit.r2_y, fit.r2_w];
    return shares.indexOf(Math.min(...shares));
  },
  /** Whether h shrank (-1), grew (1), or ended within a fifth of where it began (0). */
  direction: (lab: LabState) => {
    const growth: number = measures.growth(lab);
    return Number.isNaN(growth) ? NaN : growth < 0.8 ? -1 : growth > 1.2 ? 1 : 0;
  },
  gain: ({ spec }: LabState) => spec.network.gain,
  train_count: ({ task }: LabState) => task.train_count,
  classes: ({ task }: LabState) => task.classes.length,
  /** Counted from 1, as readers do. */
  layer: ({ spec }: LabState) => spec.observe.layer + 1,
  same_class: ({ run }: LabState) => (run.findings ? Number(run.findings.oneClass) : NaN),
  /** Correlation of measured and predicted distances over pictures of different classes, once looked at. */
  structure: ({ run }: LabState) => run.arrangement?.structure.correlationAcrossClasses.smoothed ?? NaN,
  progress: ({ run, spec }: LabState) => run.epoch / spec.training.epochs,
} satisfies Record<keyof typeof declaration.measures, (lab: LabState) => number>;

const columns = {
  accuracy: () => 'held_out_accuracy',
  loss: () => 'loss',
  h: (i: number, j: number, layer: number) => columnNames.h(i, j, layer),
  y: columnNames.y,
  w: columnNames.w,
} satisfies Record<keyof typeof declaration.curves, unknown>;

export function measureOf(lab: LabState, name: string): number {
  return Object.hasOwn(measures, name) ? measures[name as keyof typeof measures](lab) : NaN;
}

export function curveOf({ run, spec }: LabState, name: string) {
  if (!Object.hasOwn(columns, name)) return null;
  const [i = 0, j = 1] = spec.observe.points ?? [];
  const column = columns[name as keyof typeof columns](i, j, spec.observe.layer);
  return { x: run.column('t'), y: run.column(column) };
}
