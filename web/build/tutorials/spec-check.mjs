// Checks the settings that a tutorial gives to a lab: a preset's name and fields set over it.

import { Ajv } from 'ajv';
import { oneOf } from './failures.mjs';

/** Knows the presets and the schema of the experiment spec. */
export class SpecChecker {
  /**
   * @param {{ presets: { name: string, spec: object }[] }} presetFile
   * @param {object | null} schema JSON Schema of the spec; without one only the fields' names are checked.
   */
  constructor(presetFile, schema) {
    this.presets = new Map(presetFile.presets.map((preset) => [preset.name, preset]));
    this.validate = schema ? new Ajv({ allErrors: true, strict: false }).compile(schema) : null;
  }

  /** The kind of task of a preset, as "xor", or undefined for an unknown preset. */
  kindOf(presetName) {
    return this.presets.get(presetName)?.spec.task.kind;
  }

  /** A message when there is no such preset, else null. */
  presetFault(name) {
    if (this.presets.has(name)) return null;
    return `unknown preset "${name}"; there are ${oneOf(this.presets.keys())}`;
  }

  /**
   * Checks settings such as "network.gain=1.2 seed=3" over a preset.
   * @returns {string[]} messages, none when all is well
   */
  settingFaults(presetName, settings) {
    const preset = this.presets.get(presetName);
    if (!preset) return [this.presetFault(presetName)];
    const spec = withUnsaid(structuredClone(preset.spec));
    const faults = [];
    for (const part of settings.split(/\s+/).filter(Boolean)) {
      const [path, text] = splitSetting(part);
      if (text === undefined) faults.push(`cannot read the setting "${part}"; write field=value`);
      else if (!assign(spec, path, text)) faults.push(unknownField(path, spec));
    }
    if (faults.length === 0 && this.validate && !this.validate(spec)) {
      for (const error of this.validate.errors) {
        if (error.keyword === 'oneOf' || error.keyword === 'if') continue;
        const field = error.instancePath.slice(1).replaceAll('/', '.');
        faults.push(`${field || 'the spec'} ${error.message}${allowed(error)}`);
      }
    }
    return faults;
  }
}

/** With the fields that presets leave out where they say nothing new (web/src/spec/presets.ts). */
function withUnsaid({ task, network, ...rest }) {
  const targets = task.kind === 'two_points' && { targets: 'paper' };
  const widths = network.kind === 'mlp' && { widths: 'same' };
  const unsaid = { decoder_gain: 'same', dropout: 0, input_dropout: 0, activations: 'same', ...widths };
  const training = { momentum: 0, l1: 0, l2: 0, ...rest.training };
  return { ...rest, task: { ...targets, ...task }, network: { ...unsaid, ...network }, training };
}

/** "network.gain=0.85" as path and value. */
export function splitSetting(text) {
  const equals = text.indexOf('=');
  return equals < 1 ? [text, undefined] : [text.slice(0, equals), text.slice(equals + 1)];
}

function assign(spec, path, text) {
  const keys = path.split('.');
  const last = keys.pop();
  let place = spec;
  for (const key of keys) place = place?.[key];
  if (typeof place !== 'object' || place === null || !(last in place)) return false;
  // As in a link (web/src/spec/url.ts): "0,3" where the preset has a list.
  // "same", where each layer may have its own.
  const list = Array.isArray(place[last]) || (place[last] === 'same' && text.includes(','));
  place[last] = list ? text.split(',').map(parseValue) : parseValue(text);
  return true;
}

function parseValue(text) {
  const number = Number(text);
  return text !== '' && Number.isFinite(number) ? number : text;
}

function unknownField(path, spec) {
  return `unknown field "${path}"; there are ${oneOf(fieldPaths(spec))}`;
}

function fieldPaths(value, prefix = '') {
  return Object.entries(value).flatMap(([key, inner]) =>
    typeof inner === 'object' && inner !== null && !Array.isArray(inner)
      ? fieldPaths(inner, `${prefix}${key}.`)
      : [`${prefix}${key}`],
  );
}

function allowed(error) {
  const values = error.params?.allowedValues;
  return values ? `: ${values.join(', ')}` : '';
}
