/** What a spec has that its preset has not, as chapters, elements and worksheets write settings. */
import { fieldPaths, getField, sameValue } from './paths.ts';
import type { Spec } from './types.ts';

/** As in "network.gain=0.5 seed=3". */
export const settingsText = (spec: Spec, preset: Spec): string =>
  fieldPaths(spec)
    .filter((path) => !sameValue(getField(spec, path), getField(preset, path)))
    .map((path) => `${path}=${String(getField(spec, path))}`)
    .join(' ');
