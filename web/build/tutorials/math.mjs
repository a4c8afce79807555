// Typesets mathematics at build time.
//
// KaTeX places its boxes by inline styles, which a Content-Security-Policy without 'unsafe-inline'
// refuses. Each distinct style becomes a class here, and the classes a small style sheet.

import katex from 'katex';
import { createHash } from 'node:crypto';

/** Short names authors may use: the quantities of the theory light their curves when hovered. */
export const MACROS = {
  '\\symb': '\\htmlData{symbol=#1}{#2}',
  '\\h': '\\symb{h}{h}',
  '\\y': '\\symb{y}{y}',
  '\\w': '\\symb{w}{w}',
  '\\r': '\\symb{r}{r}',
};

/** Formulas with more signs than this may have to break on a phone. */
const shortFormula = 22;

/** Moves the bracket before a short formula and the marks after it from the text around into the token. */
function takeMarks(token, children, k) {
  const { meta } = token;
  if (token.type !== 'math' || meta.signs > shortFormula) return;
  const [previous, next] = [children[k - 1], children[k + 1]];
  const before = previous?.type === 'text' ? (/[(„“«（]$/.exec(previous.content)?.[0] ?? '') : '';
  const after = next?.type === 'text' ? (/^[,.;:!?)”“’»，。；：！？）、]+/.exec(next.content)?.[0] ?? '') : '';
  if (before) previous.content = previous.content.slice(0, -before.length);
  if (after) next.content = next.content.slice(after.length);
  meta.marks = [before, after];
}

/** About how many signs a formula shows. */
const signsIn = (tex) => tex.replace(/\\[a-zA-Z]+/g, 'x').replace(/[\s{}\\^_]/g, '').length;

/** Of the MathML, the signs that KaTeX takes by their looks, and a screen reader says by their names: "divides" for |h|. */
const saidWrong = { '∣': '|', '∗': '*' };
const sayRight = (html) =>
  html.replace(/<math\b.*?<\/math>/gs, (math) =>
    math.replace(/(<m[io]\b[^>]*>)([∣∗])(?=<\/m[io]>)/g, (_, tag, sign) => tag + saidWrong[sign]),
  );

/** Collects the styles and the classes of all formulas it sets. */
export class MathSetter {
  constructor() {
    this.styles = new Map();
    this.classes = new Set(['katex']);
  }

  /** Sets TeX as HTML for the eye and MathML for the screen reader. Throws on faulty TeX. */
  render(tex, displayMode) {
    const html = katex.renderToString(tex, {
      displayMode,
      output: 'htmlAndMathml',
      throwOnError: true,
      macros: { ...MACROS },
      trust: (context) => context.command === '\\htmlData',
      strict: (code) => (code === 'htmlExtension' ? 'ignore' : 'error'),
    });
    for (const [, names] of html.matchAll(/\sclass="([^"]*)"/g)) for (const name of names.split(/\s+/)) this.classes.add(name);
    return this.#stylesToClasses(sayRight(html));
  }

  /** The style sheet for every formula set so far. */
  css() {
    return [...this.styles]
      .sort(([, a], [, b]) => (a < b ? -1 : 1))
      .map(([style, name]) => `.${name}{${style}}`)
      .join('\n');
  }

  #stylesToClasses(html) {
    return html.replace(/<[a-z]+\b[^>]*\sstyle="[^"]*"[^>]*>/g, (tag) => {
      const style = /\sstyle="([^"]*)"/.exec(tag)[1];
      const plain = tag.replace(/\sstyle="[^"]*"/, '');
      const name = this.#className(style);
      return /\sclass="/.test(plain)
        ? plain.replace(/\sclass="([^"]*)"/, ` class="$1 ${name}"`)
        : plain.replace(/^<([a-z]+)/, `<$1 class="${name}"`);
    });
  }

  #className(style) {
    let name = this.styles.get(style);
    if (!name) {
      // The same for the same style, whatever else is set; and short, for the page has it thousands of times.
      const digest = createHash('sha256').update(style).digest('hex').slice(0, 12);
      name = `k${parseInt(digest, 16).toString(36).padStart(10, '0').slice(-5)}`;
      this.styles.set(style, name);
    }
    return name;
  }
}

/** A markdown-it plugin: `$inline$` and `$$display$$`. */
export function mathRules(md, { setter, faultAt }) {
  md.inline.ruler.after('escape', 'math', (state, silent) => {
    if (state.src[state.pos] !== '$') return false;
    const close = closingDollar(state.src, state.pos + 1);
    if (close < 0) return false;
    if (!silent) {
      const token = state.push('math', '', 0);
      const tex = state.src.slice(state.pos + 1, close);
      token.content = set(tex, false, state, state.pos);
      token.meta = { signs: signsIn(tex) };
    }
    state.pos = close + 1;
    return true;
  });

  md.block.ruler.before(
    'fence',
    'math_block',
    (state, startLine, endLine, silent) => {
      const first = lineText(state, startLine);
      if (!first.startsWith('$$')) return false;
      let line = startLine;
      let text = first.slice(2);
      while (!text.trimEnd().endsWith('$$')) {
        line += 1;
        if (line >= endLine) {
          faultAt(state, startLine, 'a display formula is not closed: "$$" is missing');
          return false;
        }
        text += `\n${lineText(state, line)}`;
      }
      if (silent) return true;
      const token = state.push('math', '', 0);
      token.block = true;
      token.map = [startLine, line + 1];
      const tex = text.trimEnd().slice(0, -2).trim();
      token.content = `<div class="formula">${set(tex, true, state, startLine)}</div>\n`;
      state.line = line + 1;
      return true;
    },
    { alt: ['paragraph', 'reference', 'blockquote', 'list'] },
  );

  // A formula is a box, and lines may break at boxes: a short one takes its comma and its bracket along.
  md.core.ruler.push('math_marks', (state) => {
    for (const { children } of state.tokens) children?.forEach((token, k) => takeMarks(token, children, k));
  });

  md.renderer.rules.math = (tokens, index) => {
    const { content, meta } = tokens[index];
    const [before, after] = meta?.marks ?? ['', ''];
    return before || after ? `<span class="unbroken">${before}${content}${after}</span>` : content;
  };

  function set(tex, displayMode, state, place) {
    try {
      return setter.render(tex, displayMode);
    } catch (error) {
      faultAt(state, place, `faulty formula: ${error.rawMessage ?? error.message}`);
      return '';
    }
  }
}

function lineText(state, line) {
  return state.src.slice(state.bMarks[line] + state.tShift[line], state.eMarks[line]);
}

// The position of the dollar sign that closes a formula opened before `from`, or -1.
function closingDollar(source, from) {
  if (source[from] === undefined || /[\s$]/.test(source[from])) return -1;
  for (let position = from; position < source.length; position += 1) {
    if (source[position] === '\\') {
      position += 1;
    } else if (source[position] === '$') {
      const closes = !/\s/.test(source[position - 1]) && !/\d/.test(source[position + 1] ?? '');
      return closes ? position : -1;
    }
  }
  return -1;
}
