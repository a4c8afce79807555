/** A worksheet as elements: the same that chapters are made of, so that what judges a chapter judges a worksheet. */
import type { LabElement } from '../labs/frame/lab-element.ts';
import { MemoryLink } from '../spec/link.ts';
import { worksheetStrings as words } from '../strings/worksheet.ts';
import { inWords, labNamed, measureOf, settingsOf, type Settings } from './labs.ts';
import { lineOf, textOf } from './markdown.ts';
import { isQuestion, type Block, type ExerciseBlock, type LabBlock, type QuestionBlock, type Worksheet } from './types.ts';

type Attributes = Record<string, string | number | undefined>;

function element(tag: string, attributes: Attributes = {}, ...content: (Node | string)[]): HTMLElement {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) if (value !== undefined) made.setAttribute(name, String(value));
  made.append(...content);
  return made;
}

/** The settings that a worksheet which has been read is known to have. */
const settings = ({ lab }: LabBlock, link: string) => settingsOf(labNamed(lab)!, link) as Settings;

function labFigure(block: LabBlock): HTMLElement {
  const { tag } = labNamed(block.lab)!;
  const { preset, set } = settings(block, block.link);
  const lab = element(tag, { id: block.id, preset: preset.name, set, show: block.show?.join(' '), locked: block.after });
  lab.lang = document.documentElement.lang;
  // A link may say more than settings do; labs that take one are known once they are defined.
  if ('link' in lab) (lab as LabElement).link = new MemoryLink(block.link);
  return element('figure', { class: 'lab' }, lab, element('figcaption', {}, textOf(block.caption ?? '')));
}

function choices(block: QuestionBlock): HTMLElement[] {
  if (block.kind !== 'choice') return [];
  return block.answers.map(({ value, text, feedback }) => {
    const radio = element('input', { type: 'radio', name: block.id, value });
    const label = element('label', {}, radio, element('span', {}, lineOf(text)));
    const said = feedback?.trim() ? [element('div', { class: 'feedback' }, textOf(feedback))] : [];
    return element('div', { class: 'choice', 'data-value': value }, label, ...said);
  });
}

function question(block: QuestionBlock, lab: LabBlock): HTMLElement {
  const declared = labNamed(lab.lab);
  const measure = block.kind === 'matrix' ? declared!.matrices[0] : block.measure;
  const own = block.link === undefined ? null : settings(lab, block.link);
  const { min, max } = (block.kind === 'number' && measureOf(declared, block.measure)) || {};
  const attributes = {
    id: block.id,
    kind: block.kind,
    lab: block.lab,
    measure,
    quantity: measure && inWords(declared, measure),
    preset: own?.preset.name,
    set: own?.set,
    ...(block.kind === 'number' ? { unit: block.unit, tolerance: block.tolerance, min, max } : {}),
    ...(block.kind === 'draw' ? { top: block.top } : {}),
    ...(block.kind === 'choice' ? { values: block.answers.map(({ value }) => value).join(' ') } : {}),
  };
  const text = element('div', { class: 'question', id: `${block.id}-question` }, textOf(block.text));
  return element('reprise-predict', attributes, text, ...choices(block));
}

function exercise(block: ExerciseBlock, lab: LabBlock): HTMLElement {
  const declared = labNamed(lab.lab);
  const needs = block.needs.map(({ measure, relation, value }) => measure + relation + value).join(' ');
  const quantities = block.needs.map(({ measure }) => inWords(declared, measure)).join('|');
  return element('reprise-checkpoint', { id: block.id, lab: block.lab, needs, quantities }, textOf(block.text));
}

/** The blocks of a worksheet, in its order. */
export function renderBlocks({ blocks }: Pick<Worksheet, 'blocks'>): DocumentFragment {
  const all = document.createDocumentFragment();
  const labOf = (id: string) => blocks.find((block): block is LabBlock => block.kind === 'lab' && block.id === id);
  const rendered = (block: Block): Node => {
    if (block.kind === 'text') return textOf(block.text);
    if (block.kind === 'lab') return labFigure(block);
    if (block.kind === 'reveal') return element('reprise-reveal', { for: block.for }, textOf(block.text));
    const lab = labOf(block.lab)!;
    return isQuestion(block) ? question(block, lab) : exercise(block, lab);
  };
  all.append(...blocks.map(rendered));
  return all;
}

/** The whole article, with its title. */
export function renderWorksheet(worksheet: Worksheet, origin: string): DocumentFragment {
  const all = document.createDocumentFragment();
  const { language } = worksheet;
  const note = origin ? [element('aside', { class: 'note' }, element('p', {}, origin))] : [];
  const head = element(
    'header',
    { class: 'tutorial-head' },
    element('p', { class: 'kicker' }, words.reader.kicker),
    element('h1', { lang: language }, worksheet.title),
    ...note,
    element('reprise-chapter-progress'),
  );
  const article = element('article', { class: 'prose', lang: language }, renderBlocks(worksheet), element('reprise-answers', { alone: '', lang: document.documentElement.lang }));
  all.append(head, article);
  return all;
}
