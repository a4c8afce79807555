/** What core allows in other languages, and their numbers, as one program: each program has a language of its own. */
export { knownPhrase, sayAllowed, sayProblem } from '../../../web/src/shell/allowed.ts';
export { writeNumbersIn } from '../../../web/src/shell/format.ts';
