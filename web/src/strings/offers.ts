/** How a page offers itself in another language: said in that one, since whoever reads it reads that. */
export const offers: Record<string, { offer: string; open: string; dismiss: string }> = {
  en: { offer: 'This page is also there in English.', open: 'Read it in English', dismiss: 'No, thanks' },
  de: { offer: 'Diese Seite gibt es auch auf Deutsch.', open: 'Auf Deutsch lesen', dismiss: 'Nein, danke' },
  es: { offer: 'Esta página también está en español.', open: 'Leer en español', dismiss: 'No, gracias' },
  fr: { offer: 'Cette page existe aussi en français.', open: 'Lire en français', dismiss: 'Non, merci' },
  zh: { offer: '本页也有中文版。', open: '阅读中文版', dismiss: '不用了' },
};
