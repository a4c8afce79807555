/** Words of the digits laboratory. */
const count = (n: number) => n.toLocaleString('en');

export const digitsStrings = {
  label: 'Laboratory: a network learns to tell handwritten digits apart',
  locked: 'Make your prediction in the question above; then this opens.',
  showAnyway: 'Open it without predicting',
  yourDrawing: 'your drawing',

  settingsTitle: 'Settings',
  start: 'Start from',
  classes: 'Digits to tell apart',
  classesHint: 'At least two.',
  className: (label: number) => `Digit ${label}`,
  available: (n: number) => `${count(n)} pictures`,
  trainCount: 'Training pictures',
  trainHint: 'What the network learns from, shared evenly among the digits.',
  upTo: (n: number) => `At most ${count(n)} here.`,
  heldOutCount: 'Held-out pictures',
  heldOutHint: 'Never trained on. They test what it has learnt.',

  settings: 'More settings',
  width: 'Units in a hidden layer',
  hiddenLayers: 'Hidden layers',
  activation: 'Activation',
  activations: {
    leaky_relu: 'Leaky ReLU (0.01)',
    relu: 'ReLU',
    tanh: 'tanh',
    elu: 'ELU',
    silu: 'SiLU (swish)',
    linear: 'linear',
  },
  gain: 'Gain',
  gainHint: 'Factor on the initial weights.',
  learningRate: 'Learning rate',
  batch: 'Batch size',
  batchHint: 'Pictures in a step, or “full” for all.',
  epochs: 'Epochs',
  epochsHint: 'Passes over the training pictures.',
  every: 'Epochs between records',
  seed: 'Seed',
  seedHint: 'Fixes the initial weights and the order of the pictures.',
  parameters: (n: number) => `${count(n)} weights and biases`,

  more: 'Link and files',

  loading: 'Loading the digits',
  loadingMore: 'Loading more digits',
  bytes: (loaded: string, total: string) => `${loaded} of ${total}`,
  loadFailed: 'The digits could not be loaded.',
  retry: 'Try again',
  loadNow: 'Load the digits (about 1 MB)',
  needMore: 'These settings take more pictures than are loaded.',
  loadAll: (size: string) => `Load all 10,000 (${size} more)`,
  allLoaded: 'All 10,000 pictures are loaded.',

  states: {
    idle: 'Ready.',
    running: 'Training.',
    paused: 'Paused.',
    finished: 'Finished.',
    diverged: 'Diverged.',
  },

  heldOutAccuracy: 'held-out pictures recognised',
  ofCount: (right: number, total: number) => `${count(right)} of ${count(total)}`,
  chance: (percent: string) => `guessing gives ${percent}`,

  time: 'time (epochs)',
  accuracyChart: 'Accuracy',
  accuracyUnit: 'share recognised',
  lossChart: 'Loss',
  lossUnit: { half_mse: 'half mean squared error', mse: 'mean squared error' },
  training: 'training',
  heldOut: 'held out',

  mistakes: 'What it gets wrong',
  mistakesNow: (wrong: number, total: number) =>
    `${count(wrong)} of ${count(total)} held-out pictures, the surest mistakes first.`,
  mistakesUntrained: 'Not trained yet: these are guesses.',
  noMistakes: (total: number) => `None: all ${count(total)} held-out pictures are recognised.`,
  mistakesLater: 'Shown once the network is made.',
  mistake: (predicted: number, actual: number) => `Says ${predicted}, is ${actual}`,
  saysIs: (predicted: number, actual: number) => [`says ${predicted}`, `is ${actual}`] as const,
  showAll: (n: number) => `Show all ${count(n)}`,
  showFewer: 'Show fewer',
  details: (index: number) => `Held-out picture ${count(index + 1)}`,
  detailsVerdict: (predicted: number, actual: number, margin: string) =>
    predicted === actual
      ? `The network now says ${predicted}, which is right.`
      : `The network says ${predicted}. It is a ${actual}. The output for ${predicted} is ahead by ${margin}.`,
  outputsExplained:
    'The network’s output for each digit. It was taught 1 for the right one and 0 for the others, and its answer is the largest. The lead of the wrong answer says how sure the mistake is; it is not a probability.',
  outputOf: (label: number, value: string) => `Output for ${label}: ${value}`,
  close: 'Close',
  previous: 'Previous',
  next: 'Next',

  pair: 'Two digits and the theory',
  pairIntro:
    'Two of the training pictures are followed through the network. The three equations for two points are fitted to their distances and drawn dashed.',
  pairChosen: (one: string, two: string) => `Followed: ${one} and ${two}.`,
  pictureName: (label: number, index: number) => `${label}, training picture ${count(index + 1)}`,
  choosePair: 'Choose two others',
  choosePairHint:
    'A click puts a picture in place of the one chosen longer ago. The training then starts over, since it records this pair only.',
  morePictures: 'More pictures',
  layer: 'Observed hidden layer',
  layerHint: (last: number) => `0 is the first, ${last} the last. Moving it needs no new training.`,
  hChart: 'Hidden distance',
  hUnit: 'h, squared distance',
  ywChart: 'Output distance',
  ywUnit: 'y and w, squared distance',
  meanings: {
    h: '= |h₂ − h₁|²: how far apart the two pictures lie in the observed hidden layer',
    y: '= |y₂ − y₁|²: how far apart their outputs lie',
    w: '= y − (y₂ − y₁)·(y₂* − y₁*): how far the outputs’ difference is from the targets’; 0 when learnt',
  },
  measured: (symbol: string) => `${symbol}, measured`,
  theory: (symbol: string) => `${symbol}, theory`,
  fitTable: 'The fit',
  variance: 'variance explained (r²)',
  finalDistance: 'final h',
  finalMeasured: 'measured last',
  finalPredicted: 'theory',
  sse: 'sum of squares',
  perEpoch: 'per epoch',
  fitLater: 'The fit appears after the first few records.',
  fitFailed: 'The equations could not be fitted:',

  own: 'Your own pictures',
  ownIntro:
    'Two files in the IDX format of MNIST, one of pictures and one of labels, gzipped or not. They stay on this machine.',
  ownChoose: 'Choose two files',
  ownDrop: 'or drop them here',
  ownUse: (n: number, size: string) => `${count(n)} pictures of ${size} pixels in use.`,
  ownBack: 'Back to MNIST',
  ownNeedTwo: 'Give two files together: pictures and labels.',
  ownMissing:
    'This link was made with pictures of its maker’s own. Choose the same two files, or go back to MNIST.',

  unknown: (fields: string) => `This link names settings that do not exist here: ${fields}.`,
};
