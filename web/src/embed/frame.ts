/**
 * The inside of an iframe: embed.html shows one lab as its fragment says, tells the page around it what happens
 * (protocol.ts), and takes its commands.
 */
import type { RepriseLab } from './lab.ts';
import { addressLink } from '../spec/link-pairs.ts';
import { rawFromHash } from './options.ts';
import { clampHeight, enveloped, type LabMessage } from './protocol.ts';

/** embed.html says of itself that it is a frame. */
export const isFrame = () => document.documentElement.hasAttribute('data-reprise-frame');

/**
 * The page's policy names schemes, since nothing that could stand there means the site in every browser; from here on
 * it is the site alone. (A policy can be made stricter at any time, never looser.)
 */
export function narrowPolicy(): void {
  if (!location.protocol.startsWith('http')) return;
  const wide = document.querySelector<HTMLMetaElement>('meta[http-equiv="Content-Security-Policy"]')!;
  const narrow = document.createElement('meta');
  narrow.httpEquiv = wide.httpEquiv;
  narrow.content = wide.content.replaceAll('http: https: file:', location.origin);
  wide.after(narrow);
}

/**
 * Messages go to whoever has put up the frame, on whatever host: they say nothing that the page around may not know.
 * Canvas has a message of its own for heights.
 */
export function postToHost(message: LabMessage): void {
  if (parent === self) return;
  parent.postMessage(enveloped(message), '*');
  if (message.type === 'resized') {
    parent.postMessage({ subject: 'lti.frameResize', height: message.height }, '*');
  }
}

/** Commands are taken from the page around alone: other frames and windows have no say. */
export function listenToHost(receive: (data: unknown) => void): void {
  addEventListener('message', (event) => {
    if (event.source === parent && parent !== self) receive(event.data);
  });
}

export function showFrame(): void {
  const lab = document.createElement('reprise-lab') as RepriseLab;
  const apply = () => {
    const { preset, set, controls, theme, height, autorun } = rawFromHash(addressLink());
    const { dataset } = document.documentElement;
    if (theme === 'light' || theme === 'dark') dataset.theme = theme;
    else delete dataset.theme;
    Object.assign(lab, { preset, set, controls, theme, height });
    lab.autorun = autorun !== '' && autorun !== '0' && autorun !== 'false';
  };
  apply();
  addEventListener('hashchange', apply);
  lab.addEventListener('reprise', (event) => {
    const message = (event as CustomEvent<LabMessage>).detail;
    // Of the frame, with the little that is around the lab.
    const height = clampHeight(document.documentElement.getBoundingClientRect().height);
    postToHost(message.type === 'resized' ? { ...message, height } : message);
  });
  listenToHost((data) => lab.receive(data));
  document.querySelector('main')!.replaceChildren(lab);
}
