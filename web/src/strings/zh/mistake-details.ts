/** Words of the dialog on one held-out picture. */
import type { mistakeDetailsStrings as English } from '../mistake-details.ts';
import type { Words } from '../words.ts';

export const mistakeDetailsStrings = {
  verdict: (predicted: string, actual: string, margin: string) =>
    predicted === actual ? `网络现在说是 ${predicted}，这是对的。` : `网络说是 ${predicted}，其实是 ${actual}。${predicted} 的输出领先 ${margin}。`,
  explained: '网络对每个数字的输出。教给它的是：正确的为 1，其余为 0；输出最大的就是它的答案。错误答案领先多少，说明它错得多有把握；这不是概率。',
  outputOf: (label: string, value: string) => `${label} 的输出：${value}`,
  close: '关闭',
  previous: '上一张',
  next: '下一张',
} satisfies Words<typeof English>;
