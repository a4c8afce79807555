/** What the digits lab says about a fit. */
import type { digitsMisfitStrings as English } from '../digits-misfit.ts';
import type { Words } from '../words.ts';

export const digitsMisfitStrings = {
  count: (n: number) => n.toLocaleString('zh'),
  always: (others: string, sse: string) =>
    `方程只知道这两张图片，而同时另有 ${others} 张在训练同一组权重。所以任何吻合都超出了理论的承诺。单纯的平方和是 ${sse}；论文对它自己的一个 0 和一个 1 报告的是 324。这种平方和随 h 的大小和记录数增长，只能粗略比较；比较解释的比例更好。`,
  headlines: {
    early: '现在判断还太早：这一对还没有学会，看得越多，速率还会变化。',
    unlearnt: (worst: string) => `到训练结束时，这一对还没有学会：只能比较它路径的一部分。${worst}`,
    close: (share: string, others: string) =>
      `接近：每条曲线的变化至少解释了 ${share}，尽管另有 ${others} 张图片在训练同一组权重。`,
    partial: '形状是对的，细节不对。',
    poor: (worst: string) => `差。${worst}`,
  },
  worst: (share: string) => `解释得最差的曲线，变化只解释了 ${share}。`,
  worseThanMean: '至少有一条曲线，用它的平均值来猜还更好。',
  reasons: {
    oneClass: '两张图片是同一个数字，所以目标相同。这时理论只允许 h 缩小或不变。',
    againstW: (share: string) => `在理论中，h 恰好在 w 为负时增大。这里它的移动有 ${share} 朝相反方向：其他图片也在移动这两张。`,
    rise: (here: string, fit: string, slower: boolean) =>
      `h 上升的中段（从十分之一到十分之九）用了 ${here} 轮，最佳拟合用 ${fit} 轮。${
        slower ? '同样这两个数字的图片各有各的学会时间，可能把上升拉长了。' : '其他图片可能带着这一对走得比它单独走更快。'
      }`,
    lead: (here: string, fit: string, earlier: boolean) =>
      `w 在第 ${here} 轮走到最低值的一半，在最佳拟合中是第 ${fit} 轮：网络比理论更${earlier ? '早' : '晚'}开始学习这一对。`,
    fallBack: (share: string) =>
      `h 上升之后又回落了其范围的 ${share}。在理论中，这一对学会之后没有什么会退回；还在学习的图片仍在拉动它。`,
    afterLearning: (share: string) =>
      `h 的范围有 ${share} 是在这一对差不多学会之后才走完的。对理论来说，那时已无事可做；对其他图片来说则不然。`,
    noise: (share: string, batch: number, of: string) =>
      `h 在相邻记录之间抖动，幅度为其范围的 ${share}。方程是光滑的：它们描述梯度流，而这里每一步只看 ${of} 张中的 ${batch} 张。`,
    steps: (share: string) =>
      `h 在相邻记录之间抖动，幅度为其范围的 ${share}，尽管每一步都看了所有图片：对方程所描述的光滑的流来说，步子太大了。`,
    short: (y: string, target: number, others: string) =>
      `两张图片的输出停在 y = ${y}，而目标相距 ${target}。理论最后总会到达目标；网络还有另外 ${others} 个目标要满足。`,
    end: (predicted: string, here: string) => `理论停在 h = ${predicted}，网络停在 ${here}。`,
    first: '第一个隐藏层是理论表现最差的地方，论文里也是如此：单独一层不是灵活的映射。',
  },
} satisfies Words<typeof English>;
