/** The texts that put a lab into somebody's page, paper or notebook. */
import { version } from '../../../package.json';
import { linkName } from '../spec/presets.ts';
import { settingsText } from '../spec/settings-text.ts';
import { specFromHash } from '../spec/url.ts';
import type { Preset, Spec } from '../spec/types.ts';
import { escape, frameCode, framesScript } from './frame-code.ts';
import { pytorchScript } from './pytorch.ts';

export interface Shared {
  /** The site's address, with its slash. */
  site: string;
  /** The lab's own page, as in "two-points.html", and what its link carries besides the settings. */
  page: string;
  extras: Readonly<Record<string, string>>;
  /** The settings as a link's fragment, and the preset they rest on. */
  hash: string;
  preset: Preset;
  /** Parts to show; empty for all. */
  controls: readonly string[];
  theme: string;
  /** CSS pixels kept free before the lab has said its own height. */
  height: number;
  /** The stored figure nearest to it, as in "xor-rich.svg". */
  still: string;
}

export type Format = 'iframe' | 'element' | 'myst' | 'sphinx' | 'quarto' | 'picture' | 'bibtex' | 'pytorch';
export const formats: readonly Format[] = ['iframe', 'element', 'myst', 'sphinx', 'quarto', 'picture', 'bibtex', 'pytorch'];
/** Formats that show a part of the lab, with choices of their own. */
export const hasLook = (format: Format): boolean => !['picture', 'bibtex', 'pytorch'].includes(format);

/** The settings that are shared. */
export const specOf = ({ hash, preset }: Pick<Shared, 'hash' | 'preset'>): Spec => specFromHash(hash, [preset]).spec;

/** The lab's page with these settings. */
export function linkOf({ site, page, hash, extras }: Shared): string {
  const more = Object.entries(extras).map(([key, value]) => `&${key}=${value}`);
  return new URL(page + hash + more.join(''), site).href;
}

function frameAddress({ site, hash, controls, theme }: Shared): string {
  const parts = [
    controls.length > 0 ? `&controls=${controls.join(',')}` : '',
    theme === 'auto' ? '' : `&theme=${theme}`,
  ];
  return new URL(`embed.html${hash}${parts.join('')}`, site).href;
}

const titleOf = ({ preset }: Shared) => `Reprise: ${preset.title}`;

const iframe = (shared: Shared) => frameCode(frameAddress(shared), titleOf(shared), shared.height);

/** Attributes of the element, or the model of the widget. */
function attributes({ hash, preset, controls, theme, height }: Shared): [string, string][] {
  const set = settingsText(specOf({ hash, preset }), preset.spec);
  const all: [string, string][] = [
    ['preset', linkName(preset)],
    ['set', set],
    ['controls', controls.join(' ')],
    ['theme', theme === 'auto' ? '' : theme],
    ['height', String(height)],
  ];
  return all.filter(([, value]) => value !== '');
}

const stillAddress = ({ site, still }: Shared) => new URL(`embed/stills/${still}`, site).href;

function picture(shared: Shared): string {
  return `<a href="${escape(linkOf(shared))}"><img src="${stillAddress(shared)}" alt="${escape(titleOf(shared))}" width="640"></a>`;
}

/** TeX gives these a meaning of their own; within \\url only a percent sign and a hash have one, and hyperref takes both. */
const tex = (text: string) => text.replaceAll(/[&%$#_{}]/g, '\\$&');

function bibtex(shared: Shared): string {
  return `@misc{reprise-${shared.preset.name.replaceAll(/[^a-z0-9]+/g, '-')},
  title = {{${tex(titleOf(shared))}}},
  year = {${new Date().getFullYear()}},
  howpublished = {\\url{${linkOf(shared)}}},
  note = {Interactive lab, version ${version}; the link gives the same numbers on every machine},
}
@inproceedings{vanrossem2024when,
  title = {When Representations Align: Universality in Representation Learning Dynamics},
  author = {van Rossem, Loek and Saxe, Andrew M.},
  booktitle = {International Conference on Machine Learning},
  year = {2024},
}`;
}

export function snippet(format: Format, shared: Shared): string {
  const script = new URL('embed/reprise.js', shared.site).href;
  switch (format) {
    case 'iframe':
      return `${iframe(shared)}\n${framesScript(shared.site)}`;
    case 'element': {
      const given = attributes(shared).map(([name, value]) => `${name}="${escape(value)}"`);
      return `<script src="${script}" defer></script>\n<reprise-lab ${given.join(' ')}>\n  ${picture(shared)}\n</reprise-lab>`;
    }
    case 'myst': {
      const model = JSON.stringify(
        { ...Object.fromEntries(attributes(shared)), site: shared.site },
        null,
        2,
      );
      return `\`\`\`{anywidget} ${new URL('embed/reprise.mjs', shared.site).href}\n${model}\n\`\`\``;
    }
    case 'sphinx':
      return `\`\`\`{raw} html\n${iframe(shared)}\n\`\`\``;
    case 'quarto':
      return `::: {.content-visible when-format="html"}\n\`\`\`{=html}\n${iframe(shared)}\n\`\`\`\n:::\n\n::: {.content-hidden when-format="html"}\n[![${titleOf(shared)}](${stillAddress(shared)})](${linkOf(shared)})\n:::`;
    case 'picture':
      return picture(shared);
    case 'bibtex':
      return bibtex(shared);
    case 'pytorch':
      return pytorchScript(specOf(shared), shared.preset, linkOf(shared));
  }
}
