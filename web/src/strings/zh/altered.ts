/** Words of the lab that breaks the equations. */
import type { alteredStrings as English } from '../altered.ts';
import type { Words } from '../words.ts';

export const alteredStrings = {
  label: '打破方程',
  names: {
    paper: '理论',
    double_h: 'h′ 加倍',
    double_y: 'y′ 加倍',
    drop_second_y: '去掉 y′ 的第二项',
    flip_last_w: 'w′ 的最后一项变号',
  },
  toggles: {
    double_h: '使 h′ 加倍',
    double_y: '使 y′ 加倍',
    drop_second_y: '去掉它的第二项',
    flip_last_w: '把它的最后一项变号',
  },
  terms: {
    h_scale: 'h′ 的那一项',
    y_first: 'y′ 的第一项',
    y_second: 'y′ 的第二项',
    w_first: 'w′ 的第一项',
    w_last: 'w′ 的最后一项',
  },
  factors: { 1: '原样', 2: '加倍', [-1]: '变号', 0: '去掉' },
  term: (term: string, state: string) => `（${term}，${state}）`,
  press: (next: string) => `按下后变为：${next}`,
  own: '你的方程',
  equations: '用来拟合的方程',
  restore: '恢复原来的理论',
  note: '按一项，就可以把它加倍、变号或去掉。X 和 Y 是两个输入、两个目标的平方距离。无论方程变成什么样，两个速率 η 都会重新拟合。',
  chart: {
    heading: (system: string) => `两个点与${system}`,
    unit: '平方距离',
    time: '时间（轮）',
    press: '先按“运行”，再改动一项。',
    key: '实线：网络中实测；虚线：这些方程的拟合',
  },
  table: {
    title: '各方程组的残差',
    system: '方程',
    misfit: '残差平方和',
    times: '为理论的倍数',
    r2: (quantity: string) => `${quantity} 的 R²`,
    caption: '残差平方和：h、y、w 在所有记录上的误差平方和。曲线完全吻合时 R² 为 1。',
    waiting: '网络训练完之后，方程会在这里对它拟合。',
  },
  waiting: '正在准备网络……',
  ready: (width: number, layers: number) => `就绪：${layers} 个隐藏层，每层 ${width} 个单元。运行它，方程就会拟合它的表现。`,
  progress: (epoch: number, epochs: number) => `第 ${epoch} 轮，共 ${epochs} 轮。`,
  misfit: (system: string, misfit: string) => `用${system}拟合：残差平方和 ${misfit}。`,
  times: (times: string) => `是理论的 ${times} 倍。`,
  worst: (quantity: string, r2: string) => `拟合最差的是 ${quantity}，R² 为 ${r2}。`,
  noFit: '这些方程找不到合适的速率。',
  drawn: (curve: string) => `${curve}，你画的`,
} satisfies Words<typeof English>;
