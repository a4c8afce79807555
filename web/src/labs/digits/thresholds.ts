/** What counts as what in this lab. */

/** Milliseconds between two looks at the held-out pictures and the fit while training. */
export const lookMilliseconds = 700;
/** A run is drawn with at most about this many records: each costs a look at all pictures. */
export const recordsPerRun = 100;
/** At most this many pictures are arranged at once, as in the paper's figure. */
export const mostArranged = 100;
/** Fewer records than this say nothing of a pair. */
export const fewestRecords = 8;
/** Shares of the worst curve's variation: from the first on the theory is close, from the second its shape is right. */
export const closeFit = 0.95;
export const partialFit = 0.7;
/** A pair is learnt where w has come back to this share of its largest value, and its own difference where to that one. */
export const learntShare = 0.5;
export const differenceLearntShare = 0.05;
/** Beyond these factors of its start, h has shrunk or grown. */
export const shrunk = 0.8;
export const grown = 1.2;
/** With less than this share of the held-out pictures recognised a network has not learnt, and its distances tell nothing of learning. */
export const learntAccuracy = 0.8;
/** Below this, a correlation says next to nothing. */
export const slightCorrelation = 0.2;
/** Numbers of pictures that fit into the memory of a page several times over. */
export const mostPictureValues = 200_000_000;
/** With these, at most, the reader's own pictures begin. */
export const ownTrained = 2000;
export const ownHeldOut = 500;
