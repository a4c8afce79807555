/** Words of the list of chapters. */
export const courseStrings = {
  label: 'Your progress',
  progress: (done: number, tasks: number) =>
    done === 0
      ? `not started: ${tasks} questions and exercises`
      : `${done} of ${tasks} questions and exercises done`,
  finished: '✓ all done',
};
