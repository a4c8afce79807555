/** What a page that is text runs: the look of a tutorial, without labs. */
import 'katex/dist/katex.min.css';
import 'virtual:tutorial-math.css';
import './tutorial.css';
import { openGlossary } from './glossary.ts';

openGlossary();
