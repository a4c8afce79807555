/** Words of the page on a class. */
import type { classStrings as English } from '../class.ts';
import type { Words } from '../words.ts';

export const classStrings = {
  open: '打开文件',
  openFolder: '打开文件夹',
  drop: '或拖放到这里，文件夹也可以',
  save: '保存为 CSV',
  remove: '全部移除',
  reading: '正在读取……',
  read: (students: number, answers: number) => `${students} 名学生，${answers} 个回答。`,
  nothing: '这些文件里都没有回答。',
  refusedTitle: (count: number) => `有 ${count} 个文件没有采用`,
  refused: {
    json: '不是 JSON',
    format: '其中没有回答；允许：在一章、一份练习单或整个课程末尾用“保存为文件”存下的文件，或练习单本身',
    none: '其中没有一个回答能够读出',
    size: (bytes: string, most: string) => `它有 ${bytes} 字节；允许：至多 ${most}`,
  },
  missing: (chapter: string) => `“${chapter}”一章无法载入，所以其中的回答只计数，不作判定。`,
  table: {
    title: '谁做了什么',
    student: '学生',
    last: '最近一次回答',
    cell: (answered: number, right: number, judged: number) => (judged > 0 ? `${answered}（${judged} 个中对 ${right} 个）` : `${answered}`),
    none: '–',
    of: (questions: number) => `共 ${questions} 个`,
  },
  erred: {
    title: '多数人错在哪里',
    note: '至少有三名学生作过预测并得到判定的问题，错得最多的在前。',
    none: '得到判定的预测太少，还说不上来。',
    share: (wrong: number, judged: number) => `${judged} 个中 ${wrong} 个不对`,
  },
  spread: {
    title: '预测如何分布',
    tally: (answered: number, right: number, wrong: number) =>
      [`${answered} 个回答`, ...(right + wrong > 0 ? [`${right} 个正确`, `${wrong} 个不对`] : [])].join('，'),
    count: (count: number) => `${count}`,
    between: (from: string, to: string) => `${from} 到 ${to}`,
    outcome: (values: string) => `运行结果是 ${values}。`,
    shown: '运行所显示的',
    drawings: (count: number) => `${count} 名学生画的曲线`,
    student: (name: string) => `${name} 画的`,
    run: '一次运行',
    time: '时间（占一次运行的比例）',
    matrix: '与实测距离的相关系数',
    nobody: '没有人回答',
    left: (count: number) => `另有 ${count} 个回答不属于本章现在的任何问题。`,
  },
  csv: { student: '学生', chapter: '章', question: '问题', answer: '回答', outcome: '结果', verdict: '判定', time: '时间' },
} satisfies Words<typeof English>;
