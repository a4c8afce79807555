/** Reads a worksheet from whatever a file or a link holds: all of it, or every fault by the name of its field. */
import { formatCount, formatNumber } from '../shell/format.ts';
import { worksheetStrings } from '../strings/worksheet.ts';
import { asked, canBeSet, labNamed, labs, settingsOf } from './labs.ts';
import { isQuestion, most, questionKinds, relations, type Block, type LabBlock, type Worksheet } from './types.ts';

const words = worksheetStrings.faults;

type Fields = Record<string, unknown>;

/** Of each kind of block: the fields it must have, and those it may have besides. */
const fields: Readonly<Record<Block['kind'], readonly [string[], string[]]>> = {
  text: [['text'], []],
  lab: [['id', 'lab', 'link'], ['show', 'after', 'caption']],
  choice: [['id', 'lab', 'text', 'answers'], ['measure', 'link']],
  number: [['id', 'lab', 'text', 'measure'], ['unit', 'tolerance', 'link']],
  draw: [['id', 'lab', 'text', 'measure'], ['top', 'link']],
  matrix: [['id', 'lab', 'text'], ['link']],
  exercise: [['id', 'lab', 'text', 'needs'], []],
  reveal: [['for', 'text'], []],
};

/** Ids become those of elements, so they keep clear of the page's own. */
const ids = { lab: /^lab-[a-z0-9-]{1,40}$/, question: /^question-[a-z0-9-]{1,40}$/, exercise: /^exercise-[a-z0-9-]{1,40}$/ };

const isFields = (value: unknown): value is Fields => typeof value === 'object' && value !== null && !Array.isArray(value);

/** A value as a message shows it. */
function shown(value: unknown): string {
  const text = JSON.stringify(value) ?? String(value);
  return text.length > 60 ? `${text.slice(0, 60)}…` : text;
}

class Reading {
  readonly faults: string[] = [];

  fault(field: string, value: unknown, allowed: string): void {
    this.faults.push(value === undefined ? words.missing(field, allowed) : words.field(field, shown(value), allowed));
  }

  /** Whether a value has exactly these fields. */
  has(place: string, value: Fields, needed: readonly string[], besides: readonly string[]): boolean {
    const allowed = [...needed, ...besides];
    const at = (name: string) => (place ? `${place}.${name}` : name);
    for (const name of Object.keys(value)) if (!allowed.includes(name)) this.faults.push(words.unknown(at(name), allowed.join(', ')));
    const missing = needed.filter((name) => value[name] === undefined);
    for (const name of missing) this.faults.push(words.missing(at(name), words.aValue));
    return missing.length === 0;
  }

  text(place: string, value: unknown, longest: number, empty = false): void {
    const fits = typeof value === 'string' && value.length <= longest && (empty || value.trim() !== '');
    if (!fits) this.fault(place, value, words.text(formatCount(longest), empty));
  }

  pattern(place: string, value: unknown, pattern: RegExp): void {
    if (typeof value !== 'string' || !pattern.test(value)) this.fault(place, value, words.pattern(pattern.source));
  }

  number(place: string, value: unknown, above = -Infinity): void {
    const fits = typeof value === 'number' && Number.isFinite(value) && value > above;
    if (!fits) this.fault(place, value, Number.isFinite(above) ? words.above(formatNumber(above)) : words.number);
  }

  oneOf(place: string, value: unknown, allowed: readonly unknown[]): boolean {
    if (allowed.includes(value)) return true;
    this.fault(place, value, allowed.length > 0 ? allowed.join(', ') : words.nothing);
    return false;
  }

  /** The entries, if it is a list of so many. */
  list(place: string, value: unknown, least: number, longest: number): readonly unknown[] {
    if (Array.isArray(value) && value.length >= least && value.length <= longest) return value;
    this.fault(place, value, words.list(least, longest));
    return [];
  }
}

export type Read = { worksheet: Worksheet; faults: null } | { worksheet: null; faults: string[] };

export function readWorksheet(value: unknown): Read {
  const reading = new Reading();
  if (!isFields(value) || value.kind !== 'reprise-worksheet') {
    return { worksheet: null, faults: [words.noWorksheet(shown(isFields(value) ? value.kind : value))] };
  }
  reading.has('', value, ['kind', 'version', 'id', 'title', 'language', 'blocks'], []);
  reading.oneOf('version', value.version, [1]);
  reading.pattern('id', value.id, /^[a-z0-9]{4,20}$/);
  reading.text('title', value.title, most.line);
  reading.pattern('language', value.language, /^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/);
  const list = reading.list('blocks', value.blocks, 0, most.blocks);
  const formed = list.map((block, k) => readBlock(reading, `blocks[${k}]`, block));
  // What refers to what only says something once each part is what it should be.
  if (reading.faults.length === 0) crossCheck(reading, formed as Block[]);
  if (reading.faults.length > 0) return { worksheet: null, faults: reading.faults };
  return { worksheet: value as unknown as Worksheet, faults: null };
}

/** Reads the text of a file. */
export function parseWorksheet(text: string): Read {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    return { worksheet: null, faults: [words.json((error as Error).message)] };
  }
  return readWorksheet(value);
}

