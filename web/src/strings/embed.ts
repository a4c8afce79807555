/** Words of embedded labs, and of the dialog that offers them. */
export const embedStrings = {
  waiting: 'The lab starts when it comes into view.',
  open: 'Open in Reprise',
  full: (title: string) => `Full lab with these settings: ${title}`,
  lab: (title: string) => `Reprise lab: ${title}`,
  unavailable: (reason: string) =>
    `This lab trains a network in your browser, and this page does not allow it: ${reason}`,
  stored: (title: string) => `Instead, a stored figure of a run of “${title}”.`,
  openInstead: 'Open the lab on its own page',
  again: 'Try again',
  ignored: 'Some of what this page asks for is not recognised:',
};
