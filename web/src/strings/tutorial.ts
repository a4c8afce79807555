/** Words of the tutorials' own elements: questions, checkpoints, answers. */
export const tutorialStrings = {
  question: 'Predict first',
  commit: 'That is my prediction: run it',
  commitOnly: 'That is my prediction',
  change: 'Change my prediction',
  skip: 'Skip the question',
  choose: 'Choose an answer first.',
  committed: 'Your prediction is made. Training…',
  waiting: 'Run the laboratory to compare your prediction with what happens.',
  skipped: 'Skipped. You can still answer.',
  right: (said: string) => `As you predicted: ${said}.`,
  wrong: (said: string, shown: string) => `You predicted “${said}”. This run shows: ${shown}.`,
  other: (measured: string, what: string) => `${measured} (${what})`,
  number: {
    label: 'Your number',
    choose: 'Give a number first.',
    near: (yours: string, measured: string) =>
      `Close: you predicted ${yours}, this run shows ${measured}.`,
    off: (yours: string, measured: string) =>
      `You predicted ${yours}. This run shows ${measured}.`,
  },
  notLearnt:
    'This run did not learn the task, so it settles nothing. Press “New seed” and run again.',
  drawing: {
    hint: 'Draw with the pointer. With the keyboard: left and right choose a point, up and down move it.',
    start: 'start',
    point: (epoch: string, value: string) => `at epoch ${epoch}: ${value}`,
    pointLabel: (k: number, of: number) => `Point ${k} of ${of} of your curve`,
    verdict: (mean: string, epoch: string, yours: string, theirs: string) =>
      `On average your curve lies ${mean} from the measured one. They differ most at epoch ${epoch}: you drew ${yours}, the network was at ${theirs}.`,
    good: 'Very close.',
    axis: 'training time (epochs)',
    curves: {
      loss: 'training loss',
      same: 'squared distance, same answer',
      different: 'squared distance, different answers',
    } as Record<string, string>,
  },
  matrix: {
    hint: 'Drag a cell up or down, or choose it and use the arrow keys. 0: the two points coincide; 1: as far apart as the farthest pair.',
    cell: (a: string, b: string) => `distance between ${a} and ${b}`,
    verdict: (yours: string) => `Your matrix correlates ${yours} with the measured one.`,
    theory: (theirs: string) => `The theory’s correlates ${theirs}.`,
  },
  reveal: 'What happened, and why, appears here once you have predicted.',
  revealAnyway: 'Show it now',
  checkpoint: {
    title: 'Try it',
    done: 'Done. The laboratory did it, and so did you.',
    todo: 'Checked by what the laboratory does, when a run has finished:',
    now: (value: string) => `now ${value}`,
    met: 'met',
    unmet: 'not yet',
  },
  progress: {
    questions: (done: number, all: number) => `${done} of ${all} questions answered`,
    exercises: (done: number, all: number) =>
      `${done} of ${all} ${all === 1 ? 'exercise' : 'exercises'} done`,
    goOn: (heading: string) => `Go on at “${heading}”`,
  },
  measures: {
    clusters: 'groups of hidden points',
    loss: 'training loss',
    correlation: 'correlation of predicted and measured distances',
    memory: 'correlation of final and initial distances',
    merged: 'largest distance with the same answer over the smallest with different answers',
    gain: 'gain',
    width: 'width',
    hidden_layers: 'hidden layers',
    progress: 'share of the training done',
    accuracy: 'held-out pictures recognised, in per cent',
    train_accuracy: 'training pictures recognised, in per cent',
    mistakes: 'held-out pictures taken for another',
    r2_h: 'r² of h',
    r2_y: 'r² of y',
    r2_w: 'r² of w',
    growth: 'h at the end over h at the start',
    train_count: 'training pictures',
    classes: 'digits to tell apart',
    layer: 'observed layer',
    misfit: 'misfit',
    times: 'misfit over that of the theory',
    altered: 'altered terms',
  } as Record<string, string>,
  relations: {
    '<': 'below',
    '>': 'above',
    '=': 'equal to',
    '<=': 'at most',
    '>=': 'at least',
  } as Record<string, string>,
  answers: {
    title: 'Your answers',
    kept: (count: number) =>
      count === 0
        ? 'You have not answered anything yet. Answers stay in this browser.'
        : `${count} ${count === 1 ? 'answer is' : 'answers are'} kept in this browser, and nowhere else.`,
    refused: 'This browser keeps nothing for this page, so your answers last until you leave it.',
    save: 'Save as a file',
    clear: 'Clear',
    confirm: 'Clear all your answers to this tutorial?',
  },
};
