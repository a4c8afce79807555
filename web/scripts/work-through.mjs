// Does with a page what a reader does: answers every question of a chapter and runs every laboratory to its end.

const RUN_LIMIT = 180_000;

/** Waits until a function of the element at `selector` holds, or the limit has passed. */
async function wait(page, selector, condition, limit = RUN_LIMIT) {
  for (const end = Date.now() + limit; Date.now() < end;) {
    if (await page.locator(selector).evaluate(condition)) return true;
    await page.waitForTimeout(100);
  }
  return false;
}

/** Answers with what lies at hand: the first choice, a one, a drawing or a matrix with its first value raised. */
async function answer(page, id) {
  const question = page.locator(`#${id}`);
  const kind = await question.getAttribute('kind');
  if (kind === 'choice') await question.locator('.choice input').first().check();
  if (kind === 'number') await question.locator('input').fill('1');
  if (kind === 'draw' || kind === 'matrix') await question.locator('[role=slider]').first().press('ArrowUp');
  await question.locator('button.primary').click();
  return wait(page, `#${id}`, (element) => element.answer?.outcome !== undefined);
}

/** Runs a laboratory, unless a question has run it already. */
async function run(page, id) {
  await page.locator(`#${id}`).scrollIntoViewIfNeeded();
  await page.waitForTimeout(200);
  if (await page.locator(`#${id}`).evaluate((lab) => lab.finished)) return true;
  await page.locator(`#${id}`).evaluate((lab) => lab.start());
  return wait(page, `#${id}`, (lab) => lab.finished);
}

/** A chapter to its end. Says which of its parts did not come to theirs. */
export async function workThroughChapter(page) {
  await page.waitForFunction(() =>
    [...document.querySelectorAll('figure.lab > *, reprise-predict')].every(
      (element) => !element.localName.includes('-') || customElements.get(element.localName),
    ),
  );
  await page.evaluate(() =>
    document.querySelectorAll('figure.lab > *').forEach((lab) => (lab.speed = null)),
  );
  const ids = (selector) => page.locator(selector).evaluateAll((all) => all.map(({ id }) => id));
  const unfinished = [];
  for (const id of await ids('reprise-predict')) {
    if (!(await answer(page, id))) unfinished.push(id);
  }
  for (const id of await ids('figure.lab > [id]')) {
    if (!(await run(page, id))) unfinished.push(id);
  }
  await page.evaluate(() => {
    document.querySelectorAll('article details').forEach((fold) => (fold.open = true));
    scrollTo(0, 0);
  });
  await page.waitForTimeout(1500);
  return unfinished;
}
