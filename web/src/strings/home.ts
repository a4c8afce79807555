/** Words of the demonstration on the home page. */
export const homeStrings = {
  heading: 'Live: two points in a 20-layer network',
  unit: 'squared distance',
  time: 'time (epochs)',
  h: { label: 'inside', name: 'inside, h', theory: 'inside, theory' },
  y: { label: 'output', name: 'at the output, y', theory: 'at the output, theory' },
  note: 'solid: measured as it trains; dashed: theory, fitted to the run so far',
  again: 'Again, with new weights',
  pause: 'Pause',
  resume: 'Resume',
  failed: 'The live run could not start in this browser.',
  done: (r2: string) => `Fit of the theory to the hidden distance: R² ${r2}.`,
};
