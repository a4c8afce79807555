/** The page on embedding: its examples are real, and loaded when asked for. */
import { embeddable, labKinds } from '../embed/catalogue.ts';
import { clampHeight, protocolVersion } from '../embed/protocol.ts';
import { siteRoot } from '../shell/root.ts';
import { shareStrings as words } from '../strings/share.ts';

const settings = 'network.width=100 training.learning_rate=0.03 training.epochs=2500 observe.every=9';

// Addresses in the examples are this site's own.
for (const place of document.querySelectorAll('.site')) place.textContent = siteRoot().href;

const list = document.querySelector('.kinds')!;
for (const { word, parts } of labKinds) {
  const entry = document.createElement('li');
  const code = (text: string) => Object.assign(document.createElement('code'), { textContent: text });
  const names = embeddable.filter(({ name }) => name.startsWith(`${word}/`));
  entry.append('Presets ');
  names.forEach(({ name }, k) => entry.append(k > 0 ? ', ' : '', code(name)));
  entry.append('.', document.createElement('br'), 'Parts ');
  parts.forEach((part, k) => entry.append(k > 0 ? ', ' : '', code(part), ` (${words.partNames[part] ?? part})`));
  entry.append('.');
  list.append(entry);
}

for (const example of document.querySelectorAll<HTMLElement>('.example')) {
  const said = example.querySelector<HTMLElement>('.said')!;
  example.querySelector('button')!.addEventListener('click', () => {
    const lab = example.dataset.example === 'frame' ? makeFrame(said) : makeElement(said);
    example.querySelector('picture')!.remove();
    example.querySelector('button')!.replaceWith(lab);
  });
}

const show = (said: HTMLElement, message: { type: string }) => {
  const text = JSON.stringify(message);
  said.textContent = text.length > 400 ? `${text.slice(0, 400)} …` : text;
};

function makeFrame(said: HTMLElement): HTMLElement {
  const frame = document.createElement('iframe');
  const hash = `#preset=xor/rich&${settings.replaceAll(' ', '&')}&controls=plane,loss`;
  frame.title = 'Reprise: XOR';
  frame.setAttribute('sandbox', 'allow-scripts');
  frame.src = new URL(`embed.html${hash}`, siteRoot()).href;
  addEventListener('message', ({ source, data }) => {
    if (source !== frame.contentWindow || data?.reprise !== protocolVersion) return;
    show(said, data);
    if (data.type === 'resized') frame.style.height = `${clampHeight(data.height)}px`;
  });
  return frame;
}

function makeElement(said: HTMLElement): HTMLElement {
  const script = document.createElement('script');
  script.src = new URL('embed/reprise.js', siteRoot()).href;
  document.head.append(script);
  const lab = document.createElement('reprise-lab');
  const attributes = {
    preset: 'two-points/default',
    set: 'network.width=100',
    controls: 'distances',
    height: '480',
  };
  for (const [name, value] of Object.entries(attributes)) lab.setAttribute(name, value);
  lab.addEventListener('reprise', (event) => show(said, (event as CustomEvent).detail));
  return lab;
}
