/**
 * Lets a worker's waiting messages in between two pieces of work.
 *
 * A message to oneself costs next to nothing where it stays in the worker, but WebKit sends it by way of the page's
 * thread: while the page draws, the worker would stand still. A timer depends on no other thread, but waits some
 * milliseconds once it is used often. So both are asked, and the first one counts.
 */
export function soonInWorker(): (callback: () => void) => void {
  const { port1, port2 } = new MessageChannel();
  let next: (() => void) | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;
  /** A message that comes late is waited for before the next is sent, lest they pile up. */
  let underWay = false;

  const goOn = () => {
    clearTimeout(timer);
    const callback = next;
    next = null;
    callback?.();
  };
  port1.onmessage = () => {
    underWay = false;
    goOn();
  };
  /** One callback waits at a time: a later one takes the place of an earlier. */
  return (callback) => {
    clearTimeout(timer);
    next = callback;
    timer = setTimeout(goOn, 0);
    if (underWay) return;
    underWay = true;
    port2.postMessage(null);
  };
}
