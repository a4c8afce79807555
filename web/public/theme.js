// What must be known before the first paint: the reader's stored theme, and whether the page is read from its top.
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
