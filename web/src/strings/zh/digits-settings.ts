/** Words of the digits lab's settings. */
import { sayAllowed } from '../../shell/allowed.ts';
import type { digitsSettingsStrings as English } from '../digits-settings.ts';
import type { Words } from '../words.ts';
import { coreWords } from './core-words.ts';

const count = (n: number) => n.toLocaleString('zh');

export const digitsSettingsStrings = {
  start: '从此开始',
  ownSources: { custom: '你自己的图片', cifar10: '照片（CIFAR-10）' },
  trainCount: '训练图片数',
  trainHint: '网络从中学习，各个数字平均分配。',
  upTo: (n: number) => `这里至多 ${count(n)}。`,
  whole: (least: number, most: number) => `${count(least)} 到 ${count(most)} 的整数`,
  refused: (value: string, allowed: string) => `${value} 不能用；允许：${sayAllowed(coreWords, allowed)}。`,
  batchSetAside: (batch: number) =>
    `这比一批 ${count(batch)} 张还少：每一步用上全部图片。从 ${count(batch)} 张起，每批又是 ${count(batch)} 张。`,
  heldOutCount: '留出图片数',
  heldOutHint: '从不用于训练，只用来检验网络学到了什么。',
  settings: '更多设置',
  parameters: (n: number) => `${count(n)} 个权重和偏置`,
} satisfies Words<typeof English>;
