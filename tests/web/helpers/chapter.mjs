// A chapter as a student works through it: predicts, waits for the laboratory, reads the verdict.

import { patient } from './browsers.mjs';
import { laidOut, problemsOf } from './site.mjs';

/** Opens a chapter once its elements are there, with every laboratory as fast as it goes. */
export async function openChapter(site, address, options = {}) {
  const opened = await site.open(address, options);
  const { page } = opened;
  await page.waitForFunction(() =>
    [...document.querySelectorAll('figure.lab > *, reprise-predict, reprise-checkpoint')].every(
      (element) => !element.localName.includes('-') || customElements.get(element.localName),
    ),
  );
  await laidOut(page);
  await page.evaluate(() =>
    document.querySelectorAll('figure.lab > *').forEach((lab) => (lab.speed = null)),
  );
  const chapter = {
    page,
    problems: () => problemsOf(opened),
    lab: (id, question) => page.locator(`#${id}`).evaluate(question),
    async until(id, condition, seconds = 60) {
      for (const end = Date.now() + patient(1000 * seconds); Date.now() < end; ) {
        if (await page.locator(`#${id}`).evaluate(condition)) return;
        await page.waitForTimeout(50);
      }
      throw new Error(`waited in vain for ${condition} of ${id}`);
    },
    /** Commits to the answer given, and waits for the verdict of the run. */
    async commit(id, words = 'That is my prediction: run it') {
      await page.locator(`#${id}`).getByRole('button', { name: words }).click();
      return chapter.verdict(id);
    },
    async verdict(id) {
      await chapter.until(id, (question) => question.answer?.outcome !== undefined);
      await chapter.until(id, (question) => question.updateComplete.then(() => true));
      return page.locator(`#${id} .verdict`).innerText();
    },
    /** Chooses an answer by its value. */
    choose: (id, value) => page.locator(`#${id} .choice[data-value="${value}"] input`).check(),
    give: (id, number) => page.locator(`#${id} input`).fill(String(number)),
    /** Presses a phrase that sets a laboratory. */
    press: (words) => page.getByRole('button', { name: words, exact: true }).click(),
    /** Sets a laboratory as a phrase would, and runs it to the end. */
    async run(id, settings) {
      await page.locator(`#${id}`).scrollIntoViewIfNeeded();
      await page.locator(`#${id}`).evaluate(async (lab, set) => {
        if (set !== null) await lab.configure(undefined, set);
        await lab.start();
      }, settings ?? null);
      await chapter.until(id, (lab) => lab.finished);
    },
    async done(id) {
      await chapter.until(id, (exercise) => exercise.done);
    },
  };
  return chapter;
}
