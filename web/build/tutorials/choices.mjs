// The answers of a question: lines `- [2] Two points`. What stands indented below an answer is said
// to a reader who chose it.

import { escapeHtml } from './attributes.mjs';
import { lineText, tokenizeLines } from './directives.mjs';

const CHOICE = /^- \[([^\]]+)\]\s+(.+)$/;

/** Parses the body of a choice question: block markdown, then its answers. */
export function parseChoices(state, meta, start, end, faultAt) {
  let line = start;
  while (line < end && !CHOICE.test(lineText(state, line))) line += 1;
  const first = line;
  push(state, `<div class="question" id="${escapeHtml(meta.attributes.id ?? '')}-question">\n`);
  tokenizeLines(state, start, first);
  push(state, '</div>\n');
  if (first === start) faultAt(state, start, 'a question needs words before its answers');

  const values = new Set();
  while (line < end) {
    const match = CHOICE.exec(lineText(state, line));
    if (!match) {
      if (lineText(state, line).trim() !== '')
        faultAt(
          state,
          line,
          'after the first answer only answers "- [value] words" and indented words may follow',
        );
      line += 1;
      continue;
    }
    const [, value, words] = match;
    if (values.has(value)) faultAt(state, line, `the answer [${value}] is given twice`);
    values.add(value);
    let next = line + 1;
    while (next < end && (state.isEmpty(next) || state.sCount[next] >= 2)) next += 1;
    pushChoice(state, meta, { value, words, line, next });
    line = next;
  }
  if (values.size < 2)
    faultAt(state, start, 'a choice question needs at least two answers "- [value] words"');
  meta.values = [...values];
}

function pushChoice(state, meta, { value, words, line, next }) {
  const id = meta.attributes.id ?? '';
  push(
    state,
    `<div class="choice" data-value="${escapeHtml(value)}"><label><input type="radio" name="${escapeHtml(id)}" value="${escapeHtml(value)}"><span>`,
  );
  const inline = state.push('inline', '', 0);
  inline.content = words;
  inline.map = [line, line + 1];
  inline.children = [];
  push(state, '</span></label>\n');
  const feedback = state.getLines(line + 1, next, 2, false).trim();
  if (feedback) {
    push(state, '<div class="feedback">\n');
    const indent = state.blkIndent;
    state.blkIndent = 2;
    tokenizeLines(state, line + 1, next);
    state.blkIndent = indent;
    push(state, '</div>');
  }
  push(state, '</div>\n');
}

function push(state, html) {
  const token = state.push('reprise_html', '', 0);
  token.content = html;
  token.block = true;
}
