// Laid into every page under test before its own scripts: notes whatever goes wrong, the same way in every browser.
globalThis.problems = [];
const note = (what) => globalThis.problems.push(what);
const said = console.error;
console.error = (...words) => {
  note(`console: ${words.join(' ')}`);
  said(...words);
};
addEventListener(
  'error',
  ({ message, target }) => note(message ? `uncaught: ${message}` : `not loaded: ${target.src ?? target.href}`),
  true,
);
addEventListener('unhandledrejection', ({ reason }) => note(`rejected: ${reason}`));
document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) =>
  note(`policy: ${violatedDirective} ${blockedURI}`),
);
