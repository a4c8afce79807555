// Compiles one tutorial from markdown to HTML. Knows nothing of Vite or the file system.

import MarkdownIt from 'markdown-it';
import { escapeHtml, htmlAttributes } from './attributes.mjs';
import { parseChoices } from './choices.mjs';
import { crossCheck, parseNeeds } from './cross-check.mjs';
import { directiveRules, tokenizeLines } from './directives.mjs';
import { FaultList } from './failures.mjs';
import { readFrontMatter } from './front-matter.mjs';
import { LABS, labName, quantityInWords } from './labs.mjs';
import { mathRules } from './math.mjs';
import { spanRules } from './spans.mjs';
import { wordsOf } from './words.mjs';

/**
 * @typedef {object} Site What a tutorial may refer to.
 * @property {import('./spec-check.mjs').SpecChecker} checker presets and the spec's fields
 * @property {import('./math.mjs').MathSetter} setter gathers the formulas' style sheet
 * @property {Map<string, { title: string, text: string }>} glossary
 * @property {Set<string>} pages every page of the site, as "two-points.html"
 * @property {Set<string> | null} stills names of the still pictures there are; null when they are about to be made
 * @property {string} [language] what the file's name says, as "de" for xor.de.md; without it English
 * @property {object} [headKeys] keys of the head, where they are not those of a tutorial
 * @property {string} page where this tutorial goes, as "tutorials/xor.html"
 */

/**
 * Compiles a tutorial.
 * @param {string} source the markdown, with its front matter
 * @param {string} file its name, for messages
 * @param {Site} site
 * @returns {{ head: object, body: string, contents: { id: string, title: string }[], terms: object[], labs: object[],
 *   tasks: { predictions: number, exercises: number, labs: number } }} `labs` are the attributes of its labs,
 *   `kind` filled in
 * @throws {import('./failures.mjs').TutorialError} listing every fault with file and line
 */
export function compileTutorial(source, file, site) {
  const faults = new FaultList(file);
  const { head, body } = readFrontMatter(
    source.replaceAll('\r\n', '\n'),
    faults,
    site.headKeys,
  );
  const expected = site.language ?? 'en';
  if ((head.language ?? 'en') !== expected) {
    faults.add(
      1,
      `the file's name says language "${expected}", its head "${head.language ?? 'en'}": NAME.de.md holds language: de`,
    );
  }
  const found = { directives: [], links: [], settings: [], ids: new Set(), terms: new Set() };
  const words = wordsOf(head.language);
  const md = createMarkdown(site, faults, found, words);
  const environment = {};
  const tokens = md.parse(body, environment);
  const contents = numberHeadings(tokens, found.ids, faults);
  gatherLinks(tokens, found.links);
  const terms = [...found.terms].map((key) => {
    const entry = site.glossary.get(key);
    return { key, title: entry.title, html: md.renderInline(entry.text, {}) };
  });
  numberHints(found.directives);
  giveQuantities(found.directives, site.checker, words);
  crossCheck(found, site, faults);
  faults.throwIfAny();
  const labs = found.directives
    .filter(({ name }) => name === 'lab')
    .map(({ attributes }) => ({ ...attributes, kind: labName(attributes, site.checker) }));
  const count = (kind) => found.directives.filter(({ name }) => name === kind).length;
  return {
    head,
    body: md.renderer.render(tokens, md.options, environment),
    contents,
    terms,
    labs,
    tasks: { predictions: count('predict'), exercises: count('checkpoint'), labs: labs.length },
  };
}

function createMarkdown(site, faults, found, words) {
  const md = new MarkdownIt({ html: false, linkify: false, typographer: true });
  md.disable('replacements');
  // A place is a line in a block rule and a position in an inline rule.
  const lineAt = (state, place) =>
    state.inlineMode === undefined && 'pos' in state && 'posMax' in state
      ? (state.env.line ?? 0) + state.src.slice(0, place).split('\n').length
      : place + 1;
  const faultAt = (state, place, message) => faults.add(lineAt(state, place), message);

  trackInlineLines(md);
  mathRules(md, { setter: site.setter, faultAt });
  spanRules(md, {
    faultAt,
    lineAt,
    glossary: site.glossary,
    uses: { terms: found.terms, settings: found.settings },
  });
  directiveRules(md, {
    faultAt,
    parseBody(state, meta, start, end) {
      found.directives.push(meta);
      if (meta.name === 'predict' && meta.attributes.kind === 'choice')
        parseChoices(state, meta, start, end, faultAt);
      else tokenizeLines(state, start, end);
    },
  });
  md.renderer.rules.reprise_html = (tokens, index) => tokens[index].content;
  md.renderer.rules.directive_open = (tokens, index) => openTag(tokens[index].meta, site, words);
  md.renderer.rules.directive_close = (tokens, index) => closeTag(tokens[index].meta, site);
  md.renderer.rules.softbreak = (tokens, index) => (besideIdeograph(tokens[index - 1], tokens[index + 1]) ? '' : '\n');
  md.renderer.rules.table_open = () => '<div class="table"><table>\n';
  md.renderer.rules.table_close = () => '</table></div>\n';
  return md;
}

