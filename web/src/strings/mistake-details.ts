/** Words of the dialog on one held-out picture, which is fetched when it is first opened. */
export const mistakeDetailsStrings = {
  verdict: (predicted: string, actual: string, margin: string) =>
    predicted === actual
      ? `The network now says ${predicted}, which is right.`
      : `The network says ${predicted}. It is a ${actual}. The output for ${predicted} is ahead by ${margin}.`,
  explained:
    'The network’s output for each digit. It was taught 1 for the right one and 0 for the others, and its answer is the largest. The margin by which the wrong answer leads says how confident the mistake is; it is not a probability.',
  outputOf: (label: string, value: string) => `Output for ${label}: ${value}`,
  close: 'Close',
  previous: 'Previous',
  next: 'Next',
};
