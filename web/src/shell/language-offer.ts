/** Offers the page in the language that the browser asks for first, once, in a line that can be put away. Nobody is sent anywhere. */
import { offers } from '../strings/offers.ts';
import { recall, store } from './storage.ts';

const key = 'reprise.language-offer';

/** The first of the reader's languages that the page is there in: its own is as good as any. */
function wanted(): HTMLAnchorElement | null {
  for (const language of navigator.languages) {
    const code = language.split('-')[0]!.toLowerCase();
    if (document.documentElement.lang.startsWith(code)) return null;
    const link = document.querySelector<HTMLAnchorElement>(`.site-footer a[rel=alternate][hreflang|="${CSS.escape(code)}"]`);
    if (link) return link;
  }
  return null;
}

const link = recall(key) === null && parent === self ? wanted() : null;
const words = link && offers[link.hreflang];
if (link && words) {
  const line = document.createElement('p');
  line.className = 'language-offer';
  line.lang = link.hreflang;
  const open = document.createElement('a');
  open.href = link.href;
  open.hreflang = link.hreflang;
  open.rel = 'alternate';
  open.textContent = words.open;
  const dismiss = document.createElement('button');
  dismiss.type = 'button';
  dismiss.textContent = words.dismiss;
  const done = () => {
    store(key, link.hreflang);
    line.remove();
  };
  dismiss.addEventListener('click', done);
  // Whoever has chosen once is not asked again; the footer has all languages.
  open.addEventListener('click', () => store(key, link.hreflang));
  line.append(words.offer, ' ', open, ' ', dismiss);
  document.querySelector('.site-header')!.after(line);
}
