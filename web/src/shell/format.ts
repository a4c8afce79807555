/**
 * Numbers as people read them: a few significant digits, powers of ten in superscript, and the decimal sign of the
 * page's language. For reading only: files, specs and addresses keep the point.
 */

const minus = '−';
/** Decimal sign and sign between thousands. Making the first Intl.NumberFormat costs as much as drawing a chart. */
const signs: Record<string, readonly [string, string]> = { en: ['.', ','], de: [',', '.'] };
let language = 'en';
const styles = new Map<string, Intl.NumberFormat>();

/** Writes numbers as this language does from now on; a code as in "de". */
export function writeNumbersIn(code: string): void {
  language = code;
  styles.clear();
}

function written(value: number, least: number, most: number, grouped: boolean): string {
  const size = Math.abs(value);
  const known = signs[language];
  // From 1e21 on, toFixed writes a power of ten.
  const text =
    known && size < 1e21
      ? plain(size, least, most, grouped, known)
      : styleOf(least, most, grouped).format(size);
  return (value < 0 ? minus : '') + text;
}

function plain(
  size: number,
  least: number,
  most: number,
  grouped: boolean,
  [point, thousands]: readonly [string, string],
): string {
  let [whole = '', part = ''] = size.toFixed(most).split('.');
  while (part.length > least && part.endsWith('0')) part = part.slice(0, -1);
  if (grouped) whole = whole.replace(/\B(?=(\d{3})+$)/g, thousands);
  return part ? whole + point + part : whole;
}

function styleOf(least: number, most: number, grouped: boolean): Intl.NumberFormat {
  const key = `${least} ${most} ${grouped}`;
  let style = styles.get(key);
  if (!style) {
    style = new Intl.NumberFormat(language, {
      minimumFractionDigits: least,
      maximumFractionDigits: most,
      useGrouping: grouped,
    });
    styles.set(key, style);
  }
  return style;
}

/** With so many decimals, no more and no fewer, as in 0.50. */
export const formatFixed = (value: number, decimals: number): string =>
  written(value, decimals, decimals, false);

/** A whole number; its thousands are set apart where there are many, as in 2500 and 12,000. */
export const formatCount = (value: number): string => written(value, 0, 0, Math.abs(value) >= 1e4);

/** A number as somebody typed it, with a point, in the language's way of typing it. */
export const formatTyped = (text: string): string => text.replace('.', numberSigns()[0]);

/** What stands before the decimals and between thousands where numbers are written in this language. */
export function numberSigns(): readonly [string, string] {
  const known = signs[language];
  if (known) return known;
  const parts = new Intl.NumberFormat(language).formatToParts(-12345.6);
  const sign = (type: string) => parts.find((part) => part.type === type)?.value ?? '';
  return [sign('decimal'), sign('group')];
}

const bringRules = () => import('./read-number.ts');

/**
 * Reads a number that somebody typed: NaN where the text as a whole means none. What only a program would write is read at
 * once, for all else come the rules (read-number.ts); without them nothing is guessed.
 */
export function typedNumber(text: string): number | Promise<number> {
  if (/^-?(\d+|0?\.\d+|\d+\.\d\d?)(e-?\d+)?$/.test(text)) return Number(text);
  return bringRules().then(({ readNumber }) => readNumber(text, numberSigns()[1]), () => NaN);
}

/** Brings the rules early, so that what follows upon typing finds the number read. */
export const expectNumber = () => void bringRules().catch(() => {});

const superscripts = '⁰¹²³⁴⁵⁶⁷⁸⁹';

const superscript = (exponent: number) =>
  (exponent < 0 ? '⁻' : '') +
  [...String(Math.abs(exponent))].map((digit) => superscripts[Number(digit)]).join('');

/** As in 0.523, 12.4, 3.1 × 10⁻⁵ (with no-break spaces); "–" when there is no number. */
export function formatNumber(value: number, digits = 3): string {
  if (!Number.isFinite(value)) return '–';
  if (value === 0) return '0';
  const size = Math.abs(value);
  if (size >= 1e5 || size < 1e-3) {
    const [mantissa, exponent] = value.toExponential(digits - 1).split('e') as [string, string];
    return `${formatFixed(Number(mantissa), digits - 1)}\u00a0×\u00a010${superscript(Number(exponent))}`;
  }
  const decimals = Math.max(0, digits - 1 - Math.floor(Math.log10(size)));
  return written(value, 0, decimals, size >= 1e4);
}

/** A tick of an axis: no digits that say nothing, and a bare power of ten where it is one. */
export function formatTick(value: number): string {
  if (value === 0) return '0';
  const size = Math.abs(value);
  if (size < 1e5 && size >= 1e-3) return formatNumber(value, 4);
  const [mantissa, exponent] = size.toExponential(1).split('e') as [string, string];
  const power = `10${superscript(Number(exponent))}`;
  const factor = written(Number(mantissa), 0, 1, false);
  return (value < 0 ? minus : '') + (factor === '1' ? power : `${factor}\u00a0×\u00a0${power}`);
}

/** A coefficient of determination: 0.998, or "below 0" for a fit worse than none. */
export function formatR2(value: number): string {
  if (!Number.isFinite(value)) return '–';
  if (value < 0) return '< 0';
  // Rounding must not turn a very good fit into a perfect one.
  return value >= 0.9995 && value < 1 ? `> ${formatFixed(0.999, 3)}` : formatFixed(value, 3);
}

/** As in "4 s", "1 min 20 s". */
export function formatDuration(seconds: number): string {
  const whole = Math.max(0, Math.round(seconds));
  if (whole < 60) return `${whole} s`;
  if (whole < 3600) return `${Math.floor(whole / 60)} min ${whole % 60} s`;
  return `${Math.floor(whole / 3600)} h ${Math.floor((whole % 3600) / 60)} min`;
}
