/** Texts of stored results, which are plain ASCII, as people write them. */
import { settingWords } from '../strings/gallery.ts';

const superscripts = '⁰¹²³⁴⁵⁶⁷⁸⁹';
const raised = (digits: string) =>
  digits.replace(/[0-9]/g, (digit) => superscripts[Number(digit)]!).replace('-', '⁻');

/** Where a text is nothing but a setting's name, or begins with it: "skip", "skip: r2 of h", "architecture skip: r2 of h". */
const leading = new RegExp(`^(activation |architecture )?(${Object.keys(settingWords).join('|')})(?=$|:)`);
/** Names that are no words, which a sentence may hold anywhere. */
const anywhere = /\b(?:adam|cnn|elu|relu|swish)\b/g;

/** What is nearly one has been kept from rounding to it with six decimals; the first that is no nine tells as much. */
function nearlyOne(text: string): string {
  const decimals = /^0\.9+/.exec(text)![0].length - 1;
  return text.length - 2 > decimals ? String(Number(Number(text).toFixed(decimals))) : text;
}

/** With what belongs together on one line: ranges, assignments, and a name with its number. */
const unbroken = (text: string): string =>
  text
    .replace(/\[([^\s[\],]+), ([^\s[\],]+)\]/g, '[$1,\u00a0$2]')
    .replace(/\|(?=[Δ²])/g, '|\u2060')
    .replace(/ ([=×]) (?=[\d−])/g, '\u00a0$1\u00a0')
    .replace(/\b([hyw]|R²|layers?|block|gain|width) (?=[\d−])/g, '$1\u00a0');

export function typeset(text: string): string {
  return unbroken(written(text));
}

function written(text: string): string {
  return text
    .replace(leading, (_, before: string | undefined, name: string) => (before ?? '') + settingWords[name]!)
    .replace(anywhere, (name) => settingWords[name]!)
    .replace(/\bgain-(?=\d)/g, 'gain ')
    .replace(/\b0\.9{3}\d*/g, nearlyOne)
    .replace(/(\d)e([+-]?)0*(\d+)\b/g, (_, mantissa: string, sign: string, exponent: string) => {
      return `${mantissa} × 10${raised((sign === '-' ? '-' : '') + exponent)}`;
    })
    .replace(/\br2\b/g, 'R²')
    .replace(/\|d(?=[xy])/g, '|Δ')
    .replace(/\^2/g, '²')
    .replace(/\beta_/g, 'η_')
    .replace(/\b([hyw])'/g, '$1′')
    .replace(/(^|[\s[(])-(?=\d)/g, '$1−')
    .replace(/(\d) x (?=\d)/g, '$1 × ');
}

/** For charts and tables, which have no subscripts: a rate by its name. */
export const typesetPlain = (text: string): string =>
  typeset(text).replace(/(?:\brate )?η_([hy])\b/g, 'rate of $1');

/** For what stands by itself, as a heading does: a capital first, unless a quantity's letter comes first. */
export const typesetHeading = (text: string): string =>
  typesetPlain(text).replace(/^[a-z](?=[a-z])/, (letter) => letter.toUpperCase());
