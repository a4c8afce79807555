/** Names of the ready sets of points. */
import type { planeShapes as English } from '../plane-shapes.ts';
import type { Words } from '../words.ts';

export const planeShapes = {
  xor_clouds: '异或：相对的四分之一',
  xor_corners: '异或：四个角',
  circles: '圆环中的圆盘',
  moons: '两个月牙',
  spirals: '两条螺线',
  gaussians: '三团点云',
  checkerboard: '棋盘',
  sine: '曲线之上或之下',
  surface: '要拟合的曲面',
  own: '你自己的点',
} satisfies Words<typeof English>;
