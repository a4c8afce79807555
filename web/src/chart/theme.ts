import type { ClassColour } from './class-colours.ts';
import type { ColourName } from './series.ts';

/** Colours as the canvas needs them, resolved from the tokens for the theme in force. */
export interface ChartTheme {
  colour(name: ColourName | ClassColour): string;
  surface: string;
  ink: string;
  muted: string;
  grid: string;
  line: string;
  font: string;
  mathFont: string;
}

const probes = new WeakMap<ParentNode, HTMLElement>();

/** An element inside another's tree, to ask for colours there; before what is drawn, which is made anew from its beginning on. */
function probeIn(root: ParentNode): HTMLElement {
  let probe = probes.get(root);
  if (!probe) {
    probe = document.createElement('span');
    probe.hidden = true;
    probe.style.forcedColorAdjust = 'none';
    probes.set(root, probe);
    root.prepend(probe);
  }
  return probe;
}

/** What was read where, and when: asking for a colour makes the browser reckon all styles that have changed, there and then. */
const known = new WeakMap<ParentNode, { theme: ChartTheme; time: number; change: number }>();
/** Colours hold so long where nobody says that they have changed: a page around an embedded lab may not. */
const holdsMilliseconds = 1000;
/** Counts changes of the theme; -1 before anybody has asked. */
let changes = -1;

/** Hears of a change before whoever draws anew because of it: of listeners the first is called first. */
function watchChanges(): void {
  if (changes >= 0) return;
  changes = 0;
  listen(() => changes++);
}

/** The tokens where an element is drawn, since the theme of its surroundings holds there. */
export function readTheme({ renderRoot }: { renderRoot: ParentNode }): ChartTheme {
  watchChanges();
  const before = known.get(renderRoot);
  const time = performance.now();
  if (before?.change === changes && time - before.time < holdsMilliseconds) return before.theme;
  const theme = lookUp(renderRoot);
  if (renderRoot.isConnected) known.set(renderRoot, { theme, time, change: changes });
  return theme;
}

function lookUp(renderRoot: ParentNode): ChartTheme {
  const probe = probeIn(renderRoot);
  const style = getComputedStyle(probe);
  const cache = new Map<string, string>();
  const resolve = (token: string) => {
    let value = cache.get(token);
    if (value === undefined) {
      probe.style.color = `var(--${token})`;
      value = style.color;
      cache.set(token, value);
    }
    return value;
  };
  return {
    colour: resolve,
    surface: resolve('surface'),
    ink: resolve('ink'),
    muted: resolve('ink-muted'),
    grid: resolve('grid'),
    line: resolve('line-strong'),
    font: style.getPropertyValue('--font') || 'sans-serif',
    mathFont: style.getPropertyValue('--font-math') || 'serif',
  };
}

/** Calls back when the theme changes: by the toggle, by the system, and for print. */
export function onThemeChange(callback: () => void): () => void {
  watchChanges();
  return listen(callback);
}

function listen(callback: () => void): () => void {
  const queries = ['(prefers-color-scheme: dark)', 'print'].map((query) => matchMedia(query));
  for (const query of queries) query.addEventListener('change', callback);
  document.addEventListener('reprise-theme', callback);
  return () => {
    for (const query of queries) query.removeEventListener('change', callback);
    document.removeEventListener('reprise-theme', callback);
  };
}
