/** Words of the feature-collapse lab. */
import { formatCount } from '../shell/format.ts';

export const collapseStrings = {
  label: 'Lab: a network reads one coordinate of a blob',
  notLearnt:
    'The run ended before the task was learnt. If it should be learnt, run it for more epochs, or with another seed.',
  regime: 'Initial weights',
  regimes: { rich: 'Small: rich', intermediate: 'Intermediate', lazy: 'Large: lazy' },
  size: 'Points',
  sizes: { small: '200 (10 × 10 centres)', paper: 'The paper’s 1,800' },
  otherSize: (side: number) => `${formatCount(2 * side * side)} (${side} × ${side} centres)`,
  sizeNote: {
    small:
      'The small set: 10 × 10 centres in both contexts, minibatches of 16, a larger learning rate. “Small: rich” has a gain of 0.35 here, since with the paper’s 0.275 a run waits longer on a plateau. The network is the paper’s, and a run takes seconds.',
    paper:
      'The paper’s set: 30 × 30 centres in both contexts, minibatches of 64. A run takes minutes; the page stays usable meanwhile, and the time left is shown above.',
  },
  gain: 'gain',
  gainHint: (rate: string, follows: boolean) =>
    follows
      ? `Factor on the initial weights. Moving it sets the learning rate, now ${rate}, and the epochs too.`
      : `Factor on the initial weights. Learning rate ${rate}.`,
  epochs: 'epochs',
  epochsHint: 'How long a run lasts.',
  layer: 'observed hidden layer',
  layerOf: (layer: number, of: number) => `${layer + 1} of ${of}`,
  shown: 'epoch shown',
  atStart: 'At the start',
  atEnd: 'Latest',
  time: 'time (epochs)',
  colourBy: 'Colour by',
  colours: {
    relevant: 'What is asked for',
    irrelevant: 'What is not',
    context: 'Context',
  },
  cloud: {
    heading: (layer: number) => `All points in hidden layer ${layer + 1}`,
    note: (share: number, reach: string) =>
      `Scaled to fill the frame: the farthest point lies ${reach} from the middle (units of activation). These three dimensions capture ${share}\u00a0% of the variance.`,
    scale: 'From −1 (dark) to 1 (light). Discs: u is asked for; squares: v is.',
    kinds: 'Discs: u is asked for; squares: v is.',
  },
  contextsLabel: 'Show',
  contextsShown: { both: 'both contexts', 0: 'u asked', 1: 'v asked' },
  contextName: (context: number) => (context === 0 ? 'u asked' : 'v asked'),
  end: (coordinate: string, value: string) => `${coordinate} = ${value}`,
  point: {
    heading: 'One input',
    hint: 'Point at a mark of the cloud, or choose here.',
    context: 'Context',
    contexts: ['“u?”', '“v?”'],
    u: 'u of the blob (right)',
    v: 'v of the blob (up)',
    picture: (u: string, v: string) =>
      `Picture of 5 by 5 pixels: one blob, its centre at u = ${u}, v = ${v}.`,
    target: (value: string) => `target ${value}`,
    meaning: (coordinate: string, other: string) =>
      `The context asks for ${coordinate}; ${other} does not matter. The line joins all points that differ from this one in ${other} only.`,
    length: (share: string) =>
      `In the picture, its ends are ${share} as far apart as the ends of the feature that is asked for.`,
  },
  index: 'Collapse index of the hidden layers',
  indexOf: (layer: number) => `Collapse index of hidden layer ${layer + 1}`,
  indexAxis: 'squared distance, irrelevant over relevant',
  indexNote: '1: both features alike. 0: the irrelevant one has merged.',
  indexUndefined: (layers: string) =>
    `No index (${layers}) where a layer gives points that differ in what is asked for the same activations, as where all its units are dead.`,
  layerLabel: (layer: number) => `layer ${layer + 1}`,
  loss: 'Training loss',
  lossAxis: 'half mean squared error',
  lossLabel: 'loss',
  yourDrawing: 'your drawing',
  drawingNote: 'solid: measured, dashed: your drawing',
  structure: {
    initial: 'At the start',
    measured: 'Measured at the end',
    predicted: 'Predicted by theory',
    note: (points: number, ratio: string, fitted: boolean) =>
      `Squared distances between ${points} points on a regular grid, ordered by context, then by what is asked for (its value is written beside the rows), then by what is not. Prediction and measurement share one scale; the start has its own. Ratio r = ${ratio}${fitted ? ', the one that fits these distances best: it sets the scale, and the pattern comes from the data and the start.' : '.'}`,
    correlation: 'Correlation with the measured distances:',
    theory: 'theory',
    start: 'the start',
    within: 'theory, pairs inside one context',
    waiting: 'Appears when a run has ended.',
  },
  sweep: {
    heading: 'Collapse against gain',
    start: 'Run the sweep',
    again: 'Sweep again',
    stop: 'Stop',
    seeds: 'Seeds',
    about: (runs: number, workers: number) =>
      `${runs} runs on the 200 points, ${workers} at a time.`,
    progress: 'Progress of the sweep',
    left: (time: string) => `about ${time} left`,
    done: (gain: string, layer: number) =>
      `In hidden layer ${layer + 1} the index passes one half at a gain of about ${gain}.`,
    undecided: (layer: number) =>
      `In hidden layer ${layer + 1} the index does not pass one half within these gains.`,
    notLearnt: (count: number) =>
      `${count} ${count === 1 ? 'run did' : 'runs did'} not learn in the time given and ${count === 1 ? 'is' : 'are'} left out.`,
    xAxis: 'gain of the initial weights',
    half: 'one half',
    yours: 'your gain',
    note: 'Lines: the median over the seeds, at the end of training. Dots: single runs. Dashed: one half.',
    layerMiddle: (layer: number) => `layer ${layer + 1}`,
    runs: (layer: number) => `single runs, layer ${layer + 1}`,
  },
  describe: {
    at: (epoch: string) => `At epoch ${epoch}:`,
    loss: (loss: string) => `loss ${loss}.`,
    start: 'Before training, the layer keeps both alike, what is asked for and what is not.',
    plateau:
      'The network answers about the mean of both coordinates: it has not yet understood what the context asks for.',
    merging: (width: string) =>
      `Points that differ only in what is not asked for have drawn together, though the task is not fully learnt yet: on average the two sheets are ${width} as wide as they are long.`,
    drawnTogether: (width: string) =>
      `Points that differ only in what is not asked for have drawn together: on average the two sheets are ${width} as wide as they are long.`,
    merged: (width: string) =>
      `Points that differ only in what is not asked for have merged: each context has become nearly a line, on average ${width} as wide as it is long.`,
    undefined:
      'The layer gives points that differ in what is asked for the same activations, as where all its units are dead: there is no index.',
    partly: 'What is not asked for still counts, but less than what is.',
    kept: 'The task is learnt, and yet the layer keeps both features.',
    index: (layer: number, index: string) => `Collapse index of hidden layer ${layer + 1}: ${index}.`,
    finished: 'Training is done.',
  },
};
