/** Words of the cloud of pictures in the digits lab. */
import type { digitsCloudStrings as English } from '../digits-cloud.ts';
import type { Words } from '../words.ts';

const count = (n: number) => n.toLocaleString('zh');

export const digitsCloudStrings = {
  waiting: '网络就绪后出现。',
  failed: '无法显示各层：',
  layer: '隐藏层',
  dimensions: '维数',
  pictures: '图片数',
  heading: (layer: number) => `隐藏层 ${layer + 1}`,
  note: (points: number, dimensions: number, share: number) =>
    `前 ${count(points)} 张训练图片。在该层的全部方差中，这${dimensions === 2 ? '两' : '三'}维显示 ${share}%（主成分；对距离作经典多维尺度分析，结果相同）。`,
  fewer: (wanted: number) => `再多（直到 ${count(wanted)} 张），就会拖慢这么宽的一层的训练。`,
  enlarge: '放大点云，图片本身就会取代标记。',
  describe: (epoch: number, layer: number, spread: string) =>
    `第 ${count(epoch)} 轮，隐藏层 ${layer + 1}：类内离散度是类间离散度的 ${spread}。`,
  shown: '显示的轮次',
  atStart: '起点',
  atEnd: '最新',
  point: '一张图片',
  which: '训练图片',
  whichOf: (index: number, label: string) => `${count(index + 1)}，${label}`,
  previous: '上一张图片',
  next: '下一张图片',
  inLayer: (layer: number) => `在隐藏层 ${layer + 1} 中最近的`,
  inInput: '作为图片最近的',
  same: (same: number, of: number) => `${of} 张中 ${same} 张同类`,
  pictureName: (label: string, index: number) => `${label}，训练图片 ${count(index + 1)}`,
  time: '时间（轮）',
  layerLabel: (layer: number) => `第 ${layer + 1} 层`,
  yourDrawing: '你画的',
  spread: '类内离散度',
  spreadAxis: '均方，类内除以类间',
  spreadNote: '0：每一类是一个点。',
  angles: '类均值之间的夹角',
  anglesAxis: '|cos − 单纯形的 cos| 的平均',
  anglesNote: (classes: number) =>
    classes === 2 ? '从中点看，两个均值总是正好相对。' : `0：${classes} 个方向分得最开的样子，即单纯形。`,
  agreement: '类均值与最后的权重',
  agreementAxis: '两者的余弦',
  agreementNote: '1：输出的权重正指向各类所在之处。针对最后一个隐藏层，输出读取的就是它。',
} satisfies Words<typeof English>;
