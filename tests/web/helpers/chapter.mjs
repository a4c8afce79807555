// A chapter as a student works through it: predicts, waits for the lab, reads the verdict.

import { becomes, laidOut, problemsOf } from './site.mjs';

/** Waits until a chapter's elements are there, and lets every lab go as fast as it can. */
async function begin(page) {
  // The reader sets out: kinds of lab further down are fetched only then.
  await page.evaluate(() => dispatchEvent(new Event('pointermove')));
  await page.waitForFunction(() =>
    [...document.querySelectorAll('figure.lab > *, reprise-predict, reprise-checkpoint')].every(
      (element) => !element.localName.includes('-') || customElements.get(element.localName),
    ),
  );
  await laidOut(page);
  await page.evaluate(() =>
    document.querySelectorAll('figure.lab > [id]').forEach((lab) => {
      if ('speed' in lab) lab.speed = null;
    }),
  );
}

/** Begins the chapter that a page shows, and gives what its reader can do with it; every part goes by its id. */
export async function readChapter(page) {
  await begin(page);
  const reader = {
    lab: (id, question) => page.locator(`#${id}`).evaluate(question),
    /** Waits until a function of the element holds. */
    async until(id, condition, seconds = 90) {
      const holds = await becomes(() => reader.lab(id, condition), Boolean, seconds);
      if (!holds) throw new Error(`waited in vain for ${condition} of ${id}`);
    },
    finished: (id, seconds) => reader.until(id, (lab) => lab.finished, seconds),
    says: (id, words) =>
      page.waitForFunction(
        ([id, words]) => document.getElementById(id).shadowRoot?.textContent.includes(words),
        [id, words],
      ),
    /** Chooses an answer by its value. */
    choose: (id, value) => page.locator(`#${id} .choice[data-value="${value}"] input`).check(),
    give: (id, number) => page.locator(`#${id} input`).fill(String(number)),
    /** Draws from one height of the drawing to another, as shares of its own, with the pointer. */
    async draw(id, from, to) {
      // The words of a question may hold an SVG as well: a root's sign.
      const drawing = page.locator(`#${id} svg`).filter({ has: page.getByRole('slider') });
      await drawing.evaluate((svg) => svg.scrollIntoView({ block: 'center' }));
      const box = await drawing.boundingBox();
      const at = (k) => [
        box.x + (0.15 + 0.82 * k) * box.width,
        box.y + (from + (to - from) * k) * box.height,
      ];
      await page.mouse.move(...at(0));
      await page.mouse.down();
      for (let k = 1; k <= 12; k++) await page.mouse.move(...at(k / 12));
      await page.mouse.up();
    },
    /** Presses the button under the answer given. */
    submit: (id, words = 'That is my prediction: run it') =>
      page.locator(`#${id}`).getByRole('button', { name: words }).click(),
    /** The same, and waits for the verdict of the run. */
    async commit(id, words) {
      await reader.submit(id, words);
      return reader.verdict(id);
    },
    async verdict(id) {
      await reader.judged(id);
      await reader.until(id, (question) => question.updateComplete.then(() => true));
      return page.locator(`#${id} .verdict`).innerText();
    },
    judged: (id, seconds) =>
      reader.until(id, (question) => question.answer?.outcome !== undefined, seconds),
    /** Presses a phrase that sets a lab. */
    press: (words) => page.getByRole('button', { name: words, exact: true }).click(),
    slide: (id, name, value) => page.locator(`#${id} input[name="${name}"]`).fill(String(value)),
    /** Presses a lab's own button, and waits for the end of its run. */
    async train(id) {
      // A lab makes its network when it is first seen.
      await page.locator(`#${id}`).scrollIntoViewIfNeeded();
      await page.locator(`#${id}`).getByRole('button', { name: 'Run', exact: true }).click();
      await reader.finished(id);
    },
    /** Sets a lab as a phrase would, and runs it to the end, unless it is there. */
    async run(id, settings, seconds) {
      await page.locator(`#${id}`).scrollIntoViewIfNeeded();
      await page.locator(`#${id}`).evaluate(async (lab, set) => {
        if (set !== null) await lab.configure(undefined, set);
        await lab.start();
      }, settings ?? null);
      await reader.finished(id, seconds);
    },
    done: (id) => reader.until(id, (exercise) => exercise.done),
  };
  return reader;
}

/** Opens a chapter and begins it: what its reader can do, and the page with what went wrong on it. */
export async function openChapter(site, address, options = {}) {
  const opened = await site.open(address, options);
  const { page, responses } = opened;
  return { page, responses, problems: () => problemsOf(opened), ...(await readChapter(page)) };
}
