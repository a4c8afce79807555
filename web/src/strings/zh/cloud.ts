/** Words of a cloud of points that can be turned. */
import type { cloudStrings as English } from '../cloud.ts';
import type { Words } from '../words.ts';

export const cloudStrings = {
  keys: '方向键转动点云，加减键改变大小，Home 键恢复视角。',
  tools: '转动点云',
  left: '向左转',
  right: '向右转',
  up: '向上倾',
  down: '向下倾',
  smaller: '缩小',
  larger: '放大',
  front: '恢复视角',
  turning: '缓慢转动',
} satisfies Words<typeof English>;
