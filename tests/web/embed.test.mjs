// Labs on other people's pages: in a frame that may do nothing but run scripts, from a file, on hosts without CORS
// headers and with strict policies, and where even WebAssembly is refused.

import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { after, before, test } from 'node:test';
import { answer, OEMBED, withDiscovery } from '../../web/build/embed/oembed.mjs';
import { heard, hostPage, servePages } from './helpers/hosts.mjs';
import { ask, until } from './helpers/element.mjs';
import { becomes, openSite } from './helpers/site.mjs';

const dist = process.env.REPRISE_SITE ?? fileURLToPath(new URL('../../web/dist', import.meta.url));
/** Small enough to run within a second. */
const SMALL = 'network.width=40&network.hidden_layers=6&observe.layer=3&training.epochs=400';
const SMALL_SET = SMALL.replaceAll('&', ' ');

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

let count = 0;
/** Opens a page of the host's with some HTML in its body. `at` in it stands for the site's address. */
async function openHost(body, { headers, setUp, ...options } = {}) {
  const path = `/${++count}`;
  pages[path] = { html: hostPage(body), headers };
  const page = await site.newPage(options);
  await setUp?.(page);
  await page.goto(host.origin + path);
  return page;
}

/** What went wrong on a page, but for requests to the site, which here is another origin by intent. */
async function complaints(page) {
  const violations = await page.evaluate(() => globalThis.policyViolations);
  return [...page.problems, ...violations].filter((text) => !text.startsWith('request to another origin'));
}

const frame = (hash, attributes = 'sandbox="allow-scripts"') =>
  `<iframe ${attributes} src="${site.base}embed.html#${hash}" width="900" height="400"></iframe>`;

test('a frame that may only run scripts trains, tells its results, and they are those of the site', async () => {
  const page = await openHost(frame(`preset=two-points/default&${SMALL}&controls=distances`));
  const ready = await heard(page, 'ready');
  assert.equal(ready.reprise, 1);
  assert.equal(ready.preset, 'two-points/default');
  await page.evaluate(() => frames[0].postMessage({ reprise: 1, type: 'run' }, '*'));
  const finished = await heard(page, 'finished');
  assert.equal(finished.state, 'finished');
  assert.equal(finished.epoch, 400);
  assert.equal(finished.spec.network.width, 40);
  assert.deepEqual(await complaints(page), []);

  // The frame's policy has become that of the site alone.
  const refused = await page.frames()[1].evaluate(
    (url) =>
      new Promise((resolve) => {
        addEventListener('securitypolicyviolation', ({ blockedURI }) => resolve(blockedURI));
        const image = new Image();
        image.onload = () => resolve('nothing');
        image.src = url;
      }),
    `${host.origin}/picture`,
  );
  assert.equal(refused, `${host.origin}/picture`);

  const { page: own } = await site.open(`two-points.html${finished.hash}`);
  await until(own, 'reprise-two-points', 'lab', (lab) => lab.description);
  await own.getByRole('button', { name: 'Run', exact: true }).click();
  await until(own, 'reprise-two-points', 'lab', (lab) => lab.status.state === 'finished');
  const last = await ask(own, 'reprise-two-points', 'lab', (lab) => ({
    loss: lab.records.last('loss'),
    y: lab.records.last('y_0_1'),
    h: lab.records.last('h_0_1_layer_3'),
  }));
  const { loss, y_0_1, h_0_1_layer_3 } = finished.last;
  assert.deepEqual({ loss, y: y_0_1, h: h_0_1_layer_3 }, last);
  await own.context().close();
  await page.context().close();
});

test('every run is told from its start to its end, however short', async () => {
  const page = await openHost(frame('preset=two-points/shallow&network.width=4&training.epochs=4&observe.every=4'));
  await heard(page, 'ready');
  for (let run = 1; run <= 3; run++) {
    await page.evaluate(() => frames[0].postMessage({ reprise: 1, type: 'run' }, '*'));
    await page.waitForFunction((n) => heard.filter(({ data }) => data?.type === 'finished').length >= n, run);
  }
  const told = await page.evaluate(() => heard.map(({ data }) => data?.type).filter((type) => type === 'started' || type === 'finished'));
  assert.deepEqual(told, ['started', 'finished', 'started', 'finished', 'started', 'finished']);
  assert.deepEqual(await complaints(page), []);
  await page.context().close();
});

