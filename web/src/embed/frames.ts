/**
 * A script of few lines for pages that hold Reprise iframes and may run scripts: gives each frame the height its
 * content asks for, within bounds. `<script src="…/embed/frames.js" async></script>`
 */
import { askedHeight, fromFrame } from './protocol.ts';

addEventListener('message', ({ data, source }: MessageEvent<unknown>) => {
  const message = fromFrame(data);
  const height = message && askedHeight(message);
  if (height === null) return;
  // Who speaks is known by the window alone, so that a frame can only change itself.
  for (const frame of document.querySelectorAll('iframe')) {
    if (frame.contentWindow === source) frame.style.height = `${height}px`;
  }
});
