/** The page on embedding: its examples are real, and loaded when asked for. */
import { embeddable, labKinds } from '../embed/catalogue.ts';
import { askedHeight, fromFrame } from '../embed/protocol.ts';
import { siteRoot } from '../shell/root.ts';
import { shareStrings as words } from '../strings/share.ts';

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
  const output = example.querySelector<HTMLElement>('.output')!;
  example.querySelector('button')!.addEventListener('click', () => {
    // The code stands in the part of the text before the figure, under the heading of its name.
    const code = example.previousElementSibling!.querySelector('pre')!.textContent;
    const lab = (example.dataset.example === 'frame' ? loadFrame : loadElement)(code, output);
    example.querySelector('picture')!.remove();
    example.querySelector('button')!.replaceWith(lab);
  });
}

const show = (output: HTMLElement, message: unknown) => {
  const text = JSON.stringify(message);
  output.textContent = text.length > 400 ? `${text.slice(0, 400)} …` : text;
};

/** The element whose tag a piece of code begins or goes on with, so that what is loaded is what is shown. */
function written<N extends 'iframe' | 'reprise-lab'>(name: N, code: string): N extends 'iframe' ? HTMLIFrameElement : HTMLElement {
  const element = document.createElement(name);
  const [, tag] = new RegExp(`<${name}\\s([^>]*)>`).exec(code)!;
  for (const [, attribute, value] of tag!.matchAll(/([\w-]+)="([^"]*)"/g)) {
    if (attribute !== 'style') element.setAttribute(attribute!, value!.replaceAll('&amp;', '&'));
  }
  return element as ReturnType<typeof written<N>>;
}

function loadFrame(code: string, output: HTMLElement): HTMLElement {
  const frame = written('iframe', code);
  frame.setAttribute('sandbox', 'allow-scripts');
  addEventListener('message', ({ source, data }: MessageEvent<unknown>) => {
    const message = source === frame.contentWindow ? fromFrame(data) : null;
    if (!message) return;
    show(output, message);
    const height = askedHeight(message);
    if (height !== null) frame.style.height = `${height}px`;
  });
  return frame;
}

function loadElement(code: string, output: HTMLElement): HTMLElement {
  const script = document.createElement('script');
  script.src = new URL('embed/reprise.js', siteRoot()).href;
  document.head.append(script);
  const lab = written('reprise-lab', code);
  lab.addEventListener('reprise', (event) => show(output, (event as CustomEvent<unknown>).detail));
  return lab;
}
