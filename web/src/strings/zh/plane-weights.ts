/** Words of the plane lab's picture of a network's weights. */
import type { planeWeightsStrings as English } from '../plane-weights.ts';
import type { Words } from '../words.ts';

export const planeWeightsStrings = {
  heading: '网络和它的权重',
  description: (units: string, parameters: string, value: string) => `从输入到输出共 ${units} 个单元的网络，有 ${parameters} 个权重和偏置。${value}`,
  none: '看过网络之后，权重就会出现。',
  otherKind: '这里画的是多层感知机的权重，它的各层前后相接；这个网络是另一种。',
  note: (most: string) =>
    `一条线是一个权重，单元外的环是它的偏置：越粗越大，这里最大为 ${most}。小于零的画成虚线，用一种颜色；大于零的画成实线，用另一种颜色。`,
  left: (drawn: string, left: string) => `画出的是各层之间最强的 ${drawn} 个；另有 ${left} 个较弱的没有画，可以在下面选。`,
  kept: (moments: number) => `保存下来的是“显示的轮次”滑块上的 ${moments} 个时刻；两个时刻之间的权重没有保存。`,
  choose: '用指针选一条线，或在这里选一个权重：',
  into: '通向',
  intoLayer: (layer: number) => `隐藏层 ${layer}`,
  intoOutputs: '输出',
  unit: '单元',
  from: '来自',
  bias: '它的偏置',
  unitOf: (unit: number, layer: number) => `隐藏层 ${layer} 的单元 ${unit}`,
  input: (name: string) => `输入 ${name}`,
  output: (name: string) => `输出 ${name}`,
  weightOf: (from: string, to: string) => `从${from}到${to}的权重`,
  biasOf: (to: string) => `${to}的偏置`,
  value: '值',
  is: (name: string, value: string) => `${name}：${value}。`,
  changed: (name: string, value: string) => `${name}现在是 ${value}；网络由此继续。`,
  notNumber: (text: string) => `值是“${text}”；允许：−1000 到 1000 的数。`,
  back: (value: string) => `回到 ${value}`,
  past: (epoch: string) => `显示的是第 ${epoch} 轮。改动会进入现在的网络。`,
} satisfies Words<typeof English>;
