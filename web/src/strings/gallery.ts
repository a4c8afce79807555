/** Words of the page "The paper, figure by figure". Verdicts and numbers come from the stored results. */

/** For a reader who meets a figure for the first time. What it shows is for the data to say. */
export interface FigureWords {
  /** The question that the figure answers. */
  question: string;
  /** How to read it. */
  reading: string;
  /** Where something did not come out: what an experiment beside it found. */
  why?: string;
  /** Whether it is none of the paper's, so that its authors ran nothing like it. */
  own?: boolean;
}

export const figureWords: Record<string, FigureWords> = {
  trajectories: {
    question:
      'Do three equations with two fitted rates follow how two points move inside very different networks?',
    reading:
      'Each setting is another network, told apart by depth, width, activation, architecture or optimiser. Solid lines are measured in it, dashed lines are the theory with the two rates that fit best. The layer is the one at which the theory does best.',
    why: 'Adam, a gain of 1.4 and the convolutions are missed over the mean of the targets, which the theory takes to be learnt apart from their difference. With targets centred on zero, so that there is no mean to learn, h does not overshoot under Adam in any of five networks, and at gain 1.4 it grows by 6 to 26 per cent, as the theory expects, where it had shrunk by 34 to 40 (three networks each; R² of h 0.58 to 0.94 in place of −35 to −21). The three convolutional networks whose signal died all learn then (R² of h 0.96 to 0.98); with the paper’s targets it stayed dead in three times the epochs (two tried).',
  },
  depth: {
    question: 'At which hidden layer does the theory hold?',
    reading:
      'One run, the theory fitted at each of its layers. The theory takes the layers on both sides of the observed one to be flexible enough for any small change. Close to the input there are too few before it, close to the output too few after it.',
  },
  altered: {
    question: 'Is it these three equations that fit, or would others do as well?',
    reading:
      'The same run fitted by the theory and by four systems with one term altered. In the curves both rates are free, so a misfit is what no choice of rates can take away. The authors’ code in effect held the ratio of the rates for the first two, and the outcome is told for both.',
  },
  'final-structure': {
    question: 'Where do two points end when their inputs and their targets lie closer or farther apart?',
    reading:
      'Each dot is a network trained on two points at another separation. On the dashed diagonal the closed form is right; a setting has one ratio of rates for all its dots.',
    why: 'The theory lets both rates be constants, whatever the separation. Each network’s own end says which ratio would have led there: in smooth networks, and with skip connections or dropout, it is the same at every separation; with ReLU, leaky ReLU, convolutions and Adam it is not, and in a network that shrinks its hidden distance, as at gains of 1.3 and 1.4, no ratio leads there. Whether zero lies between the two inputs is not what decides: in narrow networks (three seeds) with inputs on opposite sides of zero at every separation, or on one side of it, the ratio falls by a factor of 3 to 4 from |dx| = 0.5 to 1.5, as it does in the authors’ places. Nor is it the mean of the targets under Adam: with targets centred on zero (one seed, |dy*| = 1) h ends at 0.35, 1.99 and 0.86 for |dx| = 0.5, 1 and 1.5, in no order either.',
  },
  xor: {
    question: 'Four points instead of two: can their distances be predicted pair by pair?',
    reading:
      'Distances between the four hidden representations: before training, after it, and as the closed form has them, with the ratio of rates from the default network on two points. By the closed form, points that share an answer (00 and 11, 01 and 10) merge when learning is rich.',
  },
  'feature-collapse': {
    question: 'Does a network let go of what the answer does not need?',
    reading:
      'Pictures of a blob with a context that says which of its two coordinates is asked for. The other coordinate is irrelevant. A network that lets go of it holds pictures that differ only in it at one place.',
  },
  'rich-to-lazy': {
    question: 'What decides the final distance: the data, or the weights that the network began with?',
    reading:
      'Each dot is a run; to the right the initial weights are larger. By the closed form, small weights lead every run to a distance that the data set (the rich limit), and large weights leave it where it began (the lazy limit).',
  },
  'digits-trajectories': {
    question: 'Does a theory of two points follow two digits among thousands?',
    reading:
      'The network learns handwritten digits; the theory is told of two of them only, and fitted to their distance.',
  },
  'digits-structure': {
    question: 'Can the distances between a hundred handwritten digits be predicted?',
    reading:
      'Squared distances between hidden representations of digits sorted by label, measured and predicted from pairs.',
  },
  fashion: {
    own: true,
    question: 'Does it go beyond digits? The same analyses on pictures of clothes',
    reading: 'The same questions as for the digits, asked of Fashion-MNIST. This is not in the paper.',
    why: 'Most of the averaged networks have not learnt with Adam’s steps of 0.005. With steps of 0.001 three of three end at a held-out accuracy of 0.83 to 0.85, and in each the smoothed prediction correlates at 0.46 to 0.50 over all pairs. That is no success of the theory: whether two pictures are of one class gives 0.47 to 0.52 by itself, and between classes the prediction is at chance (0.00 to 0.11).',
  },
  attention: {
    own: true,
    question: 'Does it go beyond layers? The same equations on a self-attention block',
    reading: 'Self-attention with skip connections and layer norm. This is not in the paper.',
  },
  ablation: {
    own: true,
    question: 'Which details of a network does the theory miss, and by how much?',
    reading: 'One setting changed at a time from the default network. This is not in the paper.',
    why: 'Two points as near as |dx|^2 = 0.1 are not learnt in the time that they have, so the fit is to a beginning: in three of three networks, at |dy*|^2 = 0.5 and at 2, the loss ended where both points get one answer, |dy*|^2 / 8. That is not the mean of the targets in their way, for with centred targets it was the same. At |dy*|^2 = 0.5 they were given ten times as many epochs: one learnt within three times, all three within ten.',
  },
  alignment: {
    own: true,
    question: 'Do networks that learn apart from one another come to the same geometry?',
    reading:
      'Linear CKA says how alike two networks place the same points, whatever way each is turned or scaled: 1 is the same shape. Each line is a pair of networks that differ in seed, or the median of five pairs. The grey lines are what has nothing to do with learning the same: a network that learnt the targets of other points, and the inputs that all see. This is not in the paper.',
  },
};

