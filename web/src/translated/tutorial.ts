/** A tutorial in another language than English: takes up its language, then starts as every tutorial does. */
import 'katex/dist/katex.min.css';
import 'virtual:tutorial-math.css';
import '../tutorial/tutorial.css';
import labs from 'virtual:tutorial-labs';
import { useLanguage } from '../strings/language.ts';

await useLanguage(document.documentElement.lang);
// Other kinds of lab than the first come once the reader sets out (tutorial/later-labs.ts).
const first = document.querySelector('.lab > :first-child')?.localName ?? '';
await Promise.all([import('../shell/shell.ts'), import('../tutorial/page.ts'), labs[first]?.()]);
