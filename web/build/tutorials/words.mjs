// The words that the compiler puts around an author's own, by language: of web/src/strings/page, those of a
// chapter. The words of running elements are in web/src/strings.

import { fill, languages, pageWords } from '../page-words.mjs';

function chapterWords(language) {
  const { chapter, quantities, language: own } = pageWords(language);
  return {
    ...chapter,
    /** Measures and curves of labs, where the language is not that of their declarations. */
    quantities,
    name: own.name,
    chapter: (number, total) => fill(chapter.place, { number, total }),
    minutes: (minutes) => fill(chapter.minutes, { minutes }),
    restsOn: (paper) => fill(chapter.paper, { paper }),
    hint: (number, total) => (total > 1 ? fill(chapter.hintOf, { number, total }) : chapter.hint),
  };
}

/** By the code of the language. */
export const WORDS = Object.fromEntries(languages().map((code) => [code, chapterWords(code)]));

/** Words of a language, English for none or an unknown one (which the head's check reports). */
export function wordsOf(language) {
  return WORDS[language] ?? WORDS.en;
}
