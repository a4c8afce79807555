/**
 * Numbers as people write them. Loaded when a text is not written the one way that needs no rules (see `typedNumber`).
 */

const superscripts = '⁰¹²³⁴⁵⁶⁷⁸⁹';
const plain = /^[-+]?(\d+\.?\d*|\.\d+)(e[-+]?\d+)?$/i;

/**
 * The number that the whole text means, or NaN: thousands set apart by commas, points, spaces or apostrophes, a point or a comma
 * before the decimals, a power of ten as in 1e-3 and 3 × 10⁻³. Where "1,000" could mean two things, it means what it
 * does in the language whose sign between thousands is given.
 */
export function readNumber(text: string, thousands: string): number {
  const written = text
    .trim()
    .replaceAll(/[−–]/g, '-')
    .replaceAll(/(\d)[\s'’](?=\d{3}(?!\d))/g, '$1')
    .replace(/(^[-+]?|\s*[×·*]\s*)10(?:\^([-+]?\d+)|([⁻⁺]?[⁰¹²³⁴⁵⁶⁷⁸⁹]+))$/, (_, before: string, typed?: string, raised?: string) => {
      const digits = typed ?? [...raised!].map((c) => (c === '⁻' ? '-' : c === '⁺' ? '+' : superscripts.indexOf(c))).join('');
      return `${/\S/.test(before.replace(/^[-+]/, '')) ? '' : `${before}1`}e${digits}`;
    });
  const once = /^[^.,]*[.,][^.,]*$/.test(written);
  for (const [point, group] of ['.,', ',.'] as const) {
    const grouped = new RegExp(`^[-+]?[1-9]\\d{0,2}(\\${group}\\d{3})+(\\${point}\\d*)?(e|$)`, 'i');
    if (grouped.test(written) && (!once || group === thousands)) {
      return numberOf(written.replaceAll(group!, '').replace(point!, '.'));
    }
  }
  return numberOf(written.replace(',', '.'));
}

const numberOf = (text: string): number => (plain.test(text) ? Number(text) : NaN);
