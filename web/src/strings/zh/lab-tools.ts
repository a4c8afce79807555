/** Words of what every lab can do: undo, files, comparison, keys. */
import type { labToolsStrings as English } from '../lab-tools.ts';
import type { Words } from '../words.ts';

export const labToolsStrings = {
  undo: '撤销上一次设置改动',
  redo: '重做',
  menu: '更多',
  copyLink: '复制当前状态的链接',
  copied: '链接已复制',
  linkIsAddress: '无法复制：链接就在地址栏里',
  byHandLink: '这次运行被手动改动过：链接给出的是它的设置，而不是这次运行。',
  share: '分享与嵌入',
  saveCsv: '保存全部记录（CSV）',
  saveResult: '保存这次运行（JSON）',
  openResult: '打开存下的运行……',
  pin: '保留这次运行以作比较',
  help: '键盘快捷键……',
  nothingToSave: '还没有可以保存的运行。',
  pinned: '已保留为参照。',
} satisfies Words<typeof English>;
