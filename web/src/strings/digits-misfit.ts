/** What the digits lab says about a fit; labs/digits/misfit-words.ts chooses, by what was measured. */
export const digitsMisfitStrings = {
  count: (n: number) => n.toLocaleString('en'),
  always: (others: string, sse: string) =>
    `The equations know these two pictures and nothing else, while ${others} others trained the same weights. Any agreement is therefore more than the theory promises. The plain sum of squares is ${sse}; the paper reports 324 for a 0 and a 1 of its own. Such sums grow with the size of h and the number of records, so compare them only roughly; the shares explained compare better.`,
  headlines: {
    early: 'Too early to judge: this pair is not learnt yet, and the rates will change as more is seen.',
    unlearnt: (worst: string) =>
      `This pair was not learnt by the end of the training: only part of its path can be compared. ${worst}`,
    close: (share: string, others: string) =>
      `Close: at least ${share} of the variation of each curve is explained, even though ${others} other pictures trained the same weights.`,
    partial: 'The shape is right, the details are not.',
    poor: (worst: string) => `Poor. ${worst}`,
  },
  worst: (share: string) => `Of the worst curve, ${share} of the variation is explained.`,
  worseThanMean: 'For at least one curve, its mean would be a better guess.',
  reasons: {
    oneClass: 'Both pictures show the same digit, so their targets coincide. The theory then lets h only shrink, or stay.',
    againstW: (share: string) =>
      `In the theory h grows exactly while w is negative. Here ${share} of its movement went the other way: the other pictures move these two as well.`,
    rise: (here: string, fit: string, slower: boolean) =>
      `h took ${here} epochs for the middle of its rise, from a tenth to nine tenths; the best fit takes ${fit}. ${
        slower
          ? 'Pictures of the same two digits, each learnt in its own time, may stretch the rise.'
          : 'The others may carry this pair along faster than it would go alone.'
      }`,
    lead: (here: string, fit: string, earlier: boolean) =>
      `w was halfway to its lowest value at epoch ${here}, in the best fit at epoch ${fit}: the network begins to learn this pair ${earlier ? 'earlier' : 'later'} than the theory does.`,
    fallBack: (share: string) =>
      `h rose and then fell back by ${share} of its range. In the theory nothing moves back once the pair is learnt; pictures still being learnt pull on it.`,
    afterLearning: (share: string) =>
      `${share} of the range of h was covered after this pair was as good as learnt. For the theory nothing is left to do then; for the other pictures there is.`,
    noise: (share: string, batch: number, of: string) =>
      `h jitters from record to record by ${share} of its range. The equations are smooth: they describe gradient flow, and each step here sees only ${batch} pictures of ${of}.`,
    steps: (share: string) =>
      `h jitters from record to record by ${share} of its range, though every step sees all pictures: the steps are too large for the smooth flow that the equations describe.`,
    short: (y: string, target: number, others: string) =>
      `The outputs of the two stand at y = ${y}, where their targets are ${target} apart. In the end the theory always reaches the target; the network has ${others} other targets to meet.`,
    end: (predicted: string, here: string) => `The theory ends at h = ${predicted}, the network is at ${here}.`,
    first:
      'The first hidden layer is where the theory does worst in the paper too: a single layer is not a flexible map.',
  },
};
