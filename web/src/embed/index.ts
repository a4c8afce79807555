/**
 * The package as a module: importing it defines <reprise-lab>. The default export is an anywidget (its `render`),
 * as MyST documents, Jupyter and marimo notebooks take it.
 */
import './labs.ts';
import type { RepriseLab } from './lab.ts';
import { linkName } from '../spec/presets.ts';
import { embeddable, kindOf } from './catalogue.ts';

export { RepriseLab } from './lab.ts';
export { setSite } from './root.ts';
export * from './protocol.ts';

/** What can be embedded: each preset, with the parts that `controls` may name. */
export const presets: readonly { name: string; title: string; controls: readonly string[] }[] =
  embeddable.map((preset) => ({
    name: linkName(preset),
    title: preset.title,
    controls: kindOf(preset.name)!.parts,
  }));

/** The part of an anywidget's model that is read: options by name, as the attributes of the element. */
interface Model {
  get(name: string): unknown;
  on?(event: string, callback: () => void): void;
  off?(event: string, callback: () => void): void;
}

const attributes = ['preset', 'set', 'controls', 'theme', 'height', 'site'] as const;

function render({ model, el }: { model: Model; el: HTMLElement }): () => void {
  const lab = document.createElement('reprise-lab') as RepriseLab;
  const take = (name: (typeof attributes)[number]) => {
    const value = model.get(name);
    if (typeof value === 'string' || typeof value === 'number') lab.setAttribute(name, String(value));
  };
  const stop = attributes.map((name) => {
    const follow = () => take(name);
    follow();
    model.on?.(`change:${name}`, follow);
    return () => model.off?.(`change:${name}`, follow);
  });
  lab.autorun = Boolean(model.get('autorun'));
  el.append(lab);
  return () => {
    stop.forEach((end) => end());
    lab.remove();
  };
}

export default { render };
