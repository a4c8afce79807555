/**
 * Tells whether an element can be seen: it is in view, and its tab is in front. Calls back with the first answer, and whenever
 * it changes; returns what ends the watch.
 */
export function watchSight(element: Element, callback: (seen: boolean) => void): () => void {
  let inView = false;
  let last: boolean | null = null;
  const report = () => {
    const seen = inView && !document.hidden;
    if (seen === last) return;
    last = seen;
    callback(seen);
  };
  const observer = new IntersectionObserver((entries) => {
    inView = entries.at(-1)!.isIntersecting;
    report();
  });
  observer.observe(element);
  document.addEventListener('visibilitychange', report);
  return () => {
    observer.disconnect();
    document.removeEventListener('visibilitychange', report);
  };
}
