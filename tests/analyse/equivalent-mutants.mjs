// Changes of ./dev mutate after which the program does the same: no test can notice them, and they do not count. Each with its
// line as it is, as it would be, and the reason. What would be noticed by a test not yet written does not belong here.
export const equivalents = [];
