/** Words of the four-point lab. */
export const xorStrings = {
  label: 'Lab: a network learns exclusive or',
  regime: 'Initial weights',
  regimes: {
    rich: 'Small: rich',
    intermediate: 'Intermediate',
    lazy: 'Large: lazy',
    shallow: 'Tiny, one layer',
  },
  size: 'Network',
  sizes: { small: 'Small, 100 wide', paper: 'The paper’s, 500 wide' },
  otherSize: (width: number) => `${width} wide`,
  sizeNote:
    'The small network has the same depth and gain but is 5 times narrower and takes larger steps. It shows the same phenomenon in a fraction of the time, but the theory asks for wide networks, and here seeds differ more: some keep two points apart that the theory expects together.',
  gain: 'gain',
  gainHint: (rate: string) => `Factor on the initial weights. The learning rate follows it: ${rate}.`,
  layer: 'observed hidden layer',
  layerOf: (layer: number, of: number) => `${layer + 1} of ${of}`,
  shown: 'epoch shown',
  plane: 'Hidden points, in the plane',
  planeNote: (spread: string, share: number) =>
    `Scaled to fill the frame. The farthest pair is at a squared distance of ${spread}; the plane captures ${Math.round(100 * share)}\u00a0% of the squared distances.`,
  units: {
    title: 'Every unit of this layer, now',
    note: (width: number, largest: string) =>
      `One row per input, one cell per unit (${width} of them). The stronger its colour, the more active; the strongest is at ${largest}.`,
    none: 'The units show when the network is ready.',
    row: (name: string, active: number, of: number) =>
      `Input ${name}: ${active} of ${of} units are active.`,
  },
  answer: (value: number) => `answer ${value}`,
  matrices: {
    initial: 'At the start',
    measured: 'Measured',
    predicted: 'Predicted by theory',
    guess: 'Your prediction',
  },
  matrixNote: 'Squared distances between the four hidden points, one colour scale for all.',
  waitingForRatio: (percent: number) => `Measuring r on two points: ${percent} %.`,
  noRatioYet: 'Needs the ratio r, which is measured when you press Run.',
  correlation: 'Correlation with the measured distances:',
  correlationOf: (whose: string) => `${whose} `,
  whose: { predicted: 'theory', guess: 'yours', initial: 'the start' },
  ratio: 'ratio',
  ratioSources: { end: 'Where two points end', path: 'Fit of their whole path' },
  ratioChosen: 'By hand',
  ratioMeasure: 'Measure it now',
  ratioFailed:
    'The two-point runs gave no ratio: in them the hidden distance shrank or hardly changed, which the formula cannot turn into a ratio.',
  ratioExplained: {
    end: (count: number) =>
      `Networks with these settings learnt two points on their own, and r follows from the distance at which they ended. Nothing from the run above was used. The median of ${count}:`,
    path: (count: number) =>
      `The three equations were fitted to networks with these settings while they learnt two points on their own. Nothing from the run above was used. The median of ${count}:`,
  },
  ratioSpread: 'They differ widely, so take this ratio with caution.',
  ratioPoor: (r2: string) =>
    `The worst fit explains little (R² ${r2}), so take this ratio with caution.`,
  ratioByHand: 'Move it to see which distances it can change, and which it cannot.',
  distances: 'Squared distances of the six pairs',
  distancesAxis: 'squared distance',
  loss: 'Training loss',
  lossAxis: 'mean squared error',
  time: 'time (epochs)',
  different: 'different answers',
  same: 'same answer',
  predictedEnd: (pair: string) => `${pair}, predicted end`,
  lossLabel: 'loss',
  yourDrawing: 'your drawing',
  drawingNote: 'solid: measured, dashed: your drawing',
  finished: 'Training is done.',
  notLearnt:
    'The network has not learnt the task in the time given. Small weights in a narrow deep network can stall: try another seed or more epochs.',
  describe: {
    groups: (count: number, groups: string) =>
      count === 4
        ? 'All four hidden points can be told apart.'
        : `The hidden points form ${count === 1 ? 'one group' : `${count} groups`}: ${groups}.`,
    pairs: (near: string, far: string) => `The nearest pair is ${near}, the farthest ${far}; the numbers are squared distances.`,
    loss: (loss: string) => `loss ${loss}.`,
    at: (epoch: string) => `At epoch ${epoch}:`,
    and: ' and ',
  },
};
