/** Figures load as they come near; who prints the page, or searches it, wants them all. */
import { galleryStrings as words } from '../strings/gallery.ts';
import type { RepriseFigure } from './figure.ts';

export function loadAll(): Promise<void[]> {
  const figures = [...document.querySelectorAll<RepriseFigure>('reprise-figure')];
  return Promise.all(figures.map((figure) => figure.load()));
}

/** Puts a button that loads every figure below the table of contents. */
export function loadAllButton(): void {
  const contents = document.querySelector('.at-a-glance');
  if (!contents) return;
  const button = document.createElement('button');
  button.type = 'button';
  button.className = 'load-all';
  button.textContent = words.showAll;
  button.addEventListener('click', () => {
    button.disabled = true;
    void loadAll();
  });
  contents.append(button);
}
