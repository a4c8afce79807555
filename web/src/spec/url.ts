/**
 * A lab's state as a link: `#preset=two-points/default&network.gain=1.2&seed=3`, the preset's name (see `linkName`)
 * and the dotted path of each field that differs from it. Keys that are not fields are kept apart, for what a lab
 * shows rather than what it runs.
 */
import { pairsOf } from './link-pairs.ts';
import { fieldPaths, getField, sameValue, withField } from './paths.ts';
import { withNetworkKind } from './network-kind.ts';
import { linkName, presetInLink } from './presets.ts';
import type { NetworkKind, Preset, Spec } from './types.ts';

export interface LinkState {
  preset: Preset;
  spec: Spec;
  /** What the link says beside the spec: which lab of a chapter, how an embedded one looks, what a lab has besides its spec. */
  extras: Record<string, string>;
  /** What the link names that is not there; it is left out. */
  unknown: string[];
}

const beside = new Set(['lab', 'controls', 'theme', 'lang', 'height', 'autorun', 'networks']);

/** What version and kind of task a preset is cannot be changed by a link. */
const fixed = new Set(['version', 'task.kind']);

const reserved = 'preset';

function write(value: unknown): string {
  return Array.isArray(value) ? value.join(',') : String(value);
}

/** Where the preset has one word for all layers, a link may have a list with an entry for each. */
const byLayer = new Set(['network.widths', 'network.activations']);

/** Reads a value as the kind of thing the preset has there; what does not fit is left for the validator. */
function read(path: string, text: string, like: unknown): unknown {
  const number = (part: string) =>
    part.trim() !== '' && Number.isFinite(Number(part)) ? Number(part) : part;
  if (byLayer.has(path) && text.toLowerCase() === 'same') return 'same';
  if (Array.isArray(like) || byLayer.has(path)) return text === '' ? [] : text.split(',').map(number);
  // Words of a spec have no capitals.
  return number(text.toLowerCase());
}

/** Keeps links readable: of the characters a fragment may hold, only these would be misread. */
function escapePart(text: string): string {
  return encodeURIComponent(text).replaceAll('%2F', '/').replaceAll('%2C', ',').replaceAll('%3A', ':').replaceAll('%40', '@');
}

export function hashFromSpec(
  spec: Spec,
  preset: Preset,
  extras: Readonly<Record<string, string>> = {},
): string {
  const parts = [[reserved, linkName(preset)]];
  for (const path of fieldPaths(spec)) {
    if (fixed.has(path)) continue;
    const value = getField(spec, path);
    if (!sameValue(value, getField(preset.spec, path))) parts.push([path, write(value)]);
  }
  parts.push(...Object.entries(extras));
  return '#' + parts.map(([key, value]) => `${escapePart(key!)}=${escapePart(value!)}`).join('&');
}

/**
 * Reads a link, however it was escaped on the way (link-pairs.ts). Without a preset that is known, the first given one is
 * meant.
 */
export function specFromHash(hash: string, presets: readonly Preset[]): LinkState {
  const pairs = pairsOf(hash);
  const wanted = pairs.get(reserved);
  const named = presetInLink(wanted?.toLowerCase() ?? '', presets);
  const preset = named ?? presets[0]!;
  // Which fields there are depends on the kind of network, wherever in the link it stands.
  const kind = (pairs.get('network.kind')?.toLowerCase() ?? preset.spec.network.kind) as NetworkKind;
  const start = withNetworkKind(preset.spec, kind);
  const fields = new Set(fieldPaths(start));
  const state: LinkState = { preset, spec: start, extras: {}, unknown: [] };
  if (wanted !== undefined && !named) state.unknown.push(wanted);
  for (const [key, text] of pairs) {
    if (key === reserved) continue;
    const known = fields.has(key) ? getField(start, key) : undefined;
    if (known !== undefined && !fixed.has(key)) state.spec = withField(state.spec, key, read(key, text, known));
    else if (beside.has(key)) state.extras[key] = text;
    else if (String(known) !== text) state.unknown.push(key);
  }
  return state;
}
