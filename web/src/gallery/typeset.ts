/** Texts of stored results, which are plain ASCII, as people write them. */

const superscripts = '⁰¹²³⁴⁵⁶⁷⁸⁹';
const raised = (digits: string) =>
  digits.replace(/[0-9]/g, (digit) => superscripts[Number(digit)]!).replace('-', '⁻');

export function typeset(text: string): string {
  return text
    .replace(/(\d)e([+-]?)0*(\d+)\b/g, (_, mantissa: string, sign: string, exponent: string) => {
      return `${mantissa} × 10${raised((sign === '-' ? '-' : '') + exponent)}`;
    })
    .replace(/\br2\b/g, 'R²')
    .replace(/\^2/g, '²')
    .replace(/\beta_/g, 'η_')
    .replace(/\b([hyw])'/g, '$1′')
    .replace(/(^|[\s[(])-(?=\d)/g, '$1−')
    .replace(/(\d) x (?=\d)/g, '$1 × ');
}

/** For charts and tables, which have no subscripts: a rate by its name. */
export const typesetPlain = (text: string): string =>
  typeset(text).replace(/(?:\brate )?η_([hy])\b/g, 'rate of $1');
