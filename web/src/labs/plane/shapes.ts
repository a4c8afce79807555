/** The shapes the lab offers, each a preset whose task the present network takes on. */
import { findPreset } from '../../spec/presets.ts';
import type { Spec } from '../../spec/types.ts';
import { classesOf, countOf, heldOut, type PlaneTask } from './points.ts';

export type Shape = PlaneTask['shape'];
export const shapes: readonly Shape[] = [
  'xor_clouds',
  'xor_corners',
  'circles',
  'moons',
  'spirals',
  'gaussians',
  'checkerboard',
  'sine',
  'surface',
  'own',
];

export const presetOf = (shape: Shape): string => `plane/${shape.replace('_', '-')}`;

/** How many points of a task are trained on. */
export function trainedOn(task: PlaneTask): number {
  const count = task.shape === 'own' ? countOf(task.points ?? []) : (task.count ?? 0);
  return Array.from({ length: count }, (_, p) => p).filter((p) => !heldOut(p, task.held_out)).length;
}

/**
 * The spec with another task: as much of a batch as there are points for, points to observe that there are, and squared
 * errors where there are no classes.
 */
export function withTask(spec: Spec, task: PlaneTask): Spec {
  const trained = trainedOn(task);
  const { batch, loss } = spec.training;
  const { points } = spec.observe;
  return {
    ...spec,
    task,
    training: {
      ...spec.training,
      batch: batch === 'full' || batch <= trained ? batch : 'full',
      loss: loss === 'cross_entropy' && classesOf(task) === 0 ? 'half_mse' : loss,
    },
    observe: { ...spec.observe, points: points?.some((point) => point >= trained) ? [0, 1] : points! },
  };
}

/** A shape as its preset has it, with the held-out share and the inputs of the spec. */
export function withShape(spec: Spec, shape: Shape): Spec {
  const task = findPreset(presetOf(shape))!.spec.task as PlaneTask;
  return withTask(spec, { ...task, features: (spec.task as PlaneTask).features });
}