test('a refusal that a page is told is of bounded length', async () => {
  const page = await openHost(frame(`preset=two-points/default&${SMALL}`));
  await heard(page, 'ready');
  await page.evaluate(() => frames[0].postMessage({ reprise: 1, type: 'set', fields: { 'network.gain': 'x'.repeat(300_000) } }, '*'));
  await page.evaluate(() => frames[0].postMessage({ reprise: 1, type: 'set', fields: { ['y'.repeat(300_000)]: 1 } }, '*'));
  await page.waitForFunction(() => heard.filter(({ data }) => data?.type === 'refused').length >= 2);
  const sizes = await page.evaluate(() => heard.filter(({ data }) => data?.type === 'refused').map(({ data }) => JSON.stringify(data).length));
  assert.ok(sizes.every((size) => size < 6000), String(sizes));
  await page.context().close();
});

test('a frame asks for the height of its content, also in the words of Canvas, and gets it from frames.js', async () => {
  const page = await openHost(
    `${frame(`preset=xor/rich&${SMALL}&controls=plane`)}<script src="${site.base}embed/frames.js"></script>`,
  );
  await heard(page, 'ready');
  await page.waitForFunction(() => {
    const said = heard.filter(({ data }) => data?.type === 'resized').at(-1)?.data.height;
    const canvas = heard.filter(({ data }) => data?.subject === 'lti.frameResize').at(-1)?.data.height;
    const frame = document.querySelector('iframe').getBoundingClientRect().height;
    return said > 400 && canvas === said && Math.abs(frame - said) <= 8;
  });
  // No page makes another's frame taller than the bounds.
  await page.evaluate(() => {
    const child = document.createElement('iframe');
    child.id = 'greedy';
    child.srcdoc =
      '<script>parent.postMessage({ reprise: 1, type: "resized", height: 1e9 }, "*")<' + '/script>';
    document.body.append(child);
  });
  await page.waitForFunction(() => document.querySelector('#greedy').style.height === '8000px');
  const inside = page.frames()[1];
  const overflow = await inside.evaluate(
    () => document.documentElement.scrollHeight - document.documentElement.clientHeight,
  );
  assert.ok(overflow <= 0, `${overflow} pixels of the lab are cut off`);
  await page.context().close();
});

test('settings come by message; junk is passed over, and what is wrong is refused with the reason', async () => {
  const page = await openHost(frame(`preset=two-points/default&${SMALL}&controls=loss`));
  await heard(page, 'ready');
  const post = (data) => page.evaluate((message) => frames[0].postMessage(message, '*'), data);
  const refusals = () =>
    page.evaluate(() => heard.filter(({ data }) => data?.type === 'refused').map(({ data }) => data));
  for (const junk of [null, 7, 'run', [], { type: 'run' }, { subject: 'lti.frameResize' }, { reprise: {} }]) {
    await post(junk);
  }
  await post({ reprise: 2, type: 'run' });
  await post({ reprise: 1, type: 'explode' });
  await post({ reprise: 1, type: 'set', fields: { 'network.gain': { much: 1 } } });
  await post({ reprise: 1, type: 'set', fields: { 'network.depth': 3 } });
  await page.waitForFunction(() => heard.filter(({ data }) => data?.type === 'refused').length >= 5);
  const told = (await refusals()).map(({ message }) => message);
  assert.match(told[0], /^reprise is \{\}; allowed: version 1$/);
  assert.match(told[1], /^reprise is 2; allowed: version 1$/);
  assert.match(told[2], /^type is explode; allowed: run, pause, reset, set$/);
  assert.match(told[3], /^network\.gain is \{"much":1\}; allowed: a number or a text$/);
  assert.match(told[4], /network\.depth is not a field; allowed: .*network\.width/);
  // A value that the core refuses is told with what it allows; the lab goes on as it was.
  await post({ reprise: 1, type: 'set', fields: { 'network.gain': -3 } });
  await page.waitForFunction(() => heard.some(({ data }) => /network\.gain is -3/.test(data?.message)));
  await post({ reprise: 1, type: 'set', fields: { 'network.gain': 1.1, seed: 4 } });
  await post({ reprise: 1, type: 'run' });
  const { spec } = await heard(page, 'finished');
  assert.equal(spec.network.gain, 1.1);
  assert.equal(spec.seed, 4);
  assert.equal(spec.network.width, 40);
  await page.context().close();
});

