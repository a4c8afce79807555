/**
 * A script of few lines for pages that hold Reprise iframes and may run scripts: gives each frame the height its
 * content asks for, within bounds. `<script src="…/embed/frames.js" async></script>`
 */
import { clampHeight, protocolVersion } from './protocol.ts';

addEventListener('message', ({ data, source }) => {
  if (typeof data !== 'object' || data === null || data.reprise !== protocolVersion) return;
  if (data.type !== 'resized' || !Number.isFinite(data.height)) return;
  // Who speaks is known by the window alone, so that a frame can only change itself.
  for (const frame of document.querySelectorAll('iframe')) {
    if (frame.contentWindow === source) frame.style.height = `${clampHeight(data.height)}px`;
  }
});
