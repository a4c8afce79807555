// Blocks between a line `::: name key=value …` and a line `:::`. Blocks nest by using more colons
// for the outer one.

import { oneOf } from './failures.mjs';
import { parseAttributes } from './attributes.mjs';

/** Every directive: its attributes (required ones first), and where it may stand. */
export const DIRECTIVES = {
  lab: { required: ['id', 'preset'], optional: ['kind', 'set', 'show', 'locked', 'label', 'still'] },
  predict: {
    required: ['id', 'kind', 'lab'],
    optional: ['measure', 'preset', 'set', 'unit', 'top', 'tolerance'],
  },
  reveal: { required: ['for'], optional: [] },
  checkpoint: { required: ['id', 'lab', 'needs'], optional: [] },
  hint: { required: [], optional: [], inside: 'checkpoint' },
  aside: { required: [], optional: ['title'] },
  fold: { required: ['title'], optional: [] },
};

const OPENING = /^(:{3,})\s*([A-Za-z][\w-]*)?\s*(.*)$/;

/**
 * A markdown-it plugin that turns directives into `directive_open` and `directive_close` tokens.
 * A token's `meta` is { name, attributes, line, body }; choices of a question come as tokens too
 * (see choices.mjs, given here as `parseBody`).
 */
export function directiveRules(md, { faultAt, parseBody }) {
  const stack = [];
  md.block.ruler.before(
    'fence',
    'directive',
    (state, startLine, endLine, silent) => {
      const opening = OPENING.exec(lineText(state, startLine));
      if (
        !opening ||
        !state.src.startsWith(':::', state.bMarks[startLine] + state.tShift[startLine])
      )
        return false;
      if (silent) return true;
      const [, colons, name, rest] = opening;
      if (!name) {
        faultAt(state, startLine, `"${colons}" closes nothing here`);
        state.line = startLine + 1;
        return true;
      }
      const close = closingLine(state, startLine, endLine, colons);
      if (close < 0)
        faultAt(
          state,
          startLine,
          `the directive "${name}" is not closed: a line "${colons}" is missing`,
        );
      const bodyEnd = close < 0 ? endLine : close;
      const attributes = checked(state, startLine, name, rest, stack.at(-1));
      const meta = { name, attributes, line: startLine + 1, end: bodyEnd + 1 };

      const open = state.push('directive_open', '', 1);
      open.meta = meta;
      open.map = [startLine, bodyEnd];
      stack.push(name);
      parseBody(state, meta, startLine + 1, bodyEnd);
      stack.pop();
      state.push('directive_close', '', -1).meta = meta;
      state.line = close < 0 ? endLine : close + 1;
      return true;
    },
    { alt: ['paragraph', 'reference', 'blockquote', 'list'] },
  );

  function checked(state, line, name, rest, parent) {
    const rule = DIRECTIVES[name];
    if (!rule) {
      faultAt(
        state,
        line,
        `unknown directive "${name}"; there are ${oneOf(Object.keys(DIRECTIVES))}`,
      );
      return {};
    }
    if (rule.inside && parent !== rule.inside)
      faultAt(state, line, `"${name}" must stand inside "${rule.inside}"`);
    const { attributes, fault } = parseAttributes(rest);
    if (fault) faultAt(state, line, fault);
    const known = [...rule.required, ...rule.optional];
    for (const key of Object.keys(attributes)) {
      if (!known.includes(key))
        faultAt(
          state,
          line,
          `unknown attribute "${key}" of "${name}"; allowed: ${oneOf(known) || 'none'}`,
        );
    }
    for (const key of rule.required) {
      if (!(key in attributes)) faultAt(state, line, `"${name}" needs the attribute "${key}"`);
    }
    return attributes;
  }
}

/** Parses lines of a block with the same state, so that line numbers stay those of the file. */
export function tokenizeLines(state, start, end) {
  const { lineMax, parentType } = state;
  state.lineMax = end;
  state.parentType = 'blockquote';
  state.md.block.tokenize(state, start, end);
  state.lineMax = lineMax;
  state.parentType = parentType;
}

export function lineText(state, line) {
  return state.src.slice(state.bMarks[line] + state.tShift[line], state.eMarks[line]);
}

function closingLine(state, startLine, endLine, colons) {
  let depth = 0;
  let fence = null;
  for (let line = startLine + 1; line < endLine; line += 1) {
    const text = lineText(state, line).trimEnd();
    const mark = /^(`{3,}|~{3,})/.exec(text)?.[1];
    if (fence) {
      if (text.startsWith(fence)) fence = null;
      continue;
    }
    if (mark) {
      fence = mark;
      continue;
    }
    const match = OPENING.exec(text);
    if (!match || match[1].length !== colons.length) continue;
    if (match[2]) depth += 1;
    else if (depth === 0) return line;
    else depth -= 1;
  }
  return -1;
}