test('the frame works from a file, digits and all', async () => {
  const page = await site.newPage();
  // Not every engine tells of requests for files; what a page loads here, it loads by elements.
  await page.addInitScript(() => {
    globalThis.asked = [];
    new MutationObserver((changes) => {
      for (const { addedNodes } of changes) for (const { src } of addedNodes) if (src) globalThis.asked.push(src);
    }).observe(document, { childList: true, subtree: true });
  });
  const set = 'network.width=30&network.hidden_layers=2&observe.layer=1&training.epochs=4&task.train_count=90';
  await page.goto(`${pathToFileURL(dist)}/embed.html#preset=digits-three-classes&${set}`);
  await page.getByRole('button', { name: 'Run', exact: true }).click();
  await page.waitForFunction(
    () => document.querySelector('reprise-lab').lab.report().state === 'finished',
  );
  const { last } = await page.evaluate(() => document.querySelector('reprise-lab').lab.report());
  assert.ok(last.held_out_accuracy > 0.2);
  const asked = await page.evaluate(() => globalThis.asked);
  assert.ok(asked.some((url) => url.endsWith('embed/data/digits-first-images.bin.js')));
  assert.deepEqual(await complaints(page), []);
  await page.context().close();
});

test('several labs on a page compile each module once, and begin when they come into view', async () => {
  const page = await openHost(
    `<script src="${site.base}embed/reprise.js"></script>
     <reprise-lab id="a" preset="two-points/default" set="${SMALL_SET}" controls="distances"></reprise-lab>
     <script src="${site.base}embed/reprise.js"></script>
     <reprise-lab id="b" preset="xor-rich" set="${SMALL_SET}" controls="plane" theme="dark"></reprise-lab>
     <div style="height: 4000px"></div>
     <reprise-lab id="c" preset="two-points/tanh" set="${SMALL_SET}" controls="loss" height="500"></reprise-lab>`,
    {
      setUp: (p) =>
        p.addInitScript(() => {
          globalThis.compiled = [];
          for (const name of ['compile', 'compileStreaming']) {
            const original = WebAssembly[name];
            WebAssembly[name] = (...given) => {
              globalThis.compiled.push(given[0].url ?? given[0].byteLength);
              return original(...given);
            };
          }
        }),
    },
  );
  const ready = () =>
    page.evaluate(() => heard.filter(({ data }) => data?.type === 'ready').map(({ data }) => data.preset));
  await page.waitForFunction(() => heard.filter(({ data }) => data?.type === 'ready').length === 2);
  assert.deepEqual((await ready()).sort(), ['two-points/default', 'xor/rich-leaky']);
  const kept = await page.evaluate(() => document.querySelector('#c').getBoundingClientRect().height);
  assert.ok(kept >= 500, `${kept} pixels are kept free`);
  await page.evaluate(() => document.querySelector('#c').scrollIntoView());
  await page.waitForFunction(() => heard.filter(({ data }) => data?.type === 'ready').length === 3);
  // The one that trains, and for XOR the one with algebra.
  const compiled = await page.evaluate(() => globalThis.compiled);
  assert.equal(compiled.length, 2, compiled);
  assert.equal(new Set(compiled).size, 2, compiled);
  // Each has its own theme, and nothing of the look leaks into the page.
  const paper = (id) =>
    page.evaluate((name) => getComputedStyle(document.querySelector(name)).colorScheme, id);
  assert.equal(await paper('#b'), 'dark');
  assert.equal(await page.evaluate(() => getComputedStyle(document.body).getPropertyValue('--ink')), '');
  assert.deepEqual(await complaints(page), []);
  await page.context().close();
});

