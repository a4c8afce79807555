// Does with a page what a reader does: answers every question of a chapter and runs every lab to its end.

import { readChapter } from '../../tests/web/helpers/chapter.mjs';

const RUN_LIMIT_SECONDS = 180;

/** Answers with what lies at hand: the first choice, a one, one point or cell at its highest. */
async function answer(page, chapter, id) {
  const question = page.locator(`#${id}`);
  const kind = await question.getAttribute('kind');
  if (kind === 'choice') await question.locator('.choice input').first().check();
  if (kind === 'number') await chapter.give(id, 1);
  if (kind === 'draw' || kind === 'matrix') await question.getByRole('slider').first().press('End');
  // Whatever the page's language calls it.
  await question.locator('button.primary').click();
  await chapter.judged(id, RUN_LIMIT_SECONDS);
}

/** A chapter to its end. Says which of its parts did not come to theirs. */
export async function workThroughChapter(page) {
  const chapter = await readChapter(page);
  const ids = (selector) => page.locator(selector).evaluateAll((all) => all.map(({ id }) => id));
  const unfinished = [];
  const attempt = async (id, work) => {
    try {
      await work();
    } catch (error) {
      console.log(`${id}: ${error.message}`);
      unfinished.push(id);
    }
  };
  for (const id of await ids('reprise-predict')) await attempt(id, () => answer(page, chapter, id));
  for (const id of await ids('figure.lab > [id]')) {
    await attempt(id, () => chapter.run(id, null, RUN_LIMIT_SECONDS));
  }
  await page.evaluate(() => {
    document.querySelectorAll('article details').forEach((fold) => (fold.open = true));
    scrollTo(0, 0);
  });
  await page.waitForTimeout(1500);
  return unfinished;
}
