/** What every tutorial page runs; the page names its labs' own scripts beside this one. */
import 'katex/dist/katex.min.css';
import 'virtual:tutorial-math.css';
import './tutorial.css';
import './answers-panel.ts';
import './chapter-progress.ts';
import './checkpoint.ts';
import './predict.ts';
import './reveal.ts';
import { openGlossary } from './glossary.ts';
import { addressLink, pairsOf } from '../spec/link-pairs.ts';
import { layOutRest } from './lay-out.ts';
import { tutorialStrings as words } from '../strings/tutorial.ts';
import { bringIntoView, findLab, highlight } from './lab-link.ts';

// What only some chapters ask for: a curve to draw, a matrix to fill.
if (document.querySelector('reprise-predict[kind=draw]')) void import('./draw-curve.ts');
if (document.querySelector('reprise-predict[kind=matrix]')) void import('./draw-matrix.ts');

openGlossary();
void layOutRest();

// Kinds of lab that stand further down: a reader who goes there has moved, but for one whom a screen reader or a link takes.
const loadLater = () => void import('./later-labs.ts');
const [first, ...others] = document.querySelectorAll('.lab > :first-child');
const later = others.find(({ localName }) => localName !== first?.localName);
if (later) {
  for (const type of ['scroll', 'pointerdown', 'pointermove', 'keydown', 'focusin', 'beforeprint']) {
    addEventListener(type, loadLater, { once: true, passive: true });
  }
  new IntersectionObserver((entries, observer) => {
    if (!entries.some(({ isIntersecting }) => isIntersecting)) return;
    observer.disconnect();
    loadLater();
  }).observe(later);
}

// Stills are for print, so they wait until the reader does something: whoever prints has pressed a key at least.
const loadStills = () =>
  document.querySelectorAll<HTMLImageElement>('.lab img[loading]').forEach((still) => {
    still.loading = 'eager';
  });
for (const type of ['scroll', 'pointerdown', 'keydown', 'beforeprint']) {
  addEventListener(type, loadStills, { once: true, passive: true });
}
matchMedia('print').addEventListener('change', loadStills);

// A formula too wide for the screen scrolls, so the keyboard must reach it.
const widths = new ResizeObserver((entries) => {
  for (const { target } of entries) {
    if (target.scrollWidth > target.clientWidth) target.setAttribute('tabindex', '0');
    else target.removeAttribute('tabindex');
  }
});
document.querySelectorAll('.formula').forEach((formula) => widths.observe(formula));

// A chapter packed for a learning management system reports to it; one in a frame tells the page around it.
if (document.querySelector('meta[name="reprise-scorm"]')) void import('../scorm/page.ts');
if (parent !== self) void import('../embed/tutorial-frame.ts');

// A link that names a lab: #preset=…&network.gain=…&lab=main
const link = addressLink();
const linked = pairsOf(link).get('lab');
if (linked) {
  loadLater();
  void findLab(linked).then((lab) => {
    void lab?.openLink(link);
    lab?.scrollIntoView();
  });
}

// Phrases that set a lab, which may stand far away: what became of the press is said as well as seen.
const status = document.createElement('p');
status.className = 'visually-hidden';
status.setAttribute('role', 'status');
document.querySelector('main')?.append(status);

document.addEventListener('click', async (event) => {
  const button = (event.target as Element).closest<HTMLElement>('.set-lab');
  if (!button) return;
  const { lab: id, preset, set, run } = button.dataset;
  const lab = await findLab(id!);
  if (!lab) return;
  bringIntoView(lab);
  status.textContent = '';
  await lab.configure(preset, set ?? '');
  status.textContent = words.set(lab.label, button.textContent!.trim().replace(/\s+/g, ' '));
  if (run !== undefined) await lab.start();
});

document.addEventListener('keydown', (event) => {
  const { target, key } = event;
  if (!(target instanceof HTMLElement && target.matches('.set-lab')) || (key !== 'Enter' && key !== ' ')) return;
  event.preventDefault(); // The space bar would scroll.
  target.click();
});

// Symbols light what they stand for.
const symbolOf = (event: Event) =>
  (event.target as Element).closest?.<HTMLElement>('[data-symbol]')?.dataset.symbol ?? null;
document.addEventListener('pointerover', (event) => {
  highlight(symbolOf(event));
});
