/** The page that shows a worksheet, from its link, a file, or the package that it is in. */
import labScripts from 'virtual:tutorial-labs';
import { addressLink } from '../spec/link-pairs.ts';
import { worksheetStrings } from '../strings/worksheet.ts';
import { pageAnswers } from '../tutorial/answers.ts';
import { labNamed } from './labs.ts';
import { fromFragment } from './link.ts';
import { parseWorksheet, type Read } from './read.ts';
import { renderWorksheet } from './render.ts';
import { answersName, type Worksheet } from './types.ts';
import './reader.css';

const words = worksheetStrings.reader;
const main = document.querySelector<HTMLElement>('main')!;
const status = main.querySelector<HTMLElement>('[role=status]')!;
const ask = main.querySelector<HTMLElement>('.ask')!;

/** Everything that chapters run looks for its elements as it begins, so it begins once they are there. */
async function show(worksheet: Worksheet, origin: string): Promise<void> {
  main.dataset.tutorial = answersName(worksheet);
  document.title = words.title(worksheet.title);
  // Whoever opens the answers later needs the questions.
  pageAnswers().carried = { worksheet };
  const kinds = new Set(worksheet.blocks.flatMap((block) => (block.kind === 'lab' ? [labNamed(block.lab)!.tag] : [])));
  try {
    await Promise.all([...kinds].map((tag) => labScripts[tag]!()));
  } catch {
    status.textContent = words.missing;
    return;
  }
  main.replaceChildren(renderWorksheet(worksheet, origin));
  await import('../tutorial/page.ts');
}

async function take(read: Read, origin: string): Promise<void> {
  if (read.worksheet) return show(read.worksheet, origin);
  status.replaceChildren(words.refused);
  const list = document.createElement('ul');
  for (const fault of read.faults) list.append(Object.assign(document.createElement('li'), { textContent: fault }));
  status.append(list);
  ask.hidden = false;
}

async function begin(): Promise<void> {
  const packed = document.querySelector<HTMLMetaElement>('meta[name="reprise-worksheet"]');
  if (packed) {
    const response = await fetch(packed.content);
    return take(parseWorksheet(await response.text()), '');
  }
  const read = await fromFragment(addressLink());
  if (read) return take(read, words.fromLink);
  status.textContent = words.none;
  ask.hidden = false;
}

ask.querySelector('input')!.addEventListener('change', async ({ target }) => {
  const [file] = (target as HTMLInputElement).files ?? [];
  if (file) await take(parseWorksheet(await file.text()), words.fromFile);
});
// Another worksheet's link in the same page: what this one has running ends with the page.
addEventListener('hashchange', () => {
  if (/w=/.test(location.hash)) location.reload();
});
void begin();
