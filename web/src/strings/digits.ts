/** Words of the digits laboratory. */
const count = (n: number) => n.toLocaleString('en');

export const digitsStrings = {
  label: 'Laboratory: a network learns to tell handwritten digits apart',
  yourDrawing: 'your drawing',

  settingsTitle: 'Settings',
  start: 'Start from',
  classes: 'Classes to tell apart',
  classesHint: 'At least two.',
  classKept: (name: string) => `${name} stays: to tell apart, there must be two.`,
  className: (label: number) => `Digit ${label}`,
  /** What the labels of the sets stand for, by their names in a spec; MNIST's are digits. */
  classNames: {
    fashion_mnist: [
      'T-shirt',
      'Trousers',
      'Pullover',
      'Dress',
      'Coat',
      'Sandal',
      'Shirt',
      'Trainer',
      'Bag',
      'Ankle boot',
    ],
    cifar10: [
      'Aeroplane',
      'Car',
      'Bird',
      'Cat',
      'Deer',
      'Dog',
      'Frog',
      'Horse',
      'Ship',
      'Lorry',
    ],
  },
  source: 'Pictures',
  sourceHint: 'For others, open files of your own below.',
  sources: { mnist: 'Handwritten digits (MNIST)', fashion_mnist: 'Clothes (Fashion-MNIST)' },
  ownSources: { custom: 'Your own pictures', cifar10: 'Photographs (CIFAR-10)' },
  available: (n: number) => `${count(n)} pictures`,
  trainCount: 'Training pictures',
  trainHint: 'What the network learns from, shared evenly among the digits.',
  upTo: (n: number) => `At most ${count(n)} here.`,
  whole: (least: number, most: number) => `a whole number from ${count(least)} to ${count(most)}`,
  refused: (value: string, allowed: string) => `${value} cannot be used; allowed: ${allowed}.`,
  batchSetAside: (batch: number) =>
    `These are fewer than a batch of ${count(batch)}: every step takes them all. From ${count(batch)} pictures on, batches are of ${count(batch)} again.`,
  heldOutCount: 'Held-out pictures',
  heldOutHint: 'Never trained on. They test what it has learnt.',

  settings: 'More settings',
  width: 'Units in a hidden layer',
  networkKind: 'Kind of network',
  networkKinds: {
    mlp: 'Fully connected',
    residual: 'With skip connections',
    picture_convolutional: 'Convolutions of the picture',
    attention: 'Self-attention on rows',
  },
  channels: 'Channels',
  channelsHint: 'Numbers that each convolution keeps at every pixel.',
  kernel: 'Kernel',
  kernelHint: 'Pixels along each side that a convolution takes in; odd.',
  tokens: 'Tokens',
  tokensHint: 'Parts that the picture is cut into; a divisor of the width.',
  heads: 'Attention heads',
  headsHint: 'A divisor of the width of a token.',
  optimizer: 'Optimizer',
  optimizers: { sgd: 'Gradient descent', adam: 'Adam' },
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

  loading: 'Loading the pictures',
  loadingMore: 'Loading more pictures',
  bytes: (loaded: string, total: string) => `${loaded} of ${total}`,
  loadFailed: 'The pictures could not be loaded.',
  retry: 'Try again',
  loadNow: 'Load the pictures (about 1 MB)',
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

  atEpoch: (epoch: number) => `Epoch ${count(epoch)}.`,
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
  mistake: (predicted: string, actual: string) => `Says ${predicted}, is ${actual}`,
  saysIs: (predicted: string, actual: string) => [`says ${predicted}`, `is ${actual}`] as const,
  showAll: (n: number) => `Show all ${count(n)}`,
  showFewer: 'Show fewer',
  details: (index: number) => `Held-out picture ${count(index + 1)}`,
  detailsVerdict: (predicted: string, actual: string, margin: string) =>
    predicted === actual
      ? `The network now says ${predicted}, which is right.`
      : `The network says ${predicted}. It is a ${actual}. The output for ${predicted} is ahead by ${margin}.`,
  outputsExplained:
    'The network’s output for each digit. It was taught 1 for the right one and 0 for the others, and its answer is the largest. The lead of the wrong answer says how sure the mistake is; it is not a probability.',
  outputOf: (label: string, value: string) => `Output for ${label}: ${value}`,
  close: 'Close',
  previous: 'Previous',
  next: 'Next',

  pair: 'Two digits and the theory',
  pairIntro:
    'Two of the training pictures are followed through the network. The three equations for two points are fitted to their distances and drawn dashed.',
  pairChosen: (one: string, two: string) => `Followed: ${one} and ${two}.`,
  pictureName: (label: string, index: number) => `${label}, training picture ${count(index + 1)}`,
  choosePair: 'Choose two others',
  choosePairHint:
    'A click puts a picture in place of the one chosen longer ago. The training then starts over, since it records this pair only.',
  morePictures: 'More pictures',
  hChart: 'Hidden distance',
  hUnit: 'h, squared distance',
  ywChart: 'Output distance',
  ywUnit: 'y and w, squared distance',
  meanings: {
    h: '= |h₂ − h₁|²: how far apart the two pictures lie in the observed hidden layer',
    y: '= |y₂ − y₁|²: how far apart their outputs lie',
    w: '= y − (y₂ − y₁)·(y₂* − y₁*): the error that is left, weighed by the outputs’ difference; 0 where they coincide or are right',
  },
  measured: (symbol: string) => `${symbol}, measured`,
  theory: (symbol: string) => `${symbol}, theory`,
  fitTable: 'The fit',
  variance: 'variance explained (R²)',
  finalMeasured: 'measured last',
  finalPredicted: 'predicted at the end',
  sse: 'sum of squares',
  perEpoch: 'per epoch',
  fitLater: 'The fit appears after the first few records.',
  fitFailed: 'The equations could not be fitted:',

  structure: {
    title: 'Many pictures at once',
    intro:
      'The theory of two points says where every pair of pictures should end, from its distance at the start and as if the rest did not exist. With many pictures the paper smooths that over neighbours, from the data alone. Here both are held against the layer.',
    look: (n: number) => `Look at the first ${count(n)} training pictures`,
    done: (epoch: number) => `The matrices now show epoch ${count(epoch)}.`,
    when: (epoch: number, layer: number, n: number) =>
      `${count(n)} pictures sorted by class, hidden layer ${layer + 1}, epoch ${count(epoch)}. Squared distances in hundredths of the largest.`,
    stale: 'The training has gone on since; press again to see it now.',
    matrices: {
      initial: 'Before learning',
      measured: 'Measured',
      smoothed: 'Over neighbours',
      predicted: 'Pair by pair',
    },
    correlations: 'Correlation with the measured distances (Pearson)',
    allPairs: 'all pairs',
    acrossClasses: 'of different classes',
    predictions: {
      predicted: 'predicted, pair by pair',
      smoothed: 'predicted, over neighbours',
      initial: 'distances before learning',
    },
    verdicts: {
      start:
        'The distances before learning tell the measured ones better than either prediction: so far this layer has kept much of its start, or learns something that neither foresees.',
      predicted: 'Taken pair by pair, the theory tells the measured distances best.',
      smoothed: 'Smoothed over neighbours, the data alone tell the measured distances best.',
      none: 'None of them tells the measured distances.',
    },
    note: (ratio: string) =>
      `That classes separate makes any correlation over all pairs high; the second column leaves pairs of one class out. One ratio of rates for all pairs, ${ratio}, chosen to come closest to what is measured.`,
  },

  own: 'Your own pictures',
  ownIntro:
    'Two IDX files as of MNIST (pictures and labels, gzipped or not), CIFAR-10’s binary files, or picture files of one size, whose class is the name of their folder or the beginning of their own name, as in cat-01.png. They stay on this machine.',
  ownChoose: 'Choose files',
  ownFolder: 'Choose a folder',
  ownDrop: 'or drop them here',
  ownUse: (n: number, size: string) => `${count(n)} pictures of ${size} pixels in use.`,
  ownBack: 'Back to the site’s pictures',
  ownNeedTwo:
    'Give two IDX files together (pictures and labels), or CIFAR-10’s binary files, or picture files.',
  ownNoClass: (file: string) =>
    `${file} has no class: put it into a folder named after it, or begin its name with it, as in cat-01.png.`,
  ownClasses: (n: number, names: string) =>
    `The pictures have ${n} ${n === 1 ? 'class' : 'classes'} (${names}); from 2 to 10 are needed.`,
  ownSizes: (one: string, oneSize: string, other: string, otherSize: string) =>
    `All pictures must have one size: ${one} has ${oneSize} pixels, ${other} has ${otherSize}.`,
  ownUnreadable: (file: string) => `${file} is no picture that this browser can read.`,
  ownTooLarge: (values: number) =>
    `These pictures have ${values.toLocaleString('en')} values in all; at most 200,000,000 fit.`,
  ownCifar: (reason: string) => `This is no CIFAR-10 file: ${reason}.`,
  ownMissing:
    'This link was made with pictures of its maker’s own. Choose the same files, or go back to the site’s.',

  unknown: (fields: string) => `This link names settings that do not exist here: ${fields}.`,
};