/** What readers call the settings whose names in stored results are none of their words. */
export const settingWords: Record<string, string> = {
  adam: 'Adam',
  cnn: 'convolutions',
  elu: 'ELU',
  relu: 'ReLU',
  skip: 'skip connections',
  swish: 'Swish',
};

export const galleryStrings = {
  none: 'This site was built without stored results.',
  contents: 'The figures at a glance',
  columns: { figure: 'figure', question: 'question', outcome: 'outcome' },
  within: 'came out as stated',
  outside: 'did not come out as stated',
  paperShowed: 'The paper',
  where: (where: string) => ` (${where})`,
  band: 'Stated before looking',
  cameOut: 'What came out',
  asTheAuthors: 'Here, as the authors ran it',
  anotherWay: 'Here, another way',
  why: 'Why, by an experiment',
  seeds: (count: number) => (count === 1 ? 'one seed' : `${count} seeds`),
  quick: 'The stored runs are reduced ones: layers at most 100 units wide, so only the shape can be compared.',
  numbers: {
    caption: (seeds: string) => `Stored result, ${seeds}: median, with the least and the greatest.`,
    all: (count: number) => `All ${count} numbers`,
    quantity: 'quantity',
    paper: 'paper',
    ours: 'stored here',
    absent: '–',
    without: (count: number) => `${count} without a value`,
  },
  altered: 'Break the equations yourself',
  loading: 'Loading the stored result …',
  failed: (reason: string) => `The stored result could not be shown: ${reason}`,
  again: 'Try again',
  choose: 'Setting',
  setting: (name: string, title: string) => `${name}: ${title}`,
  showAll: 'Load all figures now, as for printing',
  allShown: 'All figures are loaded.',
  stored: 'stored',
  storedName: (name: string) => `${name}, stored run`,
  here: 'here',
  hereName: (name: string) => `${name}, run here`,
  describe: {
    over: (title: string) => `over ${title}`,
    curve: (name: string, first: string, last: string, [from, to]: [string, string]) =>
      `${name}: ${first} at ${from}, ${last} at ${to}`,
    dots: (name: string, count: number, x: [string, string], y: [string, string]) =>
      `${name}: ${count} dots, across from ${x[0]} to ${x[1]}, up from ${y[0]} to ${y[1]}`,
  },
  points: {
    colour: 'Colour',
    withUnit: (label: string, unit: string) => `${label} (${unit})`,
    explained: (shares: readonly string[]) =>
      `The three axes hold ${shares.join(' %, ')} % of the variance.`,
    description: (heading: string, count: number, colour: string) =>
      `${heading}: ${count} points in three dimensions, coloured by ${colour}.`,
  },
  rerun: {
    titleOf: (figure: string) => `Run it again here: ${figure}`,
    size: 'Size',
    workers: (count: number) => (count === 1 ? 'one worker' : `${count} workers at once`),
    run: 'Run it again here',
    pause: 'Pause',
    resume: 'Resume',
    stop: 'Stop',
    forget: 'Remove this run',
    measuredIn: (networks: number) =>
      networks === 1 ? 'measured, one network' : `measured, ${networks} networks averaged`,
    digitsStructure: (networks: number, all: string, across: string) =>
      `${networks === 1 ? 'In one network' : `In the average of ${networks} networks`}, measured and smoothed distances correlate with ${all}, and with ${across} without pairs of one digit.`,
    featureCollapse: (index: string, runs: number) =>
      `The collapse index, distance along the irrelevant feature over that along the relevant one, ends at ${index}${runs === 1 ? '' : `, in the median over ${runs} runs`}.`,
    runs: (count: number) => (count === 1 ? 'one run' : `${count} runs`),
    estimating: 'measuring this device …',
    estimate: (time: string) => `about ${time} on this device`,
    atMost: (time: string) => `at most ${time} on this device`,
    fetches: 'fetches the pictures first; the time shows once it runs',
    estimateFailed: 'its time could not be estimated',
    progress: 'Progress of the runs',
    doneOf: (done: number, runs: number) => `${done} of ${runs} runs`,
    left: (time: string) => `about ${time} left`,
    atMostLeft: (time: string) => `at most ${time} left`,
    paused: 'paused',
    preparing: 'preparing',
    finishing: 'fitting the theory',
    stopped: 'Stopped. Nothing from these runs was kept.',
    kept: (size: string, when: string) => `Run here, ${size}, ${when}.`,
    notKept: 'This browser stores nothing, so the result lasts until you leave the page.',
    same: (count: number) =>
      count === 1
        ? 'Identical to the stored run: the same numbers to the last bit.'
        : `Identical to the stored runs: all ${count} end on the same numbers to the last bit.`,
    differs: (name: string, what: string, here: string, stored: string) =>
      `Not identical: ${name} ended at ${what} = ${here} here, ${stored} in the stored run.`,
    partly: (same: number, compared: number) =>
      `${same} of ${compared} runs are identical to the stored ones.`,
    incomparable: 'These are not the settings of the stored runs, so only the shape can be compared.',
    diverged: (name: string, message: string) => `${name} diverged: ${message}`,
    failed: (name: string, message: string) => `${name} was abandoned: ${message}`,
    overlay: 'Strong: run here. Faint: stored.',
  },
  sentences: {
    trajectories: (layer: number, runs: number, h: string, y: string, w: string) =>
      `${layerOf(layer, runs)}, R² is ${h} for h, ${y} for y and ${w} for w.`,
    altered: (times: string, runs: number) =>
      `Misfit over the theory’s${runs === 1 ? '' : `, in the medians over ${runs} runs`}: ${times}.`,
    depth: (layer: number, runs: number, misfit: string, first: string) =>
      `${runs === 1 ? 'In this run' : `In the medians over ${runs} runs`} the misfit is least at layer ${layer}: ${misfit}, against ${first} at layer 0.`,
    finalStructure: (runs: number, correlation: string, ratio: string) =>
      `Over ${runs} runs, predicted and measured distances correlate with ${correlation} (ratio of rates ${ratio}).`,
    xor: (correlation: string, ratio: string) =>
      `Predicted and measured distances of the six pairs correlate with ${correlation} (ratio of rates ${ratio}).`,
    richToLazy: (gains: number, worst: string, gain: string) =>
      `Of ${gains} gains, the one farthest from the closed form is ${gain}: off by a factor of ${worst}.`,
    measuredIn: (networks: number) =>
      networks === 1 ? 'measured, one network' : `measured, ${networks} networks averaged`,
    digitsStructure: (networks: number, all: string, across: string) =>
      `${networks === 1 ? 'In one network' : `In the average of ${networks} networks`}, measured and smoothed distances correlate with ${all}, and with ${across} without pairs of one digit.`,
    featureCollapse: (index: string, runs: number) =>
      `The collapse index, distance along the irrelevant feature over that along the relevant one, ends at ${index}${runs === 1 ? '' : `, in the median over ${runs} runs`}.`,
    runs: (count: number) => (count === 1 ? 'One run finished.' : `${count} runs finished.`),
  },
  sizes: {
    one: 'one seed, as stored',
    all: (seeds: number) => `all ${seeds} seeds, as stored`,
    reduced: 'reduced: layers of 100 units, one seed',
    half: 'reduced: half the epochs',
  },
};

const layerOf = (layer: number, runs: number) =>
  runs === 1 ? `At layer ${layer}` : `At layer ${layer}, in the medians over ${runs} runs`;
