/**
 * The theory's constants for two pictures, with pixels and targets as the network receives them.
 */

/** Standard deviation by which pixels / 255 are normalised (that of MNIST); their mean cancels in a distance. */
const pixelDeviation = 0.3081;

/** Squared distance of two normalised pictures, |x2 - x1|^2. */
export function squaredInputDistance(a: Uint8Array, b: Uint8Array): number {
  let sum = 0;
  for (let k = 0; k < a.length; k++) sum += (a[k]! - b[k]!) ** 2;
  return sum / (255 * pixelDeviation) ** 2;
}

/** Squared distance of two one-hot targets, |y2* - y1*|^2. */
export function squaredTargetDistance(labelA: number, labelB: number): number {
  return labelA === labelB ? 0 : 2;
}
