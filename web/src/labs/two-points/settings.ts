/** What the lab has controls of where it is shown whole. */
import { twoPointsStrings as words } from '../../strings/two-points.ts';

/** Under their headings, in their order: paths in the spec, which the core's messages name too. */
export const settingGroups: readonly (readonly [title: string, paths: string])[] = [
  [
    words.network,
    'network.kind network.channels network.kernel network.padding network.skip_length network.tokens network.heads network.activation network.gain network.decoder_gain network.width network.hidden_layers network.dropout network.input_dropout',
  ],
  [words.data, 'task.dx2 task.dy2 task.targets'],
  [words.training, 'training.optimizer training.learning_rate training.epochs seed'],
];

export const settingPaths = settingGroups.flatMap(([, paths]) => paths.split(' '));

/** What a field takes, in words. */
export const settingChoices: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'network.kind': words.kinds,
  'network.padding': words.paddings,
  'network.activation': words.activations,
  'task.targets': words.targets,
  'training.optimizer': words.optimizers,
};
