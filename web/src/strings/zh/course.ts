/** Words of the list of chapters. */
import type { courseStrings as English } from '../course.ts';
import type { Words } from '../words.ts';

export const courseStrings = {
  label: '你的进度',
  progress: (done: number, tasks: number) =>
    done === 0 ? `尚未开始：共 ${tasks} 个问题和练习` : `问题和练习共 ${tasks} 个，已完成 ${done} 个`,
  finished: '✓ 全部完成',
  predictions: {
    title: '你的预测',
    tally: (right: number, judged: number) => `${judged} 个预测中对了 ${right} 个。不对的地方，章节里说明了原因：再去看看。`,
    missing: '本章的问题无法载入。',
    yours: (value: string) => `你：${value}`,
    shown: (value: string) => `运行：${value}`,
    drawn: '你画的曲线',
    curve: '它的曲线',
    matrix: '六个距离',
    correlated: (value: string) => `与实测的相关系数 ${value}`,
    waiting: '尚未运行',
    right: '正确',
    wrong: '不对',
    unjudged: '未判定',
  },
} satisfies Words<typeof English>;
