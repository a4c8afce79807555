/** The languages of a page, which its footer names: takes the state along to another, and offers the browser's. */

// What the address says after "#" are the settings of a lab, the same in every language.
document.addEventListener('click', ({ target }) => {
  const link = (target as Element).closest?.<HTMLAnchorElement>('a[hreflang]');
  if (link) link.hash = location.hash;
});

if (!navigator.language.startsWith(document.documentElement.lang)) void import('./language-offer.ts');
