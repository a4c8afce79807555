/** Files of answers, as chapters save them, gathered by student. */
import { pathOf } from '../shell/dropped-files.ts';
import { formatCount } from '../shell/format.ts';
import { classStrings as words } from '../strings/class.ts';
import { isAnswer, type Answer } from '../tutorial/answers.ts';

/** Answers of a student: by chapter, then by question. */
export type Chapters = Map<string, Map<string, Answer>>;

/** A worksheet as files of answers carry it, unread, with how many do; one that was opened by itself counts before all. */
export interface CarriedWorksheet {
  content: unknown;
  count: number;
}

export interface ClassFiles {
  /** By name. */
  students: Map<string, Chapters>;
  /** By the name that their answers go under: students' files may hold more than one of a name, if somebody changed theirs. */
  worksheets: Map<string, CarriedWorksheet[]>;
  refused: { file: string; why: string }[];
}

/** What a file is named when a chapter saves it, and what browsers and learning systems append. */
const savedAs = /^reprise-[a-z0-9-]+-answers([ _-]?\(?\d+\)?)?$/;
const mostBytes = 2_000_000;

/**
 * Whose a file is: the name of the file, unless it is the one that chapters give; then that of the folder that it lies in,
 * since learning systems put each student's into one of its own.
 */
export function studentOf(path: string): string {
  const [file = '', folder] = path.split('/').reverse();
  const stem = file.replace(/\.json$/i, '');
  const own = stem.replace(/[-_ ]*reprise-[a-z0-9-]+-answers.*$/, '');
  if (own) return own;
  return savedAs.test(stem) && folder ? folder : stem;
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** What a file holds. */
export interface Answered {
  chapters: Chapters;
  /** By the name of what was answered. */
  worksheets: Map<string, unknown>;
}

/** The answers of a file, or why there are none. Entries that are no answers are left out singly. */
export function readAnswers(text: string): Answered | string {
  let file: unknown;
  try {
    file = JSON.parse(text);
  } catch {
    return words.refused.json;
  }
  const parts = isObject(file) && Array.isArray(file.chapters) ? (file.chapters as unknown[]) : [file];
  const chapters: Chapters = new Map();
  const worksheets = new Map<string, unknown>();
  // The worksheet itself, as whoever made it has it.
  if (isObject(file) && file.kind === 'reprise-worksheet') return { chapters, worksheets: new Map([[`worksheet-${String(file.id)}`, file]]) };
  let known = false;
  for (const part of parts) {
    if (!isObject(part) || typeof part.tutorial !== 'string' || !isObject(part.answers)) continue;
    known = true;
    const answers = Object.entries(part.answers).filter((entry): entry is [string, Answer] => isAnswer(entry[1]));
    if (answers.length > 0) chapters.set(part.tutorial, new Map(answers));
    if (answers.length > 0 && isObject(part.worksheet)) worksheets.set(part.tutorial, part.worksheet);
  }
  if (chapters.size > 0) return { chapters, worksheets };
  return known ? words.refused.none : words.refused.format;
}

/** Adds files to those that were read before. Of two answers of a student to one question the later counts. */
export async function gather(before: ClassFiles, files: readonly File[]): Promise<ClassFiles> {
  const students = new Map([...before.students].map(([name, chapters]) => [name, new Map(chapters)]));
  const worksheets = new Map([...before.worksheets].map(([name, all]) => [name, [...all]]));
  const refused = [...before.refused];
  for (const file of files) {
    const path = pathOf(file) || file.name;
    // Folders hold more than answers; what no one could have meant is passed over.
    if (!/\.json$/i.test(path)) {
      if (files.length === 1) refused.push({ file: path, why: words.refused.format });
      continue;
    }
    const tooLarge = file.size > mostBytes && words.refused.size(formatCount(file.size), formatCount(mostBytes));
    const read = tooLarge || readAnswers(await file.text());
    if (typeof read === 'string') {
      refused.push({ file: path, why: read });
      continue;
    }
    const own = read.chapters.size === 0;
    for (const [worksheet, content] of read.worksheets) count(worksheets, worksheet, content, own ? Infinity : 1);
    if (own) continue;
    const name = studentOf(path);
    const chapters = students.get(name) ?? new Map<string, Map<string, Answer>>();
    for (const [chapter, answers] of read.chapters) chapters.set(chapter, merged(chapters.get(chapter), answers));
    students.set(name, chapters);
  }
  return { students, worksheets, refused };
}

function count(worksheets: Map<string, CarriedWorksheet[]>, name: string, content: unknown, by: number): void {
  const all = worksheets.get(name) ?? [];
  worksheets.set(name, all);
  const same = all.find((one) => JSON.stringify(one.content) === JSON.stringify(content));
  if (same) same.count += by;
  else all.push({ content, count: by });
}

function merged(before: ReadonlyMap<string, Answer> | undefined, added: ReadonlyMap<string, Answer>): Map<string, Answer> {
  const all = new Map(before);
  for (const [id, answer] of added) {
    const old = all.get(id);
    if (!old || old.at <= answer.at) all.set(id, answer);
  }
  return all;
}
