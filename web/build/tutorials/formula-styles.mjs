// Leaves out of KaTeX's style sheet what no formula of the site asks for: rules for classes that none has, and faces of fonts
// that none is set in. It covers all of TeX's mathematics, which a chapter would otherwise load whole. (WebKit moreover
// fetches a bold face with every regular one, needed or not.)

const RULE = /([^{}]+)\{([^{}]*)\}/g;
const FACE = /@font-face\s*\{[^{}]*?KaTeX_[^{}]*\}/g;
const FORMULA_SELECTOR = /^\.katex /;

/**
 * The style sheet without the rules under ".katex" that match no class of `used`, and without the faces left over.
 *
 * @param {string} css
 * @param {ReadonlySet<string>} used classes of the site's formulas
 */
export function withoutUnusedFormulas(css, used) {
  // What is said of a class that an element must not have does not need one that has it.
  const isUsed = (selector) =>
    [...selector.replace(/:not\([^)]*\)/g, '').matchAll(/\.([\w-]+)/g)].every(([, name]) => used.has(name));
  const rules = css.replace(RULE, (rule, list, body) => {
    const selectors = list.split(',');
    const kept = selectors.filter((one) => !FORMULA_SELECTOR.test(one.trim()) || isUsed(one));
    if (kept.length === selectors.length) return rule;
    return kept.length === 0 ? '' : `${kept.join(',')}{${body}}`;
  });
  const faces = new Set(['KaTeX_Main normal 400']);
  for (const [, selectors, body] of rules.replaceAll(FACE, '').matchAll(RULE)) {
    if (/^\s*\.katex /.test(selectors) && /font-(family|style|weight):/.test(body)) faces.add(faceOf(body));
  }
  return rules.replaceAll(FACE, (face) => (faces.has(faceOf(face)) ? face : ''));
}

/** Family, style and weight in the declarations of a rule or a face; what they leave open is the plain upright face. */
function faceOf(declarations) {
  const value = (name, otherwise) =>
    new RegExp(`font-${name}:\\s*"?(\\w+)`).exec(declarations)?.[1]?.replace('bold', '700') ?? otherwise;
  return [value('family', 'KaTeX_Main'), value('style', 'normal'), value('weight', '400').replace(/^normal$/, '400')].join(' ');
}
