import type { Receiver } from '../../tutorial/answers.ts';
import type { tutorialStrings as English } from '../tutorial.ts';
import type { Words } from '../words.ts';

/** Words of the tutorials' own elements: questions, checkpoints, answers. */
export const tutorialStrings = {
  question: '先作预测',
  commit: '这是我的预测，运行',
  commitOnly: '这是我的预测',
  change: '修改我的预测',
  skip: '跳过这个问题',
  choose: '请先选一个答案。',
  committed: '预测已提交，网络正在训练……',
  waiting: '运行实验，把你的预测与实际发生的情况作比较。',
  skipped: '已跳过。你仍然可以回答。',
  right: (said: string) => `正确。正如你所预测的：${said}。`,
  wrong: (said: string, shown: string) => `这次不对。你预测的是“${said}”，运行结果是：${shown}。`,
  unjudged: (said: string) => `你预测的是“${said}”。把它与实验所显示的作比较。`,
  other: (measured: string, what: string) => `${measured}（${what}）`,
  number: {
    label: '你的数',
    choose: '请先输入一个数。',
    between: (min: string, max: string) => `请输入 ${min} 到 ${max} 之间的数。`,
    atMost: (max: string) => `不能大于 ${max}。`,
    atLeast: (min: string) => `不能小于 ${min}。`,
    negative: '不能为负。',
    near: (yours: string, measured: string, percent: string) =>
      `正确，误差在 ${percent}% 以内：你预测 ${yours}，运行结果是 ${measured}。`,
    off: (yours: string, measured: string, percent: string) =>
      `这次不对。你预测 ${yours}，运行结果是 ${measured}。误差在 ${percent}% 以内都算对。`,
  },
  notLearnt: '这次运行没有学会任务，所以不作判定。按“新种子”，再运行一次。',
  drawing: {
    choose: '请先画出你的曲线。',
    hint: '用鼠标或手指画。用键盘：左右键选点，上下键移动。',
    start: '开始',
    point: (epoch: string, value: string) => `第 ${epoch} 轮：${value}`,
    measured: (value: string) => `；实测 ${value}`,
    pointLabel: (k: number, of: number) => `你的曲线的第 ${k} 个点，共 ${of} 个`,
    verdict: (mean: string, epoch: string, yours: string, theirs: string) =>
      `你的曲线与实测平均相差 ${mean}。在第 ${epoch} 轮相差最大：你画的是 ${yours}，网络是 ${theirs}。`,
    yours: '你',
    theirs: '网络',
    good: '非常接近。',
    axis: '时间（轮）',
  },
  matrix: {
    choose: '请至少先设定一个距离。',
    hint: '上下拖动格子，或者选中它再用方向键。0：两点重合；1：与相距最远的一对一样远。',
    label: '平方距离，从 0 到 1',
    cell: (a: string, b: string) => `${a} 与 ${b} 的距离`,
    verdict: (yours: string) => `你的矩阵与实测矩阵的相关系数：${yours}。`,
    theory: (theirs: string) => `理论的相关系数：${theirs}。`,
    constant: '没有（它处处相同）',
  },
  set: (lab: string, phrase: string) => `${lab}。已设置：${phrase}。`,
  reveal: '作出预测之后，这里会说明发生了什么，以及为什么。',
  revealAnyway: '现在就看',
  checkpoint: {
    title: '练习',
    done: '完成。',
    doneBefore: '在之前的一次运行中已完成。',
    todo: '实验运行时会检查；一次结束了的运行满足全部条件，就算完成：',
    now: (value: string) => `现在\u00a0${value}`,
    met: '已满足',
    unmet: '未满足',
  },
  progress: {
    questions: (done: number, all: number) => `已回答 ${done} 个问题，共 ${all} 个`,
    exercises: (done: number, all: number) => `已完成 ${done} 道练习，共 ${all} 道`,
    goOn: (heading: string) => `从“${heading}”继续`,
  },
  relations: {
    '<': '小于',
    '>': '大于',
    '=': '等于',
    '<=': '至多',
    '>=': '至少',
  },
  answers: {
    title: '你的回答',
    kept: (count: number, receiver: Receiver) => {
      const also = {
        nobody: '，不在别处',
        host: '，也会传给包含本页的页面',
        lms: '，也会报告给你的学习管理系统',
      }[receiver];
      return count === 0 ? `你还没有回答任何问题。回答保存在这个浏览器里${also}。` : `有 ${count} 个回答保存在这个浏览器里${also}。`;
    },
    refused: (receiver: Receiver) =>
      ({
        nobody: '这个浏览器不为本页保存任何内容，你的回答只保留到离开本页为止。',
        host: '这个浏览器不为本页保存任何内容，你的回答在这里只保留到离开本页为止，也会传给包含本页的页面。',
        lms: '这个浏览器不为本页保存任何内容。你的回答会报告给你的学习管理系统。',
      })[receiver],
    save: '保存为文件',
    clear: '清除这些回答',
    confirm: '清除你在本章的全部回答吗？',
    others: (count: number) => `另外 ${count} 章也有回答。`,
    saveCourse: '保存整个课程的回答',
    clearCourse: '清除整个课程的回答',
    confirmCourse: '清除你在课程所有章节中的回答吗？',
  },
} satisfies Words<typeof English>;
