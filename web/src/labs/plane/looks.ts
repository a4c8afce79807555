/** What is kept of a run's looks at the plane. */
import type { Surface } from '../../engine/protocol.ts';

/** So many looks are kept, and so many bytes of them. */
const looksKept = 60;
const bytesKept = 32e6;

const bytesOf = ({ surface, maps, places, weights }: Surface) =>
  surface.byteLength + maps.byteLength + places.byteLength + (weights?.byteLength ?? 0);

/** The looks before another and that one; where they are too many or too large, every second of them. */
export function withLook(before: readonly Surface[], surface: Surface): Surface[] {
  let looks = [...before.filter(({ epoch }) => epoch < surface.epoch), surface];
  const bytes = () => looks.reduce((sum, kept) => sum + bytesOf(kept), 0);
  while (looks.length > 2 && (looks.length > looksKept || bytes() > bytesKept)) {
    looks = looks.filter((_, k) => k % 2 === 0 || k === looks.length - 1);
  }
  return looks;
}
