/** Words of the list of keys. */
export const shortcutSheetStrings = {
  title: 'Keyboard shortcuts',
  intro: 'They act on the lab that has the focus, or else on the one most in view. They do nothing in text fields.',
  keys: {
    run: 'run, pause or resume',
    step: 'one step',
    reset: 'back to the start, same seed',
    'new-seed': 'new seed',
    slower: 'slower',
    faster: 'faster',
    compare: 'keep this run for comparison',
    undo: 'undo a settings change',
    redo: 'redo it',
    help: 'this list',
  },
  charts: 'In a chart or a matrix, arrow keys move the reading; Escape ends it.',
  on: 'Use single-key shortcuts',
  off: 'Ctrl+Z and Ctrl+Y always work.',
  close: 'Close',
};
