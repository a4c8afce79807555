/** What counts as what in this lab. */

export { drawnTogetherBelow } from './declaration.mjs';
/** Below this one they are at most a tenth as wide as they are long, and look like lines. */
export const mergedBelow = 0.01;
/** From here on a layer keeps the feature that is not asked for; a sweep looks for the gain at which it begins to. */
export const keptFrom = 0.5;
/** Above this index both features count alike. */
export const alikeAbove = 0.9;
/** A run with a higher final loss has not learnt the task, and says nothing about its end. */
export const learntLoss = 0.01;
/** And with one above this it deserves a word of warning. */
export const warningLoss = 0.02;
/** Half the mean squared error of answering the mean of x and y is about this, whatever the grid. */
export const plateauLoss = [0.07, 0.13] as const;
/** Large initial weights begin with a loss that only a logarithmic axis shows. */
export const largeLoss = 0.5;
