/** Places a glossary entry beside the word that opened it; the browser does the rest. */

const gap = 8;

export function placeGlossary(): void {
  let opener: Element | null = null;
  document.addEventListener(
    'click',
    (event) => {
      opener = (event.target as Element).closest('.term') ?? opener;
    },
    { capture: true },
  );
  for (const entry of document.querySelectorAll<HTMLElement>('.term-entry')) {
    entry.addEventListener('toggle', (event) => {
      if ((event as ToggleEvent).newState === 'open' && opener) placeBeside(entry, opener);
    });
  }
  addEventListener('scroll', closeAll, { passive: true });
}

function placeBeside(entry: HTMLElement, opener: Element): void {
  const word = opener.getBoundingClientRect();
  const box = entry.getBoundingClientRect();
  const room = document.documentElement.clientWidth - box.width - gap;
  const below = word.bottom + gap;
  const fits = below + box.height < innerHeight;
  entry.style.left = `${Math.max(gap, Math.min(word.left, room))}px`;
  entry.style.top = `${fits ? below : Math.max(gap, word.top - gap - box.height)}px`;
}

function closeAll(): void {
  document
    .querySelectorAll<HTMLElement>('.term-entry:popover-open')
    .forEach((entry) => entry.hidePopover());
}
