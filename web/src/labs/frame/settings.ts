/** Settings as tutorials write them, "network.gain=0.85 seed=3", over a preset or another spec. */
import { getField, withField } from '../../spec/paths.ts';
import { findPreset } from '../../spec/presets.ts';
import type { Spec } from '../../spec/types.ts';

/** A preset's spec; throws for an unknown name. */
export function presetSpec(name: string): Spec {
  const preset = findPreset(name);
  if (!preset) throw new Error(`There is no preset named ${name}.`);
  return preset.spec;
}

/** The spec with settings applied; a setting that names no field is left out. */
export function withSettings(spec: Spec, settings: string): Spec {
  return settings
    .split(/[\s&]+/)
    .filter(Boolean)
    .reduce((changed, setting) => {
      const equals = setting.indexOf('=');
      const [path, text] = [setting.slice(0, equals), setting.slice(equals + 1)];
      if (equals < 1 || getField(spec, path) === undefined) return changed;
      const list = Array.isArray(getField(spec, path));
      return withField(changed, path, list ? text.split(',').map(read) : read(text));
    }, spec);
}

function read(text: string): number | string {
  const number = Number(text);
  return text !== '' && Number.isFinite(number) ? number : text;
}
