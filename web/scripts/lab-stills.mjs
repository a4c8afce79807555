// Still pictures of labs as the browser draws them: each is run to its end in its tutorial's page, and its
// clouds, charts and matrices are saved as SVG and put side by side.

import { readFile, writeFile } from 'node:fs/promises';
import { until } from '../../tests/web/helpers/element.mjs';
import { openSite } from '../../tests/web/helpers/site.mjs';

const gap = 16;
/** Charts side by side in one still. */
const columns = 2;
const viewport = { width: 1100, height: 900 };

/**
 * @param {{ path: string, id: string, still: string }[]} labs where each stands, and the name of its picture
 * @param {string} folder for NAME.svg, with a slash at its end
 */
export async function recordStills(labs, folder) {
  const site = await openSite();
  try {
    for (const { path, id, still } of labs) {
      const options = { viewport, colorScheme: 'light', reducedMotion: 'reduce', acceptDownloads: true };
      const { page } = await site.open(path, options);
      const lab = page.locator(`#${id}`);
      await lab.evaluate(async (element) => {
        await customElements.whenDefined(element.localName);
        element.scrollIntoView();
        element.unlock();
        element.speed = null;
        await element.start();
        // Where a reader fits by hand, the picture shows what the machine found.
        if ('machine' in element) element.machine = true;
      });
      await until(page, `#${id}`, 'finished', (finished) => finished, 400);
      await page.waitForTimeout(1500);
      const pictures = [];
      for (const chart of await page.locator(`#${id} reprise-cloud:visible, #${id} reprise-chart:visible, #${id} reprise-matrix:visible`).all()) {
        const saved = page.waitForEvent('download');
        await chart
          .locator('reprise-figure-menu')
          .evaluate((menu) => menu.dispatchEvent(new CustomEvent('svg')));
        pictures.push(await readFile(await (await saved).path(), 'utf8'));
      }
      if (pictures.length === 0) throw new Error(`${path}#${id} shows nothing to make a still of`);
      await writeFile(`${folder}${still}.svg`, sideBySide(pictures));
      console.log(`tutorials/stills/${still}.svg`);
      await page.context().close();
    }
  } finally {
    await site.close();
  }
}

const hex = (byte) => Number(byte).toString(16).padStart(2, '0');

/** What a picture that nobody points at can do without: the names of its thousand cells, and long-winded colours. */
const slim = (svg) =>
  svg
    .replaceAll(/<title>[^<]*<\/title>/g, '')
    .replaceAll('></rect>', '/>')
    .replaceAll(/rgb\((\d+),? (\d+),? (\d+)\)/g, (_, r, g, b) => `#${hex(r)}${hex(g)}${hex(b)}`);

/** Several SVG documents as one, in rows. */
export function sideBySide(pictures) {
  const sizes = pictures.map((svg, k) => ({
    // Names must differ within one document, or every curve is cut to the frame of the first chart.
    svg: slim(svg.slice(svg.indexOf('<svg')).trim()).replaceAll(/(id="|url\(#)plot\b/g, `$1plot-${k}`),
    width: Number(/<svg[^>]* width="([\d.]+)"/.exec(svg)[1]),
    height: Number(/<svg[^>]* height="([\d.]+)"/.exec(svg)[1]),
  }));
  let [x, y, rowHeight, width] = [0, 0, 0, 0];
  const placed = sizes.map((picture, k) => {
    if (k > 0 && k % columns === 0) [x, y, rowHeight] = [0, y + rowHeight + gap, 0];
    const here = picture.svg.replace('<svg', `<svg x="${x}" y="${y}" overflow="visible"`);
    x += picture.width + gap;
    width = Math.max(width, x - gap);
    rowHeight = Math.max(rowHeight, picture.height);
    return here;
  });
  const height = y + rowHeight;
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}">
<rect width="${width}" height="${height}" fill="#ffffff"/>
${placed.join('\n')}
</svg>
`;
}
