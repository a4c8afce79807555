/** Words of embedded labs, and of the dialog that offers them. */
import type { embedStrings as English } from '../embed.ts';
import type { Words } from '../words.ts';

export const embedStrings = {
  waiting: '实验进入视野时启动。',
  open: '在 Reprise 中打开',
  full: (title: string) => `采用这些设置的完整实验：${title}`,
  lab: (title: string) => `Reprise 实验：${title}`,
  unavailable: (reason: string) => `这个实验要在你的浏览器里训练网络，而本页不允许：${reason}`,
  stored: (title: string) => `代之以“${title}”一次运行的存图。`,
  openInstead: '在实验自己的页面打开',
  again: '重试',
  ignored: '本页要求的内容中，有些无法识别：',
} satisfies Words<typeof English>;
