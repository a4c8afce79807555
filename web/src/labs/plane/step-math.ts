/** Equations as MathML, piece by piece: browsers draw it, and screen readers read it. */

export type Piece = Element | string | number;

const space = 'http://www.w3.org/1998/Math/MathML';

export function tag(name: string, ...inside: (Element | string)[]): Element {
  const element = document.createElementNS(space, name);
  element.append(...inside);
  return element;
}

/** How numbers are written; a negative one that stands behind a sign is in brackets. */
export type Write = (value: number) => string;

/** Of names, those of more than one letter are functions, and upright. */
const kindOf = (piece: string): string => (/^\p{L}$/u.test(piece) ? 'mi' : /^\p{L}+$/u.test(piece) ? 'mtext' : 'mo');

/** A row: numbers as they are written, signs as operators, names (one letter, or a word of letters) as names. */
export function row(write: Write, pieces: readonly Piece[]): Element {
  const inside: Element[] = [];
  pieces.forEach((piece, k) => {
    if (piece instanceof Element) inside.push(piece);
    else if (typeof piece === 'number') {
      const before = pieces[k - 1];
      const open = piece < 0 && typeof before === 'string' && '+−·'.includes(before);
      const number = tag('mn', write(piece));
      inside.push(...(open ? [tag('mo', '('), number, tag('mo', ')')] : [number]));
    } else inside.push(tag(kindOf(piece), piece));
  });
  return tag('mrow', ...inside);
}

export const sub = (name: string, index: string): Element => tag('msub', tag('mi', name), tag('mtext', index));
export const sup = (base: Element, text: string): Element => tag('msup', base, tag('mn', text));
export const primed = (name: string): Element => tag('msup', tag('mi', name), tag('mo', '′'));
export const fraction = (above: Element, below: Element): Element => tag('mfrac', above, below);
export const root = (inside: Element): Element => tag('msqrt', inside);
const change = (name: string): Element => tag('mrow', tag('mo', '∂'), tag('mi', name));
export const slope = (name: string): Element => fraction(change('L'), change(name));
export const sum = (index: string): Element => tag('munder', tag('mo', '∑'), tag('mi', index));

/** Lines of an equation, in one formula. */
export function formula(rows: readonly Element[]): Element {
  const table = tag('mtable', ...rows.map((one) => tag('mtr', tag('mtd', one))));
  table.setAttribute('columnalign', 'left');
  const whole = tag('math', table);
  // Fractions as large as in a formula that stands by itself.
  for (const element of [whole, table]) element.setAttribute('displaystyle', 'true');
  return whole;
}
