/**
 * Tells whether an element can be seen: it is in view, and its tab is in front. Calls back with the first answer, and whenever
 * it changes; returns what ends the watch.
 */
export function watchSight(element: Element, callback: (seen: boolean) => void): () => void {
  let inView = false;
  let said: boolean | null = null;
  const say = () => {
    const seen = inView && !document.hidden;
    if (seen === said) return;
    said = seen;
    callback(seen);
  };
  const observer = new IntersectionObserver((entries) => {
    inView = entries.at(-1)!.isIntersecting;
    say();
  });
  observer.observe(element);
  document.addEventListener('visibilitychange', say);
  return () => {
    observer.disconnect();
    document.removeEventListener('visibilitychange', say);
  };
}
