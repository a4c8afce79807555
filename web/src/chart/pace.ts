/**
 * When charts are drawn: all that have something new in one frame, and together in at most a tenth of the page's time.
 * On a machine of two cores that draws without a graphics card, more would be taken from the network that trains.
 */

/** Between two drawings so many times what the last one took. */
const pauses = 9;

/** A frame in which charts have been drawn for so long leaves the others to the next: the reader's hand comes first. */
const frameMilliseconds = 20;

const waiting = new Set<() => void>();
let frame = 0;
let timer = 0;
let free = 0;

/** Draws soon; asked again before that, still once. */
export function drawPaced(draw: () => void): void {
  waiting.add(draw);
  if (frame || timer) return;
  const wait = free - performance.now();
  if (wait > 0) timer = window.setTimeout(ask, wait);
  else ask();
}

/** Not to be drawn any more. */
export function dropPaced(draw: () => void): void {
  waiting.delete(draw);
}

function ask(): void {
  timer = 0;
  frame = requestAnimationFrame(drawAll);
}

function drawAll(): void {
  frame = 0;
  const start = performance.now();
  for (const draw of waiting) {
    waiting.delete(draw);
    draw();
    if (performance.now() - start > frameMilliseconds) break;
  }
  if (waiting.size > 0) ask();
  // What the browser makes of it, the painting above all, comes after this; and a message after that.
  const { port1, port2 } = new MessageChannel();
  port1.onmessage = () => {
    port1.close();
    const now = performance.now();
    free = now + pauses * (now - start);
  };
  port2.postMessage(null);
}
