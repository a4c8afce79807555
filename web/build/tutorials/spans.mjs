// Marks within a line:
//   [a phrase]{set="network.gain=2" lab=main}   a button that sets a lab
//   [a phrase]{symbol=h}                        lights the quantity wherever it is drawn
//   [[gain]] or [[gain|the gain]]               a word that opens its entry in the glossary

import { escapeHtml, htmlAttributes, parseAttributes } from './attributes.mjs';
import { SYMBOLS } from './labs.mjs';
import { oneOf } from './failures.mjs';

const SPAN_ATTRIBUTES = ['set', 'preset', 'lab', 'run', 'symbol'];

/** A markdown-it plugin. `context` is that of the compilation (see compile.mjs). */
export function spanRules(md, context) {
  const { faultAt, glossary, uses } = context;

  md.inline.ruler.before('link', 'glossary_term', (state, silent) => {
    const match = /^\[\[([^\]|]+)(?:\|([^\]]+))?\]\]/.exec(state.src.slice(state.pos));
    if (!match) return false;
    if (!silent) {
      const [, name, words] = match;
      const entry = glossary.get(name.trim());
      if (!entry)
        faultAt(
          state,
          state.pos,
          `unknown glossary term "${name.trim()}"; there are ${oneOf(glossary.keys())}`,
        );
      else uses.terms.add(name.trim());
      const token = state.push('reprise_html', '', 0);
      // A button element would not break across lines; the page makes a button of the link (glossary.ts).
      token.content = `<a class="term" href="#term-${escapeHtml(name.trim())}">${escapeHtml(words ?? name)}</a>`;
    }
    state.pos += match[0].length;
    return true;
  });

  md.inline.ruler.before('link', 'marked_span', (state, silent) => {
    if (state.src[state.pos] !== '[') return false;
    const close = state.md.helpers.parseLinkLabel(state, state.pos);
    if (close < 0 || state.src[close + 1] !== '{') return false;
    const end = state.src.indexOf('}', close);
    if (end < 0) return false;
    if (!silent) {
      const [open, shut] = tags(state, state.src.slice(close + 2, end));
      const start = state.pos;
      const limit = state.posMax;
      state.push('reprise_html', '', 0).content = open;
      state.pos = start + 1;
      state.posMax = close;
      state.md.inline.tokenize(state);
      state.pos = start;
      state.posMax = limit;
      state.push('reprise_html', '', 0).content = shut;
    }
    state.pos = end + 1;
    return true;
  });

  function tags(state, text) {
    const { attributes, fault } = parseAttributes(text);
    if (fault) faultAt(state, state.pos, fault);
    for (const key of Object.keys(attributes)) {
      if (!SPAN_ATTRIBUTES.includes(key)) {
        faultAt(
          state,
          state.pos,
          `unknown attribute "${key}" on a phrase; allowed: ${oneOf(SPAN_ATTRIBUTES)}`,
        );
      }
    }
    if (attributes.symbol) {
      if (!SYMBOLS.includes(attributes.symbol)) {
        faultAt(
          state,
          state.pos,
          `unknown symbol "${attributes.symbol}"; there are ${oneOf(SYMBOLS)}`,
        );
      }
      return [`<span class="symbol" data-symbol="${escapeHtml(attributes.symbol)}">`, '</span>'];
    }
    if (!attributes.lab || !(attributes.set || attributes.preset)) {
      faultAt(state, state.pos, 'a phrase needs symbol=…, or lab=… with set="…" or preset=…');
    }
    uses.settings.push({ ...attributes, line: context.lineAt(state, state.pos) });
    const { lab, set, preset, run } = attributes;
    // A button element would not break across lines.
    return [
      `<span role="button" tabindex="0" class="set-lab"${htmlAttributes({ 'data-lab': lab, 'data-preset': preset, 'data-set': set, 'data-run': run === 'true' })}>`,
      '</span>',
    ];
  }
}
