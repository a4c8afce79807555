/** Where the lab draws its lines. */

/** Below these the loss says nothing more about learning: on the page, whose runs are longer, and in chapters. */
export const pageLossFloor = 1e-8;
export const chapterLossFloor = 1e-6;
/** A run that ends with more has not learnt its task. */
export const learntLoss = 1e-3;

/** The least share of the variation explained, by the worst of the three curves, of a fit that is good, and fair. */
export const goodR2 = 0.95;
export const fairR2 = 0.7;
/** Share of their way that the outputs must have come before a fit is to be trusted. */
export const earlyShare = 0.25;
/** What the start contributes to the final distance, in units of what the data do: less is rich, more is lazy. */
export const richStart = 0.5;
export const lazyStart = 4;
