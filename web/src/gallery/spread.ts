/** Several numbers of one kind as people read them: the middle one, with the least and the greatest. */
import { formatNumber } from '../shell/format.ts';
import { galleryStrings as words } from '../strings/gallery.ts';

/** Middle of the finite values; NaN if there are none. */
export function median(values: readonly (number | null)[]): number {
  const usable = finite(values);
  const half = Math.floor(usable.length / 2);
  if (usable.length === 0) return NaN;
  return usable.length % 2 === 1 ? usable[half]! : 0.5 * (usable[half - 1]! + usable[half]!);
}

/** As `formatNumber`, but what is nearly one is not rounded to it: 0.99997 is not a perfect correlation. */
export function shown(value: number): string {
  const text = formatNumber(value);
  const missing = 1 - Math.abs(value);
  return /^.?1$/.test(text) && missing > 0 ? formatNumber(value, Math.ceil(-Math.log10(missing))) : text;
}

/** As in "0.93 [0.88, 0.97]"; says how many of the values are no numbers. */
export function spread(values: readonly (number | null)[]): string {
  const usable = finite(values);
  if (usable.length === 0) return words.numbers.absent;
  const [least, greatest] = [usable[0]!, usable[usable.length - 1]!].map(shown);
  const range = usable.length > 1 ? ` [${least}, ${greatest}]` : '';
  const missing = values.length - usable.length;
  return (
    shown(median(usable)) + range + (missing > 0 ? `, ${words.numbers.without(missing)}` : '')
  );
}

function finite(values: readonly (number | null)[]): number[] {
  return values
    .filter((value): value is number => typeof value === 'number' && Number.isFinite(value))
    .sort((a, b) => a - b);
}
