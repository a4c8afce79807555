/** Words of the plane lab's step of training, number by number. */
import type { planeStepStrings as English } from '../plane-step.ts';
import type { Words } from '../words.ts';

export const planeStepStrings = {
  heading: '慢慢走一步',
  intro: '下一步训练所算的一切，按它计算的次序：前向、损失、反向、更新。正在进行的运行会暂停。',
  show: '显示下一步',
  loading: '正在计算 …',
  tooLarge: (layers: string, parameters: string, mostLayers: number, mostParameters: number) =>
    `这个网络有 ${layers} 个隐藏层和 ${parameters} 个权重与偏置。只显示至多 ${mostLayers} 个隐藏层、${mostParameters} 个权重与偏置的网络的一步：再多，没有人会去读那些数，屏幕也放不下。`,
  otherKind: '只显示不带 dropout 的多层感知机的一步。',
  small: '改小：2 层，每层 4 个单元',
  of: (epoch: string, points: string) => `第 ${epoch} 轮之后的一步，这一批有 ${points} 个点。`,
  stale: '此后网络已经变了。',
  again: '显示现在的下一步',
  take: '走这一步',
  point: '这一批中的点',
  pointName: (number: string, target: string) => `点 ${number}，${target}`,
  diagram: '逐层的单元',
  hint: '指针所指或有焦点的单元显示它自己的算式；按下它，就走到那里。方向键前进和后退。',
  back: '后退',
  next: '前进',
  play: '播放',
  pause: '暂停',
  station: '走到哪里',
  stationOf: (at: number, of: number) => `第 ${at} 站，共 ${of} 站`,
  phases: { inputs: '输入', forward: '前向', loss: '损失', backward: '反向', update: '更新' },
  input: (name: string) => `输入 ${name}`,
  unit: (unit: number, layer: number) => `隐藏层 ${layer} 的单元 ${unit}`,
  output: (name: string) => `输出 ${name}`,
  layers: { inputs: '输入', hidden: (layer: number) => `第 ${layer} 层`, outputs: '输出' },
  said: {
    inputs: '点进入网络。',
    hidden: (unit: string, sum: string, activation: string, value: string) =>
      `前向：${unit}把偏置与传来的各个值乘以各自的权重相加：z = ${sum}。它的激活函数 ${activation} 由此给出 a = ${value}。`,
    output: (unit: string, sum: string) => `前向：${unit}把偏置与传来的各个值乘以各自的权重相加：${sum}。它没有激活函数。`,
    loss: (own: string, all: string, points: string) => `损失：这个点的损失是 ${own}；这一批 ${points} 个点的平均是 ${all}。`,
    backOutput: (unit: string, slope: string) => `反向：损失随${unit}所给的值怎样变化：${slope}。`,
    backHidden: (unit: string, value: string, sum: string) =>
      `反向：${unit}把它通向的各单元的斜率乘以各自的权重相加：${value}。再乘以激活函数的斜率，得 ${sum}。`,
    update: (unit: string) => `更新：通向${unit}的每个权重和它的偏置都沿斜率下降，斜率是这一批所有点之和。`,
  },
  weight: '权重来自',
  bias: '偏置',
  columns: { before: '之前', own: '这个点', others: '其余的点', penalty: '惩罚项', gradient: '斜率', after: '之后' },
  chosen: '代入数值的权重来自',
} satisfies Words<typeof English>;
