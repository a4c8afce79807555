// What must be known before the first paint: the reader's stored theme, and whether the page is read from its top. And what
// must be there whatever else is lost: who says so.
(function () {
  try {
    var theme = localStorage.getItem('reprise-theme');
    if (theme === 'light' || theme === 'dark') document.documentElement.dataset.theme = theme;
  } catch (refused) {
    // Storage is refused: as the system has it.
  }
  // A page that is reloaded or gone back to returns to where it was, and a link may name a place.
  var visit = performance.getEntriesByType('navigation')[0];
  if (!location.hash && visit && visit.type === 'navigate') document.documentElement.dataset.fromTop = '';
})();

// A script that is lost on its way, or never comes, is said: the page itself cannot tell, as none of its own has run.
(function () {
  const words = {
    en: {
      lost: 'A part of this page could not be loaded, and what needs it does not work.',
      late: 'A part of this page has not come yet; what needs it does not work until then.',
      again: 'Load the page again',
      alone: 'The labs of this page do not work in this frame. They do where it has a window of its own:',
    },
    de: {
      lost: 'Ein Teil dieser Seite ließ sich nicht laden, und was ihn braucht, geht nicht.',
      late: 'Ein Teil dieser Seite ist noch nicht da; was ihn braucht, geht bis dahin nicht.',
      again: 'Seite neu laden',
      alone: 'Die Labore dieser Seite gehen in diesem Rahmen nicht. Sie gehen, wo sie ein eigenes Fenster hat:',
    },
  };
  let said = null;
  let instead = null;
  const come = new Set();
  const root = new URL('./', document.currentScript.src);
  const missing = () => !instead && [...document.querySelectorAll('script[type=module]')].some((script) => !come.has(script));
  function say(what) {
    const main = document.querySelector('main');
    if (!main) return addEventListener('DOMContentLoaded', () => say(what));
    const own = words[document.documentElement.lang] || words.en;
    const again = document.createElement('button');
    again.textContent = own.again;
    again.onclick = () => location.reload();
    if (!said) main.prepend((said = document.createElement('p')));
    said.className = 'noscript';
    said.dataset.what = what;
    said.setAttribute('role', 'alert');
    if (what === 'late' || !framed()) return said.replaceChildren(own[what] + ' ', again);
    // A frame may be allowed no windows, so the address is there to be copied.
    const alone = document.createElement('a');
    alone.href = alone.textContent = location.href;
    alone.target = '_blank';
    alone.rel = 'noopener';
    said.replaceChildren(own.alone + ' ', alone);
  }
  // A frame without an origin gets no modules from a host without CORS headers; a chapter's classic script it gets.
  const framed = () => self.origin === 'null' && document.querySelector('[data-tutorial]') !== null;
  const whenRead = (then) => (document.readyState === 'loading' ? addEventListener('DOMContentLoaded', then, { once: true }) : then());
  function lost({ target }) {
    if (target.localName !== 'script') return;
    if (target.type !== 'module') say('lost');
    else whenRead(() => (framed() ? begin() : say('lost')));
  }
  function begin() {
    if (instead) return;
    instead = document.createElement('script');
    instead.src = new URL('embed/chapter.js', root);
    document.head.append(instead);
  }
  const loaded = (event) => {
    come.add(event.target);
    if (said?.dataset.what === 'late' && !missing()) said.remove();
  };
  document.addEventListener('load', loaded, true);
  document.addEventListener('error', lost, true);
  addEventListener('unhandledrejection', (event) => {
    if (/module script|dynamically imported module/i.test(event.reason?.message)) say('lost');
  });
  setTimeout(() => missing() && say('late'), 15000);
})();
