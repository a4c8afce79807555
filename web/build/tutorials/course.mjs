// Where a tutorial stands in the course: its number, its neighbours, its other languages.

/** Language by a file's name: "de" for "xor.de", English for "xor". */
export function languageOf(name) {
  return /\.([a-z]{2,3})$/.exec(name)?.[1] ?? 'en';
}

/** Name without its language: the same for a chapter and its translations. */
export function chapterOf(name) {
  return name.replace(/\.[a-z]{2,3}$/, '');
}

/** Where the chapters of a language are listed. */
export const coursePath = (language) =>
  language === 'en' ? 'tutorials/index.html' : `tutorials/index.${language}.html`;

/** Chapters by their order, English before its translations; what has no order comes last. */
export function inOrder(a, b) {
  const order = (entry) => entry.head.order ?? Infinity;
  if (order(a) !== order(b)) return order(a) - order(b);
  return a.name < b.name ? -1 : 1;
}

/**
 * @param {{ name: string, path: string, head: object }[]} tutorials in order
 * @param {Set<string>} pages every page of the site
 * @returns {Map<string, object>} by name: `number` and `total` (undefined outside the course), `previous` and `next`
 *   ({ title, path, number } or undefined, in the reader's language where there is one), `translations`, and `contents`, the
 *   page that lists all chapters, if the site has it
 */
export function positions(tutorials, pages) {
  const course = tutorials.filter(({ head }) => head.order !== undefined);
  const total = Math.max(0, ...course.map(({ head }) => head.order));
  const orders = [...new Set(course.map(({ head }) => head.order))];
  const inLanguage = (order, language) => {
    const versions = course.filter(({ head }) => head.order === order);
    const found = versions.find(({ name }) => languageOf(name) === language) ?? versions[0];
    return found && { title: found.head.title, path: found.path, number: order };
  };
  return new Map(
    tutorials.map(({ name, head }) => {
      const language = languageOf(name);
      const at = orders.indexOf(head.order);
      return [
        name,
        {
          number: head.order,
          total,
          previous: at > 0 ? inLanguage(orders[at - 1], language) : undefined,
          next: at >= 0 ? inLanguage(orders[at + 1], language) : undefined,
          translations: tutorials
            .filter((other) => other.name !== name && chapterOf(other.name) === chapterOf(name))
            .map((other) => ({ language: languageOf(other.name), path: other.path })),
          contents: [coursePath(language), coursePath('en')].find((path) => pages.has(path)),
        },
      ];
    }),
  );
}
