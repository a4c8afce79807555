// Sets the reader's stored theme before the first paint. Storage may be refused; then the system decides.
(function () {
  try {
    var theme = localStorage.getItem('reprise-theme');
    if (theme === 'light' || theme === 'dark') document.documentElement.dataset.theme = theme;
  } catch (refused) {
    // As the system has it.
  }
})();
