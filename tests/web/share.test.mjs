// The dialog that passes a lab on: by keyboard alone, and what it says to paste is pasted and looked at.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { heard, hostPage, servePages } from './helpers/hosts.mjs';
import { until } from './helpers/element.mjs';
import { openSite } from './helpers/site.mjs';

const SETTINGS = 'network.width=40&network.hidden_layers=6&training.epochs=400&observe.layer=3&seed=7';

let site;
let host;
const pages = {};
before(async () => {
  site = await openSite();
  host = await servePages(pages);
});
after(async () => {
  await site?.close();
  await host?.close();
});

/** Opens the dialog of a lab by the keyboard. */
async function openDialog(address, lab) {
  const { page } = await site.open(address);
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  const menu = page.locator(`${lab} reprise-run-bar`).first().locator('reprise-figure-menu button').first();
  await menu.focus();
  await page.keyboard.press('Enter');
  const item = page.getByRole('button', { name: 'Share and embed' }).first();
  await item.focus();
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog', { name: 'Share and embed' });
  await dialog.waitFor();
  return { page, dialog, clipboard: () => site.clipboard(page) };
}

const code = (dialog) => dialog.getByLabel('Code to paste').inputValue();

test('the link and the code are copied by keyboard, and Escape closes the dialog where it was opened', async () => {
  const { page, dialog, clipboard } = await openDialog(
    `two-points.html#preset=two-points/default&${SETTINGS}`,
    'reprise-two-points',
  );
  await dialog.getByRole('button', { name: 'Copy link' }).focus();
  await page.keyboard.press('Enter');
  await dialog.getByRole('button', { name: 'Copied' }).waitFor();
  assert.equal(await clipboard(), `${site.base}two-points.html#preset=two-points/default&${SETTINGS}`);
  await dialog.getByLabel('Element').focus();
  await page.keyboard.press('Space');
  await dialog.getByRole('button', { name: 'Copy code' }).focus();
  await page.keyboard.press('Enter');
  await dialog.getByRole('status').getByText('Copied').waitFor();
  assert.equal(await clipboard(), await code(dialog));
  await page.keyboard.press('Escape');
  await dialog.waitFor({ state: 'detached' });
  const focused = await page.evaluate(() => {
    let element = document.activeElement;
    while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
    return element.getAttribute('aria-label');
  });
  assert.match(focused, /More/);
  assert.deepEqual(page.problems, []);
  await page.context().close();
});

test('the frame and the element that the dialog gives stand on another host as they were set', async () => {
  const { page, dialog } = await openDialog(
    `two-points.html#preset=two-points/default&${SETTINGS}`,
    'reprise-two-points',
  );
  for (const part of ['All layers', 'Fitted theory', 'Settings']) await dialog.getByLabel(part).uncheck();
  const expected = `#preset=two-points/default&${SETTINGS}`;
  for (const format of ['Frame', 'Element']) {
    await dialog.getByLabel(format).check();
    pages[`/${format}`] = { html: hostPage(await code(dialog)) };
    const there = await site.newPage();
    await there.goto(`${host.origin}/${format}`);
    assert.equal((await heard(there, 'ready')).hash, expected);
    const inside = format === 'Frame' ? there.frameLocator('iframe') : there;
    await inside.getByText('Loss', { exact: true }).waitFor();
    assert.equal(await inside.getByText('Settings', { exact: true }).count(), 0);
    await there.context().close();
  }
  await page.context().close();
});

test('the static picture is a real one, and every text names this site alone', async () => {
  const { page, dialog } = await openDialog('tutorials/xor.html', 'reprise-xor-lab');
  for (const format of ['Frame', 'Element', 'MyST', 'Sphinx', 'Quarto', 'Picture']) {
    await dialog.getByLabel(format, { exact: true }).check();
    const addresses = (await code(dialog)).match(/https?:\/\/[^\s"')]+/g);
    assert.ok(addresses.length > 0, format);
    for (const address of addresses) {
      assert.ok(address.startsWith(site.base), address);
      const response = await page.request.get(address);
      assert.equal(response.status(), 200, address);
    }
  }
  await page.context().close();
});

test('a lab that was never set is shared all the same, and its link opens it', async () => {
  const { page, dialog } = await openDialog('tutorials/xor.html', 'reprise-xor-lab');
  const link = await dialog.getByLabel('Link', { exact: true }).inputValue();
  const opened = await site.newPage();
  await opened.goto(link);
  await until(opened, 'reprise-xor-lab#edge', 'run', (run) => run?.spec.network.width === 100);
  await opened.context().close();
  await page.context().close();
});
