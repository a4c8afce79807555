/**
 * The language of embedded labs. Its words are a script beside this one, embed/words/de.js, which makes one call and is fetched
 * only where the language is asked for. Where the site is unknown or has no such language, words stay English.
 */
import languages from 'virtual:reprise-languages';
import { codeOf, takeUp, type Language } from '../strings/language.ts';
import { knownSite } from './root.ts';

/** Such a script is one call of this, as in `repriseWords("de", { … })`. */
const callback = 'repriseWords';

/** Takes up a language, before elements are made. Resolves to whether labs speak it (English always). */
export async function useLanguage(language: string): Promise<boolean> {
  const code = codeOf(language);
  if (code === 'en') return true;
  const site = knownSite();
  if (!site || !languages.includes(code)) return false;
  const words = await new Promise<Language | null>((resolve) => {
    (globalThis as Record<string, unknown>)[callback] = (given: string, tables: Language) => given === code && resolve(tables);
    const script = document.createElement('script');
    script.src = new URL(`embed/words/${code}.js`, site).href;
    script.onload = script.onerror = () => {
      script.remove();
      resolve(null);
    };
    document.head.append(script);
  });
  if (words) takeUp(code, words);
  return words !== null;
}
