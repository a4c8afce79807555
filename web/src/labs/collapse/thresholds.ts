/** What counts as what. */

/** Below this index a layer's sheets are at most half as wide as they are long: it counts in `merged_layers`. */
export const drawnTogetherBelow = 0.25;
/** Below this one they are at most a tenth as wide as they are long, and look like lines. */
export const mergedBelow = 0.01;
