/** The reader wants a weight to have another value. */
export interface WeightChange {
  /** Among all parameters. */
  index: number;
  value: number;
}
export const weightEvent = 'reprise-weight';
