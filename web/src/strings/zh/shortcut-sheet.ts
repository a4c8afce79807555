import type { shortcutSheetStrings as English } from '../shortcut-sheet.ts';
import type { Words } from '../words.ts';

export const shortcutSheetStrings = {
  title: '键盘快捷键',
  intro: '它们作用于获得焦点的实验，否则作用于显示得最多的实验。在文本框中不起作用。',
  keys: {
    run: '运行、暂停或继续',
    step: '单步',
    reset: '回到起点，种子不变',
    'new-seed': '新种子',
    slower: '慢一些',
    faster: '快一些',
    compare: '保留这次运行以作比较',
    undo: '撤销设置改动',
    redo: '重做',
    help: '这张列表',
  },
  charts: '在图或矩阵中，方向键移动读数，Esc 键结束。',
  on: '使用单键快捷键',
  off: 'Ctrl+Z 和 Ctrl+Y 总是有效。',
  close: '关闭',
} satisfies Words<typeof English>;
