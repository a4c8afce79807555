/** Words of the digits laboratory. */
const count = (n: number) => n.toLocaleString('en');

export const digitsStrings = {
  label: 'Laboratory: a network learns to tell handwritten digits apart',
  yourDrawing: 'your drawing',

  settingsTitle: 'Settings',
  start: 'Start from',
  classes: 'Classes to tell apart',
  classesHint: 'At least two.',
  classKept: (name: string) => `Keep at least two classes: ${name} stays.`,
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
  trainHint: 'What the network learns from, spread evenly over the digits.',
  upTo: (n: number) => `At most ${count(n)} here.`,
  whole: (least: number, most: number) => `a whole number from ${count(least)} to ${count(most)}`,
  refused: (value: string, allowed: string) => `${value} cannot be used; allowed: ${allowed}.`,
  batchSetAside: (batch: number) =>
    `These are fewer than a batch of ${count(batch)}: every step uses them all. From ${count(batch)} pictures on, batches are of ${count(batch)} again.`,
  heldOutCount: 'Held-out pictures',
  heldOutHint: 'Never trained on: they test what the network has learnt.',

  settings: 'More settings',
  width: 'Units in a hidden layer',
  networkKind: 'Kind of network',
  networkKinds: {
    mlp: 'Fully connected',
    residual: 'With skip connections',
    picture_convolutional: 'Convolutional',
    attention: 'Self-attention on rows',
  },
  channels: 'Channels',
  channelsHint: 'Values that each convolution keeps at every pixel.',
  kernel: 'Kernel',
  kernelHint: 'Side length of each convolution in pixels; odd.',
  tokens: 'Tokens',
  tokensHint: 'Parts that the picture is cut into; must divide the width.',
  heads: 'Attention heads',
  headsHint: 'Must divide the width of a token.',
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
  needMore: 'These settings need more pictures than are loaded.',
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
    `${count(wrong)} of ${count(total)} held-out pictures, the most confident mistakes first.`,
  mistakesUntrained: 'Not trained yet: these are guesses.',
  noMistakes: (total: number) => `None: all ${count(total)} held-out pictures are recognised.`,
  mistakesLater: 'Shown once the network is ready.',
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
    'The network’s output for each digit. It was taught 1 for the right one and 0 for the others, and its answer is the largest. The margin by which the wrong answer leads says how confident the mistake is; it is not a probability.',
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
    'Clicking a picture replaces the one chosen first. Training then starts over, since only this pair is recorded.',
  morePictures: 'More pictures',
  hChart: 'Hidden distance',
  hUnit: 'h, squared distance',
  ywChart: 'Output distance',
  ywUnit: 'y and w, squared distance',
  meanings: {
    h: '= |h₂ − h₁|²: how far apart the two pictures lie in the observed hidden layer',
    y: '= |y₂ − y₁|²: how far apart their outputs lie',
    w: '= y − (y₂ − y₁)·(y₂* − y₁*): the remaining error, weighted by the difference of the outputs; 0 where they coincide or are correct',
  },
  measured: (symbol: string) => `${symbol}, measured`,
  theory: (symbol: string) => `${symbol}, theory`,
  fitTable: 'The fit',
  variance: 'variance explained (R²)',
  finalMeasured: 'last measured',
  finalPredicted: 'predicted at the end',
  sse: 'sum of squares',
  perEpoch: 'per epoch',
  fitLater: 'The fit appears after the first few records.',
  fitFailed: 'The equations could not be fitted:',

  structure: {
    title: 'Many pictures at once',
    intro:
      'The theory of two points says where every pair of pictures should end, given its distance at the start and as if no other pictures existed. For many pictures the paper smooths this over neighbours, from the data alone. Here both are compared with the layer.',
    look: (n: number) => `Look at the first ${count(n)} training pictures`,
    failed: 'They could not be looked at:',
    done: (epoch: number) => `The matrices now show epoch ${count(epoch)}.`,
    when: (epoch: number, layer: number, n: number) =>
      `${count(n)} pictures sorted by class, hidden layer ${layer + 1}, epoch ${count(epoch)}. Squared distances in hundredths of the largest.`,
    stale: 'Training has continued since; press again to update.',
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
        'The distances before learning predict the measured ones better than either prediction: so far this layer has kept much of its start, or is learning something that neither expects.',
      predicted: 'Pair by pair, the theory predicts the measured distances best.',
      smoothed: 'Smoothed over neighbours, the data alone predict the measured distances best.',
      none: 'None of them predicts the measured distances.',
    },
    note: (ratio: string) =>
      `Because classes separate, any correlation over all pairs is high; the second column leaves out pairs of one class. One ratio of rates for all pairs, ${ratio}, is chosen to match the measurement best.`,
  },

  own: 'Your own pictures',
  ownIntro:
    'Two IDX files as in MNIST (pictures and labels, gzipped or not), CIFAR-10’s binary files, or picture files of one size, whose class is the name of their folder or the start of their own name, as in cat-01.png. They stay on this machine.',
  ownChoose: 'Choose files',
  ownFolder: 'Choose a folder',
  ownDrop: 'or drop them here',
  ownUse: (n: number, size: string) => `${count(n)} pictures of ${size} pixels in use.`,
  ownBack: 'Back to the site’s pictures',
  ownNeedTwo: (files: string, n: number) =>
    `${files || 'Nothing'}${n > 3 ? ', …' : ''}: neither pictures nor CIFAR-10’s binary files. Give two IDX files together (pictures and labels), or CIFAR-10’s binary files, or picture files.`,
  ownNoClass: (file: string) =>
    `${file} has no class: put it into a folder named after it, or begin its name with it, as in cat-01.png.`,
  ownClasses: (file: string, n: number, names: string) =>
    n > 10
      ? `${file} belongs to an eleventh class: the pictures have ${n} (${names}${n > 12 ? ', …' : ''}); from 2 to 10 are needed.`
      : `${file}: the pictures have 1 class (${names}); from 2 to 10 are needed.`,
  ownPictures: (n: number) => `${count(n)} picture files`,
  ownLabel: (file: string, picture: number, label: number) =>
    `${file}: picture ${count(picture)} has the label ${label}; allowed: 0 to 9.`,
  ownOneClass: (file: string, name: string) =>
    name === '' ? `${file}: no pictures; from 2 classes are needed.` : `${file}: all labels are ${name}; from 2 to 10 classes are needed.`,
  ownScarce: (file: string, name: string) =>
    `${file}: there is 1 picture of class ${name}; at least 2 are needed, one to train on and one held out.`,
  ownSizes: (one: string, oneSize: string, other: string, otherSize: string) =>
    `All pictures must have the same size: ${one} has ${oneSize} pixels, ${other} has ${otherSize}.`,
  ownUnreadable: (file: string) => `${file} is not a picture that this browser can read.`,
  ownTooLarge: (file: string, values: number) =>
    `${file}: with pictures of this size there are ${values.toLocaleString('en')} values in all; at most 200,000,000 fit.`,
  ownCifar: (file: string, reason: string) => `${file} is not a CIFAR-10 file: ${reason}.`,
  ownMissing:
    'This link was made with its author’s own pictures. Choose the same files, or go back to the site’s.',

  unknown: (fields: string) => `This link names settings that do not exist here: ${fields}.`,
};
