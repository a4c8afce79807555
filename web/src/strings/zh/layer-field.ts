/** Words of the field that chooses a hidden layer. */
import type { layerFieldStrings as English } from '../layer-field.ts';
import type { Words } from '../words.ts';

export const layerFieldStrings = {
  label: '所看的隐藏层',
  hint: (layers: number) => `1 是第一层，${layers} 是最后一层。改变它不需要重新训练。`,
  refused: (value: string, layers: number) => `${value} 不能用；允许：1 到 ${layers} 的整数。`,
} satisfies Words<typeof English>;
