/** Words of the list of chapters. */
export const courseStrings = {
  label: 'Your progress',
  progress: (done: number, tasks: number) =>
    done === 0
      ? `not started: ${tasks} questions and exercises`
      : `${done} of ${tasks} questions and exercises done`,
  finished: '✓ all done',
  predictions: {
    title: 'Your predictions',
    tally: (right: number, judged: number) =>
      `${right} of ${judged} predictions were right. Where one was not, the chapter says why: look at it again.`,
    missing: 'This chapter’s questions could not be loaded.',
    yours: (value: string) => `You: ${value}`,
    shown: (value: string) => `The run: ${value}`,
    drawn: 'your drawing',
    curve: 'its curve',
    matrix: 'six distances',
    correlated: (value: string) => `correlation with the measured ones ${value}`,
    waiting: 'not run yet',
    right: 'right',
    wrong: 'not right',
    unjudged: 'not judged',
  },
};