test('a lab that runs by itself does so while it is seen; language, parts and theme are as asked', async () => {
  const page = await openHost(
    `<script src="${site.base}embed/reprise.js"></script>
     <reprise-lab lang="de" preset="two-points/default" controls="loss" theme="light" autorun></reprise-lab>
     <div style="height: 4000px"></div>`,
  );
  await heard(page, 'started');
  const state = (wanted) =>
    until(page, 'reprise-lab', 'lab', `(lab) => lab.report().state === '${wanted}'`);
  const scroll = (y) => page.evaluate((to) => scrollTo(0, to), y);
  await state('running');
  await scroll(4000);
  await state('paused');
  await scroll(0);
  await state('running');
  // Nor in a tab behind others. A browser under test keeps all in front, so the page is told so.
  const tab = (hidden) =>
    page.evaluate((now) => {
      Object.defineProperty(document, 'hidden', { configurable: true, get: () => now });
      document.dispatchEvent(new Event('visibilitychange'));
    }, hidden);
  await tab(true);
  await state('paused');
  await tab(false);
  await state('running');
  const lab = page.locator('reprise-lab');
  assert.equal(await lab.locator('reprise-chart').count(), 1);
  await lab.getByRole('button', { name: 'Pause', exact: true }).click();
  await state('paused');
  await lab.getByText('angehalten').first().waitFor();
  // What the reader has paused stays so.
  await scroll(4000);
  await page.waitForTimeout(300);
  await scroll(0);
  await page.waitForTimeout(300);
  await state('paused');
  // And what the reader has started goes on unseen.
  await lab.locator('reprise-run-bar button.main').click();
  await state('running');
  await scroll(4000);
  await page.waitForTimeout(300);
  await state('running');
  await scroll(0);
  await lab.getByRole('button', { name: 'Pause', exact: true }).click();
  await state('paused');
  const drawn = () => lab.locator('reprise-chart canvas').evaluate((canvas) => canvas.toDataURL());
  const light = await drawn();
  await page.evaluate(() => document.querySelector('reprise-lab').setAttribute('theme', 'dark'));
  assert.notEqual(await becomes(drawn, (now) => now !== light), light);
  assert.equal(await lab.evaluate((element) => getComputedStyle(element).colorScheme), 'dark');
  assert.deepEqual(await complaints(page), []);
  await page.context().close();
});

test('a page with a strict policy that allows WebAssembly and blob workers runs the lab and breaks nothing', async () => {
  // Of pictures only the host's icon, which some engines ask for by the page's own policy.
  const policy = `default-src 'none'; img-src 'self'; script-src ${site.origin} 'wasm-unsafe-eval' 'unsafe-inline'; worker-src blob:; style-src 'self'`;
  const page = await openHost(
    `<script src="${site.base}embed/reprise.js"></script>
     <reprise-lab preset="two-points/default" set="${SMALL_SET}"></reprise-lab>`,
    { headers: { 'content-security-policy': policy } },
  );
  await heard(page, 'ready');
  await page.getByRole('button', { name: 'Run', exact: true }).click();
  await heard(page, 'finished');
  assert.deepEqual(await complaints(page), []);
  await page.context().close();
});

for (const [name, policy] of [
  ['WebAssembly', "script-src * 'unsafe-inline'; worker-src blob:"],
  ['its worker', "script-src * 'unsafe-inline' 'wasm-unsafe-eval'; worker-src 'none'"],
]) {
  test(`a page that refuses ${name} shows a stored figure and a sentence`, async () => {
    const page = await openHost(
      `<script src="${site.base}embed/reprise.js"></script><reprise-lab preset="xor/lazy"></reprise-lab>`,
      { headers: { 'content-security-policy': policy } },
    );
    const { message } = await heard(page, 'unavailable');
    assert.match(message, /does not allow it/);
    const lab = page.locator('reprise-lab');
    await lab.getByRole('alert').getByText('does not allow it').waitFor();
    // The figure is of another preset than the one asked for, and says which.
    const figure = lab.getByRole('img', { name: 'XOR, rich regime, leaky ReLU' });
    assert.ok((await figure.boundingBox()).height > 100);
    await lab.getByText('a stored figure of a run of “XOR, rich regime, leaky ReLU”').waitFor();
    const link = await lab.getByRole('link', { name: 'on its own page' }).getAttribute('href');
    assert.ok(link.startsWith(`${site.base}tutorials/xor.html#preset=xor/lazy`), link);
    await page.context().close();
  });
}

