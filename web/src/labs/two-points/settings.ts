/** The page's controls. */
import type { Choice, SliderRange } from '../../shell/field.ts';
import type { Spec } from '../../spec/types.ts';
import { twoPointsStrings as words } from '../../strings/two-points.ts';
import { decoderGain, isAttention, isConvolutional, isResidual } from './changes.ts';
import { declaration } from './declaration.mjs';

export interface Setting {
  /** Dotted path in the spec; also what the validator's messages name. */
  path: string;
  label: string;
  hint?: string;
  choices?: readonly Choice[];
  slider?: SliderRange;
  /** Whether a spec has the field at all; left out where all do. */
  applies?: (spec: Spec) => boolean;
  /** What the control shows, where that is not the field as it stands. */
  shown?: (spec: Spec) => number;
}

export interface SettingGroup {
  title: string;
  settings: readonly Setting[];
}

const sliders = declaration.controls;

const choices = (labels: Record<string, string>): Choice[] =>
  Object.entries(labels).map(([value, label]) => ({ value, label }));

export const settingGroups: readonly SettingGroup[] = [
  {
    title: words.network,
    settings: [
      { path: 'network.kind', label: words.fields.kind, choices: choices(words.kinds) },
      {
        path: 'network.channels',
        label: words.fields.channels,
        hint: words.fields.channelsHint,
        applies: isConvolutional,
      },
      {
        path: 'network.kernel',
        label: words.fields.kernel,
        hint: words.fields.kernelHint,
        applies: isConvolutional,
      },
      {
        path: 'network.padding',
        label: words.fields.padding,
        hint: words.fields.paddingHint,
        choices: choices(words.paddings),
        applies: isConvolutional,
      },
      {
        path: 'network.skip_length',
        label: words.fields.skipLength,
        hint: words.fields.skipLengthHint,
        applies: isResidual,
      },
      {
        path: 'network.tokens',
        label: words.fields.tokens,
        hint: words.fields.tokensHint,
        applies: isAttention,
      },
      {
        path: 'network.heads',
        label: words.fields.heads,
        hint: words.fields.headsHint,
        applies: isAttention,
      },
      {
        path: 'network.activation',
        label: words.fields.activation,
        choices: choices(words.activations),
      },
      {
        path: 'network.gain',
        label: words.fields.gain,
        hint: words.fields.gainHint,
        slider: sliders['network.gain'].slider,
      },
      {
        path: 'network.decoder_gain',
        label: words.fields.decoderGain,
        hint: words.fields.decoderGainHint,
        slider: sliders['network.decoder_gain'].slider,
        shown: decoderGain,
      },
      {
        path: 'network.width',
        label: words.fields.width,
        slider: sliders['network.width'].slider,
      },
      {
        path: 'network.hidden_layers',
        label: words.fields.hiddenLayers,
        slider: sliders['network.hidden_layers'].slider,
      },
      {
        path: 'network.dropout',
        label: words.fields.dropout,
        hint: words.fields.dropoutHint,
        slider: sliders['network.dropout'].slider,
      },
      {
        path: 'network.input_dropout',
        label: words.fields.inputDropout,
        hint: words.fields.inputDropoutHint,
        slider: sliders['network.input_dropout'].slider,
      },
    ],
  },
  {
    title: words.data,
    settings: [
      { path: 'task.dx2', label: words.fields.dx2, slider: sliders['task.dx2'].slider },
      { path: 'task.dy2', label: words.fields.dy2, slider: sliders['task.dy2'].slider },
      {
        path: 'task.targets',
        label: words.fields.targets,
        hint: words.fields.targetsHint,
        choices: choices(words.targets),
      },
    ],
  },
  {
    title: words.training,
    settings: [
      {
        path: 'training.optimizer',
        label: words.fields.optimizer,
        choices: choices(words.optimizers),
      },
      {
        path: 'training.learning_rate',
        label: words.fields.learningRate,
        slider: sliders['training.learning_rate'].slider,
      },
      {
        path: 'training.epochs',
        label: words.fields.epochs,
        slider: sliders['training.epochs'].slider,
      },
      { path: 'seed', label: words.fields.seed },
    ],
  },
];

export const settingPaths = settingGroups.flatMap(({ settings }) => settings.map(({ path }) => path));
