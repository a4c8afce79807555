/** A page that is text in another language than English. */
import 'katex/dist/katex.min.css';
import 'virtual:tutorial-math.css';
import '../tutorial/tutorial.css';
import { useLanguage } from '../strings/language.ts';

await useLanguage(document.documentElement.lang);
await Promise.all([import('../shell/shell.ts'), import('../tutorial/document.ts')]);