test('without scripts the frame shows a stored figure and says what it is', async (t) => {
  const missing = site.lacks('scripts off');
  if (missing) return t.skip(missing);
  const page = await openHost(frame('preset=xor/rich', 'sandbox'));
  const inside = page.frameLocator('iframe');
  await inside.getByText('a stored figure of a run').waitFor();
  const picture = inside.getByRole('img', { name: /stored run/ });
  assert.ok((await picture.boundingBox()).height > 100);
  assert.ok(await picture.evaluate((image) => image.naturalWidth > 0));
  await page.context().close();
});

test('without SIMD the scalar build comes as a script, and gives the same numbers', async () => {
  const run = async (setUp) => {
    const page = await openHost(frame(`preset=xor/rich&${SMALL}&controls=loss&autorun=1`), { setUp });
    const { last } = await heard(page, 'finished');
    const scalar = page.responses.some((response) => response.url().endsWith('core-scalar.js'));
    await page.context().close();
    return { last, scalar };
  };
  const simd = await run();
  const scalar = await run((p) => p.addInitScript('WebAssembly.validate = () => false'));
  assert.deepEqual([simd.scalar, scalar.scalar], [false, true]);
  assert.deepEqual(scalar.last, simd.last);
});

test('the page on embedding loads what its code says, and nothing else', async () => {
  const { page, problems } = await site.open('embedding.html');
  const code = (id) => page.locator(`.prose:has(#${id}) pre`).first().innerText();
  const example = (id) => page.locator(`[data-example=${id}]`);
  const messages = (id) => until(page, `[data-example=${id}] .output`, 'textContent', `(text) => text.includes('"type":')`);

  // By the keyboard: while the frame grows under it, the browser may give a click to the frame.
  await example('frame').getByRole('button').press('Enter');
  const address = /src="([^"]*embed\.html[^"]*)"/.exec(await code('frame'))[1].replaceAll('&amp;', '&');
  const frame = example('frame').locator('iframe');
  assert.equal(await frame.evaluate((element) => element.src), address);
  assert.equal(await frame.getAttribute('title'), 'Reprise: XOR');
  await frame.scrollIntoViewIfNeeded();
  await messages('frame');

  await example('element').getByRole('button').press('Enter');
  const [, tag] = /<reprise-lab ([^>]*)>/.exec(await code('element'));
  const attributes = await page.locator('reprise-lab').evaluate((lab) =>
    ['preset', 'set', 'controls', 'height'].map((name) => `${name}="${lab.getAttribute(name)}"`).join(' '),
  );
  assert.equal(attributes, tag);
  await page.locator('reprise-lab').scrollIntoViewIfNeeded();
  await messages('element');
  assert.deepEqual(problems, []);
  await page.context().close();
});

test('readers of oEmbed are led from a lab’s page to a frame of this very site', () => {
  const address = 'https://example.edu/reprise/';
  const html = readFileSync(join(dist, 'two-points.html'), 'utf8');
  const linked = withDiscovery(html, OEMBED[0], address);
  const href = /<link rel="alternate" type="application\/json\+oembed" href="([^"]+)"[^>]*>\s*<\/head>/.exec(linked)[1];
  assert.equal(href, `${address}embed/oembed/two-points.json`);
  for (const lab of OEMBED) {
    assert.ok(existsSync(join(dist, lab.page)), lab.page);
    const told = answer(lab, address);
    assert.deepEqual([told.version, told.type], ['1.0', 'rich']);
    assert.ok(Number.isInteger(told.width) && Number.isInteger(told.height));
    assert.ok(told.html.includes(`src="${address}embed.html#preset=`));
  }
});

test('what an embedding asks for and cannot have is said, and the rest holds', async () => {
  const page = await openHost(
    `<script src="${site.base}embed/reprise.js"></script>
     <reprise-lab preset="xor/rich" set="${SMALL_SET} network.colour=3" controls="plane weather"></reprise-lab>`,
  );
  await heard(page, 'ready');
  const lab = page.locator('reprise-lab');
  await lab.getByText('network.colour is not a field').waitFor();
  await lab.getByText('controls: weather is not a part; allowed: plane').waitFor();
  assert.equal(await lab.getByText('Training loss').count(), 0);
  await page.context().close();
});