function readBlock(reading: Reading, place: string, block: unknown): unknown {
  if (!isFields(block)) return void reading.fault(place, block, words.block);
  if (!reading.oneOf(`${place}.kind`, block.kind, Object.keys(fields))) return block;
  const kind = block.kind as Block['kind'];
  const [needed, besides] = fields[kind];
  if (!reading.has(place, block, ['kind', ...needed], besides)) return block;
  const at = (name: string) => `${place}.${name}`;
  const given = (name: string, check: (value: unknown) => void) => {
    if (block[name] !== undefined) check(block[name]);
  };
  const group = kind === 'lab' || kind === 'exercise' ? kind : 'question';
  given('id', (id) => reading.pattern(at('id'), id, ids[group]));
  given('text', (text) => reading.text(at('text'), text, most.text, kind === 'text'));
  given('for', (id) => reading.pattern(at('for'), id, ids.question));
  given('after', (id) => reading.pattern(at('after'), id, ids.question));
  given('caption', (text) => reading.text(at('caption'), text, most.text, true));
  given('link', (link) => reading.text(at('link'), link, most.link));
  given('measure', (name) => reading.text(at('measure'), name, most.line));
  given('unit', (unit) => reading.text(at('unit'), unit, 40, true));
  given('tolerance', (share) => reading.number(at('tolerance'), share, 0));
  given('top', (end) => reading.number(at('top'), end, 0));
  if (kind === 'lab') {
    reading.oneOf(at('lab'), block.lab, labs.map((lab) => lab.kind));
    given('show', (show) => reading.list(at('show'), show, 0, 20).forEach((part, k) => reading.text(at(`show[${k}]`), part, most.line)));
  } else {
    given('lab', (id) => reading.pattern(at('lab'), id, ids.lab));
  }
  if (kind === 'choice') readAnswers(reading, at('answers'), block.answers);
  if (kind === 'exercise') readNeeds(reading, at('needs'), block.needs);
  return block;
}

function readAnswers(reading: Reading, place: string, value: unknown): void {
  const values = new Set<unknown>();
  reading.list(place, value, 2, most.answers).forEach((answer, k) => {
    const at = `${place}[${k}]`;
    if (!isFields(answer)) return reading.fault(at, answer, words.answer);
    if (!reading.has(at, answer, ['value', 'text'], ['feedback'])) return;
    reading.number(`${at}.value`, answer.value);
    reading.text(`${at}.text`, answer.text, most.line);
    if (answer.feedback !== undefined) reading.text(`${at}.feedback`, answer.feedback, most.text, true);
    if (values.has(answer.value)) reading.fault(`${at}.value`, answer.value, words.ownValue);
    values.add(answer.value);
  });
}

function readNeeds(reading: Reading, place: string, value: unknown): void {
  reading.list(place, value, 1, most.needs).forEach((need, k) => {
    const at = `${place}[${k}]`;
    if (!isFields(need)) return reading.fault(at, need, words.need);
    if (!reading.has(at, need, ['measure', 'relation', 'value'], [])) return;
    reading.text(`${at}.measure`, need.measure, most.line);
    reading.oneOf(`${at}.relation`, need.relation, relations);
    reading.number(`${at}.value`, need.value);
  });
}

/** What refers to what: labs that decide, questions that open, measures that there are. */
function crossCheck(reading: Reading, blocks: readonly Block[]): void {
  const named = new Set<string>();
  blocks.forEach((block, k) => {
    if (!('id' in block)) return;
    if (named.has(block.id)) reading.fault(`blocks[${k}].id`, block.id, words.ownId);
    named.add(block.id);
  });
  const labBlocks = blocks.filter((block) => block.kind === 'lab');
  const questions = blocks.filter(isQuestion).map(({ id }) => id);
  blocks.forEach((block, k) => {
    const at = (name: string) => `blocks[${k}].${name}`;
    if (block.kind === 'reveal') reading.oneOf(at('for'), block.for, questions);
    if (block.kind === 'lab') {
      const lab = labNamed(block.lab)!;
      checkLink(reading, at('link'), block, block.link, false);
      block.show?.forEach((part, p) => reading.oneOf(at(`show[${p}]`), part, Object.keys(lab.parts)));
      if (block.after !== undefined) reading.oneOf(at('after'), block.after, questions);
    }
    if (!isQuestion(block) && block.kind !== 'exercise') return;
    const owner = labBlocks.find(({ id }) => id === block.lab);
    if (!owner) return void reading.oneOf(at('lab'), block.lab, labBlocks.map(({ id }) => id));
    const lab = labNamed(owner.lab)!;
    if (block.kind === 'exercise') {
      block.needs.forEach(({ measure }, n) => reading.oneOf(at(`needs[${n}].measure`), measure, asked(lab, 'exercise')));
      return;
    }
    if (block.link !== undefined) checkLink(reading, at('link'), owner, block.link, true);
    const offered = asked(lab, block.kind);
    if (block.kind === 'matrix') {
      if (offered.length === 0) reading.fault(at('kind'), block.kind, questionKinds.filter((kind) => asked(lab, kind).length > 0).join(', '));
    } else if (block.measure !== undefined) reading.oneOf(at('measure'), block.measure, offered);
  });
}

function checkLink(reading: Reading, place: string, { lab: kind }: LabBlock, link: string, forQuestion: boolean): void {
  const read = settingsOf(labNamed(kind)!, link);
  if ('unknown' in read) return reading.fault(place, link, words.linkFields(read.unknown.join(', ')));
  if (!('set' in read)) return reading.fault(place, link, words.linkPreset(kind));
  if (forQuestion && !canBeSet(read)) reading.fault(place, link, words.questionLink);
}