/** Chinese has no spaces between words: there the end of a line in the source is none either. */
function besideIdeograph(before, after) {
  const ideographs = /[\u3000-\u303f\u3400-\u9fff\uff00-\uffef]/;
  const edge = (token, k) => (token?.type === 'text' ? token.content.at(k) : undefined);
  return ideographs.test(edge(before, -1) ?? '') || ideographs.test(edge(after, 0) ?? '');
}

// Inline rules see only their own text; this tells them, in `env.line`, on which line it began.
function trackInlineLines(md) {
  md.core.ruler.at('inline', (state) => {
    let block = 0;
    for (const token of state.tokens) {
      block = token.map?.[0] ?? block;
      if (token.type !== 'inline') continue;
      state.env.line = block;
      state.md.inline.parse(token.content, state.md, state.env, token.children);
    }
  });
}

/** Tells each hint which one of its exercise it is: readers open them one after the other. */
function numberHints(directives) {
  let hints = [];
  for (const directive of directives) {
    if (directive.name === 'checkpoint') hints = [];
    if (directive.name !== 'hint') continue;
    hints.push(directive);
    hints.forEach((hint, k) => Object.assign(hint, { number: k + 1, total: hints.length }));
  }
}

/**
 * Tells each question and exercise what its lab's declaration says of the quantities it asks for: their words, and for a number
 * between which it can lie, since predictions are held to that.
 */
function giveQuantities(directives, checker, words) {
  const labs = directives.filter(({ name }) => name === 'lab').map(({ attributes }) => attributes);
  for (const directive of directives) {
    const { kind, lab: id, measure, needs } = directive.attributes;
    const lab = labs.find((one) => one.id === id);
    const declared = LABS[lab && labName(lab, checker)];
    if (directive.name === 'predict') {
      const { min, max } = declared?.measures[measure] ?? {};
      directive.given = kind === 'number' ? { min, max } : { quantity: measure && quantityInWords(declared, measure, words) };
    } else if (directive.name === 'checkpoint') {
      const names = parseNeeds(needs ?? '').map((need) => need?.measure);
      directive.given = { quantities: names.map((name) => quantityInWords(declared, name, words)).join('|') };
    }
  }
}

function numberHeadings(tokens, ids, faults) {
  const contents = [];
  tokens.forEach((token, index) => {
    if (token.type !== 'heading_open') return;
    const inline = tokens[index + 1];
    const line = token.map[0] + 1;
    if (token.tag === 'h1')
      faults.add(line, 'the title is in the front matter; headings in the text begin with ##');
    const title = inline.children
      .filter((child) => child.type === 'text' || child.type === 'code_inline')
      .map((child) => child.content)
      .join('');
    const id = slug(title);
    if (ids.has(id)) faults.add(line, `two headings read "${title}"`);
    ids.add(id);
    token.attrSet('id', id);
    if (token.tag === 'h2') contents.push({ id, title });
  });
  return contents;
}

function slug(title) {
  return title
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-|-$/g, '');
}

function gatherLinks(tokens, links) {
  let block = 0;
  for (const token of tokens) {
    // Cells of a table have no place of their own, but their row has.
    block = token.map?.[0] ?? block;
    if (token.type !== 'inline') continue;
    let line = block + 1;
    for (const child of token.children) {
      if (child.type === 'softbreak' || child.type === 'hardbreak') line += 1;
      if (child.type === 'link_open') links.push({ href: child.attrGet('href'), line });
    }
  }
}

function openTag({ name, attributes, values, number, total, given }, site, words) {
  const { id } = attributes;
  switch (name) {
    case 'lab': {
      const { preset, set, show, locked, label, still } = attributes;
      const { tag } = LABS[labName(attributes, site.checker)];
      // Not for Vite to resolve: the plugin puts the pictures beside the page.
      const picture = still
        ? `<img src="stills/${escapeHtml(still)}.svg" alt="${escapeHtml(label ?? '')}" loading="lazy" vite-ignore>`
        : '';
      const element = `<${tag}${htmlAttributes({ id, preset, set, show, locked, label })}>${picture}</${tag}>`;
      return `<figure class="lab">\n${element}\n<figcaption>\n`;
    }
    case 'predict':
      return `<reprise-predict${htmlAttributes({ ...attributes, ...given, values: values?.join(' ') })}>\n`;
    case 'reveal':
      return `<reprise-reveal for="${escapeHtml(attributes.for)}">\n`;
    case 'checkpoint':
      return `<reprise-checkpoint${htmlAttributes({ ...attributes, ...given })}>\n`;
    case 'hint':
      return `<details class="hint"><summary>${escapeHtml(words.hint(number, total))}</summary>\n`;
    case 'fold':
      return `<details class="fold"><summary>${escapeHtml(attributes.title)}</summary>\n`;
    default:
      return `<aside class="note">${attributes.title ? `<p class="note-title">${escapeHtml(attributes.title)}</p>` : ''}\n`;
  }
}

function closeTag({ name }) {
  return {
    lab: '</figcaption></figure>\n',
    predict: '</reprise-predict>\n',
    reveal: '</reprise-reveal>\n',
    checkpoint: '</reprise-checkpoint>\n',
    hint: '</details>\n',
    fold: '</details>\n',
    aside: '</aside>\n',
  }[name];
}
