/**
 * A reader's answers to one tutorial. Kept in local storage where the browser allows it, else until the
 * page is left.
 */
import { forget, recall, store, storedKeys } from '../shell/storage.ts';

export interface Answer {
  kind: 'choice' | 'number' | 'draw' | 'matrix' | 'checkpoint' | 'skipped';
  /** A choice's value, a number as written, the heights of a drawing, or the six cells of a matrix. */
  value: string | number[] | null;
  /** What the lab showed, once it has. */
  outcome?: string | number | number[];
  /** ISO time of the answer. */
  at: string;
}

export const answersEvent = 'reprise-answers';

const isText = (value: unknown) => typeof value === 'string';
const isNumber = (value: unknown) => typeof value === 'number';
const isNothing = (value: unknown) => value === null;
const isList = (of: (value: unknown) => boolean) => (value: unknown) => Array.isArray(value) && value.every(of);

/** What each kind of question has for a value. */
const values: Readonly<Record<Answer['kind'], (value: unknown) => boolean>> = {
  choice: isText,
  number: (value) => isText(value) && value !== '' && Number.isFinite(Number(value)),
  draw: isList(isNumber),
  matrix: isList(isNumber),
  checkpoint: isNothing,
  skipped: isNothing,
};

/** Whether what was kept somewhere is an answer; a measured number that is none has become null on its way. */
export function isAnswer(value: unknown): value is Answer {
  if (typeof value !== 'object' || value === null) return false;
  const { kind, value: given, outcome, at } = value as Record<string, unknown>;
  const known = isText(kind) && Object.hasOwn(values, kind as string) && values[kind as Answer['kind']](given);
  const measured = outcome === undefined || isText(outcome) || isNumber(outcome) || isList((one) => isNumber(one) || isNothing(one))(outcome);
  return known && measured && isText(at);
}

/** Who gets the answers beside this browser: nobody, the page around this one, or a learning management system. */
export type Receiver = 'nobody' | 'host' | 'lms';

const prefix = 'reprise-answers-';

export class Answers {
  /** False once the browser has refused to keep something. */
  kept = true;
  /** What a file of them needs besides, to be read by itself. */
  carried: object = {};
  private readonly receivers = new Set<Receiver>();
  private readonly answers: Map<string, Answer>;

  constructor(readonly tutorial: string) {
    this.answers = new Map(Object.entries(read(this.key)));
  }

  private get key(): string {
    return prefix + this.tutorial;
  }

  get(id: string): Answer | undefined {
    return this.answers.get(id);
  }

  /** A learning management system is also the page around: it is named where there is one. */
  get receiver(): Receiver {
    return (['lms', 'host'] as const).find((one) => this.receivers.has(one)) ?? 'nobody';
  }

  /** Says that answers are reported from now on, or no longer are. */
  setReported(receiver: 'host' | 'lms', reported: boolean): void {
    if (reported) this.receivers.add(receiver);
    else this.receivers.delete(receiver);
    this.announce(null);
  }

  get size(): number {
    return [...this.answers.values()].filter(({ kind }) => kind !== 'skipped').length;
  }

  set(id: string, answer: Omit<Answer, 'at'>): void {
    this.answers.set(id, { ...answer, at: new Date().toISOString() });
    this.write(id);
  }

  /** Adds what the lab showed to an answer. */
  setOutcome(id: string, outcome: NonNullable<Answer['outcome']>): void {
    const answer = this.answers.get(id);
    if (!answer) return;
    this.answers.set(id, { ...answer, outcome });
    this.write(id);
  }

  delete(id: string): void {
    this.answers.delete(id);
    this.write(id);
  }

  clear(): void {
    const ids = [...this.answers.keys()];
    this.answers.clear();
    this.write(null);
    ids.forEach((id) => this.announce(id));
  }

  /** Every answer by the name of its question. */
  entries(): IterableIterator<[string, Answer]> {
    return this.answers.entries();
  }

  /** Takes back an answer that was kept elsewhere. */
  restore(id: string, answer: Answer): void {
    this.answers.set(id, answer);
    this.write(id);
  }

  /** All answers as text for a file. */
  toJson(): string {
    return JSON.stringify(
      { tutorial: this.tutorial, answers: Object.fromEntries(this.answers), ...this.carried },
      null,
      2,
    );
  }

  /** Keeps one answer as it is now, or without a name all of them; other tabs may have kept answers of their own. */
  private write(id: string | null): void {
    const answer = id !== null && this.answers.get(id);
    if (id !== null && this.kept) {
      this.take(read(this.key));
      if (answer) this.answers.set(id, answer);
      else this.answers.delete(id);
    }
    this.kept = store(this.key, JSON.stringify(Object.fromEntries(this.answers)));
    this.announce(id);
  }

  private take(answers: Readonly<Record<string, Answer>>): void {
    this.answers.clear();
    for (const [id, answer] of Object.entries(answers)) this.answers.set(id, answer);
  }

  /** Takes up what another tab has kept. */
  refresh(): void {
    if (!this.kept) return;
    const before = new Map(this.answers);
    this.take(read(this.key));
    for (const id of new Set([...before.keys(), ...this.answers.keys()])) {
      if (JSON.stringify(before.get(id)) !== JSON.stringify(this.answers.get(id))) this.announce(id);
    }
  }

  private announce(id: string | null): void {
    document.dispatchEvent(new CustomEvent<string | null>(answersEvent, { detail: id }));
  }
}

/** Where answers to chapters are kept; those to worksheets belong to no course. */
const courseKeys = () => storedKeys(prefix).filter((key) => !key.includes('-worksheet-'));

/** Names of the chapters that have kept answers. */
export function answeredChapters(): string[] {
  return courseKeys()
    .filter((key) => Object.keys(read(key)).length > 0)
    .map((key) => key.slice(prefix.length))
    .sort();
}

/** The answers to every chapter, as text for a file: those of this page, and those kept from others. */
export function courseJson(): string {
  const here = pageAnswers();
  const others = answeredChapters().filter((name) => name !== here.tutorial);
  const chapters = [here.toJson(), ...others.map((name) => new Answers(name).toJson())].map(
    (text) => JSON.parse(text) as unknown,
  );
  return JSON.stringify({ course: 'reprise', chapters }, null, 2);
}

/** Clears the answers to every chapter. */
export function clearCourse(): void {
  pageAnswers().clear();
  for (const key of courseKeys()) forget(key);
}

/** What is kept under a key, without what is no answer. */
function read(key: string): Record<string, Answer> {
  try {
    const stored = JSON.parse(recall(key) ?? '{}') as object | null;
    return Object.fromEntries(Object.entries(stored ?? {}).filter(([, answer]) => isAnswer(answer)));
  } catch {
    return {};
  }
}

let shared: Answers | null = null;

/** The answers to the tutorial of this page. */
export function pageAnswers(): Answers {
  const name = document.querySelector<HTMLElement>('[data-tutorial]')?.dataset.tutorial ?? 'page';
  if (!shared) {
    const answers = (shared = new Answers(name));
    addEventListener('storage', () => answers.refresh());
  }
  return shared;
}
