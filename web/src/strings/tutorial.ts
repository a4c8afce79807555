/** Words of the tutorials' own elements: questions, checkpoints, answers. */
import type { Receiver } from '../tutorial/answers.ts';
export const tutorialStrings = {
  question: 'Predict first',
  commit: 'That is my prediction: run it',
  commitOnly: 'That is my prediction',
  change: 'Change my prediction',
  skip: 'Skip the question',
  choose: 'Choose an answer first.',
  committed: 'Your prediction is made. Training…',
  waiting: 'Run the lab to compare your prediction with what happens.',
  skipped: 'Skipped. You can still answer.',
  right: (said: string) => `Right. As you predicted: ${said}.`,
  wrong: (said: string, shown: string) =>
    `Not right this time. You predicted “${said}”. The run showed: ${shown}.`,
  unjudged: (said: string) => `You predicted “${said}”. Compare it with what the lab shows.`,
  other: (measured: string, what: string) => `${measured} (${what})`,
  number: {
    label: 'Your number',
    choose: 'Enter a number first.',
    between: (min: string, max: string) => `Enter a number from ${min} to ${max}.`,
    atMost: (max: string) => `This cannot be above ${max}.`,
    atLeast: (min: string) => `This cannot be below ${min}.`,
    negative: 'This cannot be negative.',
    near: (yours: string, measured: string, percent: string) =>
      `Right, within ${percent} %: you predicted ${yours}, the run showed ${measured}.`,
    off: (yours: string, measured: string, percent: string) =>
      `Not right this time. You predicted ${yours}. The run showed ${measured}. Anything within ${percent} % of it would have counted.`,
  },
  notLearnt:
    'This run did not learn the task, so it decides nothing. Press “New seed” and run again.',
  drawing: {
    choose: 'Draw your curve first.',
    hint: 'Draw with the pointer. With the keyboard: left and right choose a point, up and down move it.',
    start: 'start',
    point: (epoch: string, value: string) => `at epoch ${epoch}: ${value}`,
    measured: (value: string) => `; measured ${value}`,
    pointLabel: (k: number, of: number) => `Point ${k} of ${of} of your curve`,
    verdict: (mean: string, epoch: string, yours: string, theirs: string) =>
      `On average your curve lies ${mean} from the measured one. They differ most at epoch ${epoch}: you drew ${yours}, the network was at ${theirs}.`,
    yours: 'you',
    theirs: 'the network',
    good: 'Very close.',
    axis: 'time (epochs)',
  },
  matrix: {
    choose: 'Set at least one distance first.',
    hint: 'Drag a cell up or down, or choose it and use the arrow keys. 0: the two points coincide; 1: as far apart as the farthest pair.',
    label: 'Squared distances, from 0 to 1',
    cell: (a: string, b: string) => `distance between ${a} and ${b}`,
    verdict: (yours: string) => `Your matrix correlates ${yours} with the measured one.`,
    theory: (theirs: string) => `The theory’s correlates ${theirs}.`,
    constant: 'not at all (it is the same everywhere)',
  },
  /** A phrase of the text has set a lab. */
  set: (lab: string, phrase: string) => `${lab}. Set: ${phrase}.`,
  reveal: 'What happened, and why, appears here once you have predicted.',
  revealAnyway: 'Show it now',
  checkpoint: {
    title: 'Try it',
    done: 'Done.',
    doneBefore: 'Done in an earlier run.',
    todo: 'Checked as the lab runs; done once a finished run meets every condition:',
    now: (value: string) => `now\u00a0${value}`,
    met: 'met',
    unmet: 'not yet',
  },
  progress: {
    questions: (done: number, all: number) => `${done} of ${all} questions answered`,
    exercises: (done: number, all: number) =>
      `${done} of ${all} ${all === 1 ? 'exercise' : 'exercises'} done`,
    goOn: (heading: string) => `Continue at “${heading}”`,
  },
  relations: {
    '<': 'below',
    '>': 'above',
    '=': 'equal to',
    '<=': 'at most',
    '>=': 'at least',
  } as Record<string, string>,
  answers: {
    title: 'Your answers',
    kept: (count: number, receiver: Receiver) => {
      const where = {
        nobody: count === 0 ? 'stay in this browser' : 'kept in this browser, and nowhere else',
        host: `${count === 0 ? 'are ' : ''}kept in this browser and passed on to the page around this one`,
        lms: `${count === 0 ? 'are ' : ''}kept in this browser and reported to your learning management system`,
      }[receiver];
      return count === 0
        ? `You have not answered anything yet. Answers ${where}.`
        : `${count} ${count === 1 ? 'answer is' : 'answers are'} ${where}.`;
    },
    refused: (receiver: Receiver) =>
      ({
        nobody: 'This browser keeps nothing for this page, so your answers last until you leave it.',
        host: 'This browser keeps nothing for this page, so your answers last here until you leave it. They are passed on to the page around this one.',
        lms: 'This browser keeps nothing for this page. Your answers are reported to your learning management system.',
      })[receiver],
    save: 'Save as a file',
    clear: 'Clear these answers',
    confirm: 'Clear all your answers to this tutorial?',
    others: (count: number) =>
      `There are answers to ${count} other ${count === 1 ? 'chapter' : 'chapters'} too.`,
    saveCourse: 'Save the answers of the whole course',
    clearCourse: 'Clear the answers of the whole course',
    confirmCourse: 'Clear your answers to every chapter of the course?',
  },
};
