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
  const done = document.createElement('p');
  done.className = 'visually-hidden';
  done.setAttribute('role', 'status');
  // It keeps the focus when there is nothing left for it to do.
  button.addEventListener('click', () => {
    button.setAttribute('aria-disabled', 'true');
    void loadAll().then(() => (done.textContent = words.allShown));
  });
  contents.append(button, done);
}
