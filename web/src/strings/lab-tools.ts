/** Words of what every lab can do: undo, files, comparison. */
export const labToolsStrings = {
  undo: 'Undo the last settings change',
  redo: 'Redo',
  menu: 'More',
  copyLink: 'Copy link to this state',
  copied: 'Link copied',
  linkIsAddress: 'Could not copy: the link is in the address bar',
  byHandLink: 'This run was changed by hand, so the link gives its settings and not this run.',
  share: 'Share and embed',
  saveCsv: 'Save all records (CSV)',
  saveResult: 'Save the run (JSON)',
  openResult: 'Open a saved run …',
  pin: 'Keep this run for comparison',
  help: 'Keyboard shortcuts …',
  nothingToSave: 'There is no run to save yet.',
  pinned: 'Kept as the reference.',
};
