/** Words of the demonstration on the home page. */
import type { homeStrings as English } from '../home.ts';
import type { Words } from '../words.ts';

export const homeStrings = {
  heading: '实时：20 层网络中的两个点',
  unit: '平方距离',
  time: '时间（轮）',
  h: { label: '内部', name: '内部，h', theory: '内部，理论' },
  y: { label: '输出', name: '输出处，y', theory: '输出处，理论' },
  note: '实线：训练时实测；虚线：对已有部分拟合的理论',
  again: '换一组权重再来',
  pause: '暂停',
  resume: '继续',
  failed: '实时运行无法在这个浏览器中启动。',
  done: (r2: string) => `理论对隐藏距离的拟合：R² ${r2}。`,
} satisfies Words<typeof English>;
