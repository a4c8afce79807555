/** What the answers of a class come to. */
import { correlation } from '../shell/correlation.ts';
import type { Answer } from '../tutorial/answers.ts';
import { judged, type Judged, type ListedChapter, type Question } from './chapter-questions.ts';
import type { ClassFiles } from './class-files.ts';

export interface Chapter extends ListedChapter {
  /** Null where the chapter could not be had. */
  questions: Question[] | null;
}

export interface Given extends Judged {
  student: string;
  answer: Answer;
}

export interface QuestionResult {
  question: Question;
  given: Given[];
  right: number;
  wrong: number;
}

export interface ChapterResult {
  chapter: Chapter;
  questions: QuestionResult[];
  /** Answers to what is no question of the chapter as it is now. */
  left: number;
  /** By student. */
  counts: Map<string, { answered: number; right: number; judged: number }>;
}

const isGiven = ({ kind }: Answer) => kind !== 'skipped' && kind !== 'checkpoint';

export function chapterResult(chapter: Chapter, { students }: ClassFiles): ChapterResult {
  const all = [...students].flatMap(([student, chapters]) =>
    [...(chapters.get(chapter.name) ?? [])].filter(([, answer]) => isGiven(answer)).map(([id, answer]) => ({ student, id, answer })),
  );
  const questions = (chapter.questions ?? []).map((question) => {
    const given = all
      .filter(({ id, answer }) => id === question.id && answer.kind === question.kind)
      .map(({ student, answer }) => ({ student, answer, ...judged(question.element, answer) }));
    const count = (wanted: string) => given.filter(({ verdict }) => verdict === wanted).length;
    return { question, given, right: count('right'), wrong: count('wrong') };
  });
  const counts: ChapterResult['counts'] = new Map();
  for (const { student } of all) {
    const count = counts.get(student) ?? { answered: 0, right: 0, judged: 0 };
    counts.set(student, { ...count, answered: count.answered + 1 });
  }
  for (const { student, verdict } of questions.flatMap(({ given }) => given)) {
    const count = counts.get(student)!;
    if (verdict === 'right') count.right += 1;
    if (verdict === 'right' || verdict === 'wrong') count.judged += 1;
  }
  const placed = questions.reduce((sum, { given }) => sum + given.length, 0);
  return { chapter, questions, left: chapter.questions ? all.length - placed : 0, counts };
}

/** Questions judged for `least` students or more, the largest share of wrong ones first. */
export const mostErred = (results: readonly ChapterResult[], least = 3, most = 5): QuestionResult[] =>
  results
    .flatMap(({ questions }) => questions)
    .filter(({ right, wrong }) => right + wrong >= least && wrong > 0)
    .sort((a, b) => b.wrong / (b.right + b.wrong) - a.wrong / (a.right + a.wrong) || b.wrong - a.wrong)
    .slice(0, most);

/** Numbers in at most `most` bins of equal width: the first begins at the least, and the last ends at the greatest. */
export function binned(values: readonly number[], most = 8): { from: number; to: number; count: number }[] {
  const [least, greatest] = [Math.min(...values), Math.max(...values)];
  if (!(greatest > least)) return [{ from: least, to: greatest, count: values.length }];
  const bins = Math.min(most, Math.max(3, Math.ceil(Math.sqrt(values.length)) + 1));
  const edge = (k: number) => (k === bins ? greatest : least + ((greatest - least) * k) / bins);
  const counted = Array.from({ length: bins }, (_, k) => ({ from: edge(k), to: edge(k + 1), count: 0 }));
  for (const value of values) {
    const k = Math.min(bins - 1, Math.floor(((value - least) / (greatest - least)) * bins));
    counted[k]!.count += 1;
  }
  return counted;
}

/** Of six predicted distances, their correlation with the measured ones; those of constant ones are left out. */
export const correlations = (given: readonly Given[]): number[] =>
  given
    .filter(({ answer }) => Array.isArray(answer.outcome))
    .map(({ answer }) => correlation(answer.value as number[], answer.outcome as number[]))
    .filter(Number.isFinite);

/** When a student last answered, as ISO time; empty where no answer says so. */
export const lastAnswer = (chapters: ReadonlyMap<string, ReadonlyMap<string, Answer>>): string =>
  [...chapters.values()].flatMap((answers) => [...answers.values()].map(({ at }) => at)).sort().at(-1) ?? '';
