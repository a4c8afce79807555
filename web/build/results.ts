import { readFileSync, readdirSync, existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Plugin } from 'vite';
import { spread } from '../src/gallery/spread.ts';
import { readStored, type StoredNumber, type StoredResult } from '../src/gallery/stored.ts';
import { typeset } from '../src/gallery/typeset.ts';
import { formatNumber } from '../src/shell/format.ts';
import { figureWords, galleryStrings as words } from '../src/strings/gallery.ts';

/** Longer tables of numbers are folded away. */
const shortTable = 6;

const place = '<!-- figures -->';

const escape = (text: string) =>
  typeset(text).replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');

/** Running text: a rate's index is set below it. */
const prose = (text: string) => escape(text).replace(/η_([a-z])/g, '<var>η</var><sub><var>$1</var></sub>');

/** The stored results in the order of the page. A file that is none fails the build, with its field. */
export function storedResults(folder: string): StoredResult[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((name) => name.endsWith('.json') && !name.endsWith('.schema.json'))
    .map((name) => readStored(JSON.parse(readFileSync(join(folder, name), 'utf8')), `results/${name}`))
    .sort((a, b) => a.order - b.order || a.figure.localeCompare(b.figure));
}

/**
 * Writes what can be read of every stored result (question, band, verdict, numbers) into the page of figures,
 * so that it is there without scripts, in print and for whoever listens. Drawing it is for the page.
 */
export function resultPages(root: string): Plugin {
  return {
    name: 'reprise:results',
    transformIndexHtml: {
      order: 'pre',
      handler(html) {
        if (!html.includes(place)) return html;
        const results = storedResults(join(root, 'results'));
        return html.replace(place, () => contents(results) + results.map(section).join('\n'));
      },
    },
  };
}

const questionOf = ({ figure, question }: StoredResult) =>
  figureWords[figure]?.question ?? question ?? '';

const outcome = ({ within }: StoredResult) =>
  `<span class="${within ? 'within' : 'outside'}">${within ? words.within : words.outside}</span>`;

function contents(results: readonly StoredResult[]): string {
  if (results.length === 0) return `<p>${words.none}</p>`;
  const rows = results.map(
    (result) => `<tr>
<th scope="row"><a href="#${escape(result.figure)}">${escape(result.title)}</a></th>
<td class="question">${escape(questionOf(result))}</td>
<td>${outcome(result)}</td>
</tr>`,
  );
  const { figure, question, outcome: came } = words.columns;
  return `<nav class="at-a-glance" aria-label="${words.contents}">
<table>
<caption>${words.contents}</caption>
<thead><tr><th scope="col">${figure}</th><th scope="col" class="question">${question}</th><th scope="col">${came}</th></tr></thead>
<tbody>${rows.join('\n')}</tbody>
</table>
</nav>`;
}

function section(result: StoredResult): string {
  const { figure, title, paper, band, verdict, note, other, seeds, quick, within } = result;
  const name = escape(figure);
  const { reading, why, own } = figureWords[figure] ?? {};
  return `<section class="figure" id="${name}" aria-labelledby="${name}-title">
<h2 id="${name}-title">${escape(title)}</h2>
<p class="question">${escape(questionOf(result))}</p>
${reading ? `<p class="reading">${prose(reading)}</p>` : ''}
<dl class="before"><dt>${words.band}</dt><dd>${prose(band)}</dd></dl>
<reprise-figure name="${name}">
<div class="outcome ${within ? 'is-within' : 'is-outside'}">
<div class="sides">
${side(words.paperShowed + (paper.where ? words.where(paper.where) : ''), prose(paper.text))}
${side(
  own ? words.cameOut : words.asTheAuthors,
  `${outcome(result)}: ${prose(verdict)} (${words.seeds(seeds.length)}).`,
)}
${other ? side(words.anotherWay, prose(other)) : ''}
</div>
${quick ? `<p>${words.quick}</p>` : ''}
${note ? `<p>${prose(note)}</p>` : ''}
${why ? `<h3>${words.why}</h3>\n<p>${prose(why)}</p>` : ''}
${numbersTable(result)}
</div>
</reprise-figure>
${figure === 'altered' ? `<h3>${words.altered}</h3>\n<reprise-altered-lab></reprise-altered-lab>` : ''}
</section>`;
}

/** One of the tellings that stand side by side. */
const side = (heading: string, told: string) => `<div><h3>${escape(heading)}</h3>\n<p>${told}</p></div>`;

function numbersTable({ title, numbers, seeds }: StoredResult): string {
  if (numbers.length === 0) return '';
  const { quantity, paper, ours, caption } = words.numbers;
  const published = numbers.some((number) => typeof number.paper === 'number');
  const head = [quantity, ...(published ? [paper] : []), ours];
  const table = `<div class="scroll" role="group" tabindex="0" aria-label="${escape(title)}"><table class="numbers">
<caption>${caption(words.seeds(seeds.length))}</caption>
<thead><tr>${head.map((text) => `<th scope="col">${text}</th>`).join('')}</tr></thead>
<tbody>${numbers.map((number) => numberRow(number, published)).join('\n')}</tbody>
</table></div>`;
  if (numbers.length <= shortTable) return table;
  return `<details><summary>${words.numbers.all(numbers.length)}</summary>${table}</details>`;
}

function numberRow({ label, unit, paper, values }: StoredNumber, published: boolean): string {
  const name = escape(label) + (unit ? ` <span class="unit">(${escape(unit)})</span>` : '');
  const theirs =
    typeof paper === 'number' ? formatNumber(paper) : words.numbers.absent;
  return `<tr><th scope="row">${name}</th>${published ? `<td>${theirs}</td>` : ''}<td>${escape(spread(values))}</td></tr>`;
}
