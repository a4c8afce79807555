/** A tutorial in another language than English: takes up its language, then starts as every tutorial does. */
import 'katex/dist/katex.min.css';
import 'virtual:tutorial-math.css';
import '../tutorial/tutorial.css';
import labs from 'virtual:tutorial-labs';
import { useLanguage } from '../strings/language.ts';

await useLanguage(document.documentElement.lang);
const needed = Object.entries(labs).filter(([tag]) => document.querySelector(tag) !== null);
await Promise.all([
  import('../shell/shell.ts'),
  import('../tutorial/page.ts'),
  ...needed.map(([, load]) => load()),
]);
