/** A worksheet for the page on a class: its questions, as answers to it are judged by. */
import { questionsIn } from '../pages/chapter-questions.ts';
import type { CarriedWorksheet } from '../pages/class-files.ts';
import type { Chapter } from '../pages/class-results.ts';
import { linkTo } from './link.ts';
import { readWorksheet } from './read.ts';
import { renderBlocks } from './render.ts';
import { answersName } from './types.ts';

/** Of several under one name, the one opened by itself, else what most students had; null where none can be read. */
export async function worksheetChapter(name: string, carried: readonly CarriedWorksheet[]): Promise<Chapter | null> {
  for (const { content } of [...carried].sort((a, b) => b.count - a.count)) {
    const { worksheet } = readWorksheet(content);
    if (!worksheet || answersName(worksheet) !== name) continue;
    const href = await linkTo(worksheet);
    return { name, title: worksheet.title, href, questions: questionsIn(renderBlocks(worksheet), () => href) };
  }
  return null;
}
