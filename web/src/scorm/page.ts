/** Reports a chapter's progress to the learning management system it has been packed for. */
import { answersEvent, pageAnswers } from '../tutorial/answers.ts';
import { findApi, ScormSession, timeOfDay } from './api.ts';
import { interactionOf, pack, scoreOf, unpack } from './progress.ts';

/** The chapter's questions and exercises, by name. */
const items = () =>
  [...document.querySelectorAll('reprise-predict[id], reprise-checkpoint[id]')].map(({ id }) => id);

/** Reports until the page is hidden, and anew from when it comes back. */
function report(session: ScormSession): void {
  const answers = pageAnswers();
  const before = session.get('cmi.core.lesson_status');
  let complete = before === 'completed' || before === 'passed';
  let interactions = Number(session.get('cmi.interactions._count')) || 0;
  /** Answers reported already, by name, with the time they were given. */
  const reported = new Map<string, string>();

  // What was answered on another machine; what has been answered on this one stands.
  for (const [id, answer] of unpack(session.get('cmi.suspend_data'))) {
    const outcome = interactionOf(id, answer);
    if (outcome) reported.set(id, answer.at);
    if (!answers.get(id)) answers.restore(id, answer);
  }
  session.set('cmi.core.score.min', '0');
  session.set('cmi.core.score.max', '100');

  const report = () => {
    const present = new Map(answers.entries());
    const score = scoreOf(items(), present);
    session.set('cmi.core.score.raw', String(score));
    // What is complete stays so, even if the reader begins anew.
    complete ||= score === 100;
    session.set('cmi.core.lesson_status', complete ? 'completed' : 'incomplete');
    session.set('cmi.suspend_data', pack(present));
    for (const [id, answer] of present) {
      const interaction = interactionOf(id, answer);
      if (!interaction || reported.get(id) === answer.at) continue;
      reported.set(id, answer.at);
      const at = `cmi.interactions.${interactions++}`;
      session.set(`${at}.id`, interaction.id);
      session.set(`${at}.type`, interaction.type);
      session.set(`${at}.time`, timeOfDay(interaction.at));
      session.set(`${at}.student_response`, interaction.response);
      session.set(`${at}.result`, interaction.result);
    }
    session.commit();
  };
  report();
  answers.setReported('lms', true);
  document.addEventListener(answersEvent, report);
  // Also where the system takes the page away without a word.
  const end = () => {
    document.removeEventListener(answersEvent, report);
    session.end(complete ? '' : 'suspend');
    answers.setReported('lms', false);
  };
  addEventListener('pagehide', end, { once: true });
}

function begin(): void {
  const api = findApi();
  const session = api && ScormSession.begin(api);
  if (session) report(session);
  else if (!api) console.warn('SCORM: no learning management system is around this page; nothing is reported.');
}

begin();
// A page that was only put aside, by Back or a closed laptop, comes back as it was: its session has ended.
addEventListener('pageshow', ({ persisted }) => {
  if (persisted) begin();
});
