import { sayProblem } from '../../shell/allowed.ts';
import type { Problem } from '../../engine/protocol.ts';
import type { strings as English } from '../en.ts';
import type { Words } from '../words.ts';
import { coreWords } from './core-words.ts';

/** Words that all pages share. */
export const strings = {
  chart: {
    menu: '图的选项',
    showTable: '显示数值',
    hideTable: '隐藏数值',
    csv: '保存为 CSV',
    png: '保存为 PNG',
    svg: '保存为 SVG',
    key: '实线：实测；虚线：理论',
    nothing: '还没有数据。',
    fromTo: (name: string, first: string, last: string) => `${name}，从 ${first} 到 ${last}`,
    single: (name: string, value: string, at: string) => `${name}，在 ${at} 处为 ${value}`,
    between: (name: string, least: string, greatest: string) => `${name}，在 ${least} 与 ${greatest} 之间`,
    upright: (name: string, at: string) => `${name}，在 ${at} 处`,
    lowest: (value: string, at: string) => `最低 ${value}，在 ${at} 处`,
    highest: (value: string, at: string) => `最高 ${value}，在 ${at} 处`,
    range: (title: string, from: string, to: string) => `${title}，从 ${from} 到 ${to}`,
    below: (least: string) => `低于 ${least} 的值没有画出`,
    line: (heading: string) => `读数线：${heading}`,
    noLine: '未设置',
    keys: '左右方向键移动读数线，Esc 键将其移除。',
  },
  matrix: {
    of: (size: number) => `${size} 乘 ${size} 的距离矩阵。`,
    cell: (row: string, column: string, value: string) => `${row} 到 ${column}：${value}`,
    cells: (heading: string) => `格子：${heading}`,
    noCell: '未选中',
    keys: '方向键在格子之间移动，Esc 键离开矩阵。',
    scale: '刻度',
  },
  run: {
    label: '运行',
    run: '运行',
    resume: '继续',
    pause: '暂停',
    again: '再次运行',
    step: '单步',
    stepTitle: (epochs: number) => `前进 ${epochs} 轮`,
    reset: '重置',
    resetTitle: '回到同样的初始权重',
    newSeed: '新种子',
    speed: '速度',
    fullSpeed: '全速',
    perSecond: (epochs: number) => `${epochs} 轮/秒`,
    progress: '运行进度',
    epochOf: (epoch: number, epochs: number) => `第 ${epoch} 轮，共 ${epochs} 轮`,
    rate: (rate: string) => `${rate} 轮/秒`,
    left: (time: string) => `约剩 ${time}`,
    states: { idle: '就绪', paused: '已暂停', finished: '已完成', diverged: '已发散' },
  },
  unknownInLink: (names: string, preset: string) =>
    `这个链接提到了这里没有的内容，已略去：${names}。现在打开的是“${preset}”，其余按链接设置。`,
  seed: (seed: number) => `种子 ${seed}`,
  refused: (problem: Problem) =>
    sayProblem(coreWords, problem, (field, value, allowed) => `${field} 为 ${value}；允许：${allowed}`),
  locked: {
    why: '先在上面的问题中作出预测，这个实验就会打开。',
    open: '不作预测，直接打开',
  },
  failure: {
    load: '计算引擎无法启动。',
    other: '计算引擎出了问题。你的设置仍然保留。',
    again: '重试',
    trap: '计算引擎意外停止。你的设置仍然保留。',
    restart: '重新开始',
  },
  update: {
    ready: '本站有新版本。所有打开的页面都会重新载入；设置保留在地址中，运行会从头开始。',
    now: '立即更新',
    later: '以后再说',
  },
  theme: { label: '配色', auto: '跟随系统', light: '浅色', dark: '深色' },
} satisfies Words<typeof English>;
