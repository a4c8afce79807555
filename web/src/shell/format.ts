/** Numbers as people read them: a few significant digits, powers of ten in superscript. */

const superscripts = '⁰¹²³⁴⁵⁶⁷⁸⁹';
const minus = '−';

const superscript = (exponent: number) =>
  (exponent < 0 ? '⁻' : '') +
  [...String(Math.abs(exponent))].map((digit) => superscripts[Number(digit)]).join('');

/** As in 0.523, 12.4, 3.1 × 10⁻⁵; "–" when there is no number. */
export function formatNumber(value: number, digits = 3): string {
  if (!Number.isFinite(value)) return '–';
  if (value === 0) return '0';
  const size = Math.abs(value);
  const sign = value < 0 ? minus : '';
  if (size >= 1e5 || size < 1e-3) {
    const [mantissa, exponent] = size.toExponential(digits - 1).split('e') as [string, string];
    return `${sign}${mantissa} × 10${superscript(Number(exponent))}`;
  }
  const decimals = Math.max(0, digits - 1 - Math.floor(Math.log10(size)));
  return sign + size.toLocaleString('en', { maximumFractionDigits: decimals, useGrouping: size >= 1e4 });
}

/** A tick of an axis: no digits that say nothing, and a bare power of ten where it is one. */
export function formatTick(value: number): string {
  if (value === 0) return '0';
  const size = Math.abs(value);
  if (size < 1e5 && size >= 1e-3) return formatNumber(value, 4);
  const [mantissa, exponent] = size.toExponential(1).split('e') as [string, string];
  const power = `10${superscript(Number(exponent))}`;
  const factor = mantissa.replace(/\.0$/, '');
  return (value < 0 ? minus : '') + (factor === '1' ? power : `${factor} × ${power}`);
}

/** A coefficient of determination: 0.998, or "below 0" for a fit worse than none. */
export function formatR2(value: number): string {
  if (!Number.isFinite(value)) return '–';
  if (value < 0) return '< 0';
  // Rounding must not turn a very good fit into a perfect one.
  return value >= 0.9995 && value < 1 ? '> 0.999' : value.toFixed(3);
}

/** As in "4 s", "1 min 20 s". */
export function formatDuration(seconds: number): string {
  const whole = Math.max(0, Math.round(seconds));
  if (whole < 60) return `${whole} s`;
  if (whole < 3600) return `${Math.floor(whole / 60)} min ${whole % 60} s`;
  return `${Math.floor(whole / 3600)} h ${Math.floor((whole % 3600) / 60)} min`;
}
