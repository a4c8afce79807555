/**
 * Words that open their entry of the glossary beside them. In the page they are links, which break across lines as
 * buttons would not, and without scripts lead to the glossary at the page's end. Here they become the buttons of
 * popovers.
 */

const gap = 8;

/** The word whose entry is open, and where it stood when the entry was put beside it. */
let opener: HTMLElement | null = null;
let stood = 0;

const idOf = (word: HTMLElement) => word.getAttribute('href')!.slice(1);
const entryOf = (word: HTMLElement) => document.getElementById(idOf(word));

export function openGlossary(): void {
  for (const word of document.querySelectorAll<HTMLElement>('.term')) {
    word.setAttribute('role', 'button');
    word.setAttribute('aria-expanded', 'false');
    word.setAttribute('aria-details', idOf(word));
    word.draggable = false;
  }
  // A press outside of an open entry closes it before the click is heard.
  let pressed: HTMLElement | null = null;
  document.addEventListener('pointerdown', () => (pressed = opener), { capture: true, passive: true });
  document.addEventListener('click', (event) => {
    const open = pressed ?? opener;
    pressed = null;
    const word = (event.target as Element).closest<HTMLElement>('.term');
    if (!word) return;
    event.preventDefault();
    if (opener) entryOf(opener)?.hidePopover();
    if (open !== word) show(word);
  });
  document.addEventListener('keydown', (event) => {
    const { target, key } = event;
    pressed = null;
    if (key !== ' ' || !(target instanceof HTMLElement && target.matches('.term'))) return;
    event.preventDefault(); // The space bar would scroll, and presses no link.
    target.click();
  });
  for (const entry of document.querySelectorAll<HTMLElement>('.term-entry')) {
    entry.addEventListener('beforetoggle', (event) => {
      if (!opener || entryOf(opener) !== entry) return;
      const shown = (event as ToggleEvent).newState === 'open';
      opener.setAttribute('aria-expanded', String(shown));
      if (!shown) opener = null;
    });
    entry.role = 'dialog';
    entry.ariaLabel = entry.querySelector('dfn')!.textContent;
    entry.tabIndex = -1;
    // The focus goes back to the word, and on from there.
    entry.addEventListener('keydown', ({ key }) => {
      if (key === 'Tab') entry.hidePopover();
    });
  }
  addEventListener('scroll', closeIfMoved, { passive: true });
}

function show(word: HTMLElement): void {
  const entry = entryOf(word);
  if (!entry) return;
  opener = word;
  stood = word.getBoundingClientRect().top;
  entry.showPopover();
  placeBeside(entry, word);
  // It stands at the page's end: a screen reader has to be led there. Closing leads back.
  entry.focus({ preventScroll: true });
}

/** Below the word's last line, or above its first where there is no room below. */
function placeBeside(entry: HTMLElement, word: HTMLElement): void {
  const lines = word.getClientRects();
  const [first, last] = [lines[0]!, lines[lines.length - 1]!];
  const box = entry.getBoundingClientRect();
  const room = document.documentElement.clientWidth - box.width - gap;
  const below = last.bottom + gap;
  const fits = below + box.height < innerHeight;
  const { left } = fits ? last : first;
  entry.style.left = `${Math.max(gap, Math.min(left, room))}px`;
  entry.style.top = `${fits ? below : Math.max(gap, first.top - gap - box.height)}px`;
}

/** The page may also scroll to keep what is read in its place. */
function closeIfMoved(): void {
  if (opener && Math.abs(opener.getBoundingClientRect().top - stood) > 1) entryOf(opener)?.hidePopover();
}
