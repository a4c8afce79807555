/** Keys for the labs of a page: they go to the lab that has the focus, else to the one most in view. */
import { recall, store } from '../../shell/storage.ts';

export type Command =
  | 'run'
  | 'step'
  | 'reset'
  | 'new-seed'
  | 'slower'
  | 'faster'
  | 'compare'
  | 'undo'
  | 'redo'
  | 'help';

export interface Commanded {
  readonly host: HTMLElement;
  /** Returns whether it did something. */
  command(command: Command): boolean;
}

/** Single characters, which a reader may switch off; undo and redo carry Control and stay. */
export const keys: Readonly<Record<string, Command>> = {
  r: 'run',
  s: 'step',
  b: 'reset',
  n: 'new-seed',
  ',': 'slower',
  '.': 'faster',
  c: 'compare',
  '?': 'help',
};

const storageKey = 'reprise-shortcuts';
const labs = new Set<Commanded>();

export const shortcutsOn = () => recall(storageKey) !== 'off';
export const switchShortcuts = (on: boolean) => store(storageKey, on ? 'on' : 'off');

/** What has the focus, through shadow roots. */
function focused(): Element | null {
  let element = document.activeElement;
  while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
  return element;
}

function takesText(element: Element | null): boolean {
  if (!element) return false;
  if (element instanceof HTMLElement && element.isContentEditable) return true;
  if (element instanceof HTMLInputElement) {
    return !['button', 'checkbox', 'radio', 'range', 'file', 'submit', 'reset'].includes(element.type);
  }
  // Letters choose among a list's entries.
  return element instanceof HTMLTextAreaElement || element instanceof HTMLSelectElement;
}

function contains(host: Element, element: Element | null): boolean {
  for (let node: Node | null = element; node; node = node.parentNode ?? (node as ShadowRoot).host ?? null) {
    if (node === host) return true;
  }
  return false;
}

/** Height of an element within the window. */
function visibleHeight(element: Element): number {
  const { top, bottom } = element.getBoundingClientRect();
  return Math.max(0, Math.min(bottom, innerHeight) - Math.max(top, 0));
}

function meant(): Commanded | null {
  const element = focused();
  const all = [...labs];
  const holding = all.find(({ host }) => contains(host, element));
  if (holding) return holding;
  const seen = all.map((lab) => ({ lab, height: visibleHeight(lab.host) }));
  seen.sort((a, b) => b.height - a.height);
  return seen[0] && seen[0].height > 0 ? seen[0].lab : null;
}

function commandOf(event: KeyboardEvent): Command | null {
  if (event.altKey) return null;
  if (event.ctrlKey || event.metaKey) {
    const key = event.key.toLowerCase();
    if (key === 'z') return event.shiftKey ? 'redo' : 'undo';
    return key === 'y' && !event.shiftKey ? 'redo' : null;
  }
  return shortcutsOn() ? (keys[event.key.toLowerCase()] ?? null) : null;
}

function onKey(event: KeyboardEvent) {
  if (event.defaultPrevented || event.repeat || event.isComposing) return;
  const command = commandOf(event);
  // A text field has its own undo; an open dialog has the page's keys to itself.
  if (!command || takesText(focused()) || focused()?.closest('dialog')) return;
  if (meant()?.command(command)) event.preventDefault();
}

export function listen(lab: Commanded): () => void {
  if (labs.size === 0) document.addEventListener('keydown', onKey);
  labs.add(lab);
  return () => {
    labs.delete(lab);
    if (labs.size === 0) document.removeEventListener('keydown', onKey);
  };
}
