/** A worksheet being made: its steps to go back over, and the drafts that this browser keeps. */
import { forget, recall, store, storedKeys } from '../shell/storage.ts';
import type { Block, Worksheet } from './types.ts';

const prefix = 'reprise-worksheet-';
/** As many steps as can be gone back. */
const mostSteps = 200;

/** A name that no other worksheet will have. */
const newId = (): string => Array.from(crypto.getRandomValues(new Uint8Array(10)), (byte) => (byte % 36).toString(36)).join('');

export const newWorksheet = (language: string): Worksheet => ({
  kind: 'reprise-worksheet',
  version: 1,
  id: newId(),
  title: '',
  language,
  blocks: [],
});

/** The same under a name of its own, so that answers to it are not those to the other. */
export const copyOf = (worksheet: Worksheet, title: string): Worksheet => ({ ...structuredClone(worksheet), id: newId(), title });

export interface KeptDraft {
  id: string;
  title: string;
}

/** A draft may still lack what a worksheet needs, so it is not read as one; what is no draft at all is passed over. */
export function keptDraft(id: string): Worksheet | null {
  try {
    const draft = JSON.parse(recall(prefix + id) ?? 'null') as Worksheet | null;
    const whole = draft?.kind === 'reprise-worksheet' && draft.version === 1 && draft.id === id && Array.isArray(draft.blocks);
    return whole ? draft : null;
  } catch {
    return null;
  }
}

/** The drafts in this browser, by title. */
export const keptDrafts = (): KeptDraft[] =>
  storedKeys(prefix)
    .map((key) => keptDraft(key.slice(prefix.length)))
    .filter((draft) => draft !== null)
    .map(({ id, title }) => ({ id, title }))
    .sort((a, b) => a.title.localeCompare(b.title));

/** Returns whether the browser kept it. One without anything in it is not worth keeping. */
export function keepDraft(worksheet: Worksheet): boolean {
  if (worksheet.title === '' && worksheet.blocks.length === 0) return true;
  return store(prefix + worksheet.id, JSON.stringify(worksheet));
}

export const forgetDraft = (id: string): void => forget(prefix + id);

/** The worksheet as it is, and as it was: what is typed into one field is one step. */
export class Steps {
  private past: Worksheet[] = [];
  private future: Worksheet[] = [];
  private field = '';

  constructor(public now: Worksheet) {}

  get canUndo(): boolean {
    return this.past.length > 0;
  }

  get canRedo(): boolean {
    return this.future.length > 0;
  }

  /** field: what is being typed into; empty for a step of its own. */
  change(next: Worksheet, field = ''): void {
    if (field === '' || field !== this.field) this.past = [...this.past.slice(1 - mostSteps), this.now];
    this.field = field;
    this.future = [];
    this.now = next;
  }

  undo(): void {
    const before = this.past.pop();
    if (before) this.future.push(this.now);
    this.now = before ?? this.now;
    this.field = '';
  }

  redo(): void {
    const after = this.future.pop();
    if (after) this.past.push(this.now);
    this.now = after ?? this.now;
    this.field = '';
  }
}

/** The first name of a kind that no block has yet: "question-3". */
export function freeId(blocks: readonly Block[], word: 'lab' | 'question' | 'exercise'): string {
  const taken = new Set(blocks.map((block) => ('id' in block ? block.id : '')));
  let k = 1;
  while (taken.has(`${word}-${k}`)) k += 1;
  return `${word}-${k}`;
}

/** With an entry moved by some places, as far as there are places. */
export function moved<T>(list: readonly T[], from: number, by: number): T[] {
  const to = Math.max(0, Math.min(list.length - 1, from + by));
  const rest = list.filter((_, k) => k !== from);
  return [...rest.slice(0, to), list[from]!, ...rest.slice(to)];
}
