/** A tutorial inside somebody's frame: tells the page around it of heights and of answers (protocol.ts). */
import { answersEvent, pageAnswers } from '../tutorial/answers.ts';
import { postToHost } from './frame.ts';
import { clampHeight } from './protocol.ts';

let saidHeight = 0;
new ResizeObserver(() => {
  const height = clampHeight(document.body.scrollHeight);
  if (height === saidHeight) return;
  saidHeight = height;
  postToHost({ type: 'resized', height });
}).observe(document.body);

pageAnswers().setReported('host', true);
document.addEventListener(answersEvent, (event) => {
  const question = (event as CustomEvent<string | null>).detail;
  const answer = question === null ? undefined : pageAnswers().get(question);
  if (question === null || !answer) return;
  const { kind, value, outcome = null } = answer;
  postToHost({ type: 'answer', tutorial: pageAnswers().tutorial, question, kind, value, outcome });
});
