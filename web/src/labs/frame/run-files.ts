/** Runs as files: saved, and opened beside the present one. Few readers do either, so it is fetched when asked for. */
import { fileName, save, saveCsv } from '../../chart/save.ts';
import { Engine } from '../../engine/client.ts';
import type { Spec } from '../../spec/types.ts';
import { savedRunsStrings as words } from '../../strings/saved-runs.ts';
import { largestFile, parseResult, resultJson, type Reference, type RunResult } from './result-file.ts';

function nameOf({ hash, spec, byHand = [] }: RunResult): string {
  const preset = new URLSearchParams(hash.slice(1)).get('preset') ?? '';
  return `${preset} seed ${spec.seed}${byHand.length > 0 ? ' changed by hand' : ''}`;
}

export function saveRecords(result: RunResult): void {
  saveCsv(fileName(nameOf(result), 'csv'), result.records.lines());
}

export function saveRun(result: RunResult): void {
  save(fileName(nameOf(result), 'json'), new Blob([resultJson(result)], { type: 'application/json' }));
}

/** A saved run with what is to be said of it, or why the file was refused. */
export type Opened = { reference: Reference; message: string } | { problem: string };

/** kind: of the task that the lab is for. */
export async function openRun(file: File, kind: Spec['task']['kind']): Promise<Opened> {
  try {
    if (file.size > largestFile) throw new Error(words.tooLarge(file.size, largestFile));
    const stored = parseResult(await file.text());
    const spec = await accepted(stored.spec);
    if (spec.task.kind !== kind) {
      const allowed = words.otherTask(kind, words.labs[spec.task.kind] ?? spec.task.kind);
      throw new Error(`task.kind is "${spec.task.kind}"; allowed: ${allowed}`);
    }
    return {
      reference: { ...stored, spec, name: file.name },
      message: words.reference.file(file.name, String(stored.epoch)),
    };
  } catch (error) {
    return { problem: words.refused(file.name, (error as Error).message) };
  }
}

/** The full spec, if the core takes it. */
async function accepted(spec: unknown): Promise<Spec> {
  const engine = new Engine();
  try {
    const { spec: full, problem } = await engine.validate(spec);
    if (problem) throw new Error(`spec.${problem.message}`);
    return full;
  } finally {
    engine.close();
  }
}
