// The plane lab on its page, for the tests that work through it.

import assert from 'node:assert/strict';
import { becomes } from './site.mjs';

export async function openPlane(site, address, options) {
  const opened = await site.open(address, options);
  const { page } = opened;
  const lab = page.locator('reprise-plane-lab');
  // As text from outside: the page's own policy forbids it to evaluate any.
  const ask = (question, given) =>
    page.evaluate(`((lab, given) => ${question})(document.querySelector('reprise-plane-lab'), ${JSON.stringify(given)})`);
  const holds = async (condition, given) =>
    assert.ok(await becomes(() => ask(condition, given).catch(() => false), Boolean, 60), condition);
  await holds('lab.run?.looks.length > 0');
  return { ...opened, lab, holds, ask, plane: lab.locator('reprise-plane-input canvas') };
}
