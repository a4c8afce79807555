/** Settings as fields: a list of paths in the spec is enough, and what a field shows is looked up. */
import { html, nothing } from 'lit';
import type { Problem } from '../../engine/protocol.ts';
import '../../shell/field.ts';
import type { Choice, FieldChange, SliderRange } from '../../shell/field.ts';
import { getField } from '../../spec/paths.ts';
import type { Preset, Spec } from '../../spec/types.ts';
import type { Control } from './declare.mjs';

export interface Settings {
  /** As they are wanted, refused or not. */
  draft: Spec;
  /** Why they were refused; said beside the field, whose refused value stays in it. */
  problem: Problem | null;
  /** The declaration's, for the sliders. */
  controls: Readonly<Record<string, Control>>;
  /** Labels by the field's own name ("hiddenLayers" for "network.hidden_layers"), and its hint with "Hint" behind. */
  words: Readonly<Record<string, unknown>>;
  /** What a field takes, in words, by path. */
  choices: Readonly<Record<string, Readonly<Record<string, string>>>>;
  refused: (value: string, allowed: string) => string;
  change: (path: string, value: unknown) => void;
}

/** What is other than it is looked up. */
interface Other {
  label?: string;
  hint?: string;
  value?: number | string;
  choices?: readonly Choice[];
  slider?: SliderRange;
  error?: string;
}

const nameOf = (path: string) => path.split('.').at(-1)!.replace(/_(.)/g, (_, letter: string) => letter.toUpperCase());

export const choicesOf = (labels: Readonly<Record<string, string>>): Choice[] =>
  Object.entries(labels).map(([value, label]) => ({ value, label }));

/** Nothing where these settings have no such field: networks of some kinds have fields of their own. */
export function settingField({ draft, problem, controls, words, choices, refused, change }: Settings, path: string, other: Other = {}) {
  const value = other.value ?? (getField(draft, path) as number | string | undefined);
  if (value === undefined) return nothing;
  const name = nameOf(path);
  const error = problem?.field === path ? (other.error ?? refused(problem.value, problem.allowed)) : '';
  return html`<reprise-field
    data-path=${path}
    .label=${other.label ?? words[name]}
    .hint=${other.hint ?? words[`${name}Hint`] ?? ''}
    .value=${value}
    .choices=${other.choices ?? (choices[path] ? choicesOf(choices[path]) : null)}
    .slider=${other.slider ?? controls[path]?.slider ?? null}
    .error=${error}
    @change-value=${(event: CustomEvent<FieldChange>) => change(path, event.detail.value)}
  ></reprise-field>`;
}

/** Where settings start from. */
export const presetField = (label: string, presets: readonly Preset[], preset: Preset, choose: (name: string) => void) =>
  html`<reprise-field
    .label=${label}
    .value=${preset.name}
    .choices=${presets.map(({ name, title }) => ({ value: name, label: title }))}
    .hint=${preset.summary}
    @change-value=${(event: CustomEvent<FieldChange>) => choose(String(event.detail.value))}
  ></reprise-field>`;
