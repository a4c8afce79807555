/** The controls of the lab where it is shown whole. */
import { html, nothing } from 'lit';
import type { Problem } from '../../engine/protocol.ts';
import '../../shell/field.ts';
import type { Choice, FieldChange, SliderRange } from '../../shell/field.ts';
import { getField } from '../../spec/paths.ts';
import type { Preset, Spec } from '../../spec/types.ts';
import { twoPointsStrings as words } from '../../strings/two-points.ts';
import { decoderGain } from './changes.ts';
import { declaration } from './declaration.mjs';
import { settingChoices, settingGroups } from './settings.ts';

const fields: Readonly<Record<string, string>> = words.fields;
const sliders: Readonly<Record<string, { slider?: SliderRange }>> = declaration.controls;

/** Where its words stand: "hiddenLayers" for "network.hidden_layers". */
const keyOf = (path: string) => path.split('.').at(-1)!.replace(/_(.)/g, (_, letter: string) => letter.toUpperCase());

const choicesOf = (labels: Readonly<Record<string, string>>): Choice[] =>
  Object.entries(labels).map(([value, label]) => ({ value, label }));

interface Changes {
  choosePreset: (name: string) => void;
  change: (path: string, value: unknown) => void;
}

/** base: the preset that the wanted settings, the draft, start from. A refused value stays in its control with the reason. */
export function settingsPanel(presets: readonly Preset[], base: Preset, draft: Spec, problem: Problem | null, to: Changes) {
  const setting = (path: string) => {
    // Networks of some kinds have fields of their own.
    if (getField(draft, path) === undefined) return nothing;
    const key = keyOf(path);
    return html`<reprise-field
      .label=${fields[key]!}
      .hint=${fields[`${key}Hint`] ?? ''}
      .value=${key === 'decoderGain' ? decoderGain(draft) : (getField(draft, path) as number | string)}
      .choices=${settingChoices[path] ? choicesOf(settingChoices[path]) : null}
      .slider=${sliders[path]?.slider ?? null}
      .error=${problem?.field === path ? words.refused(problem.value, problem.allowed) : ''}
      @change-value=${(event: CustomEvent<FieldChange>) => to.change(path, event.detail.value)}
    ></reprise-field>`;
  };
  return html`<aside class="panel settings">
    <h2>${words.settings}</h2>
    <reprise-field
      .label=${words.preset}
      .value=${base.name}
      .choices=${presets.map(({ name, title }) => ({ value: name, label: title }))}
      .hint=${base.summary}
      @change-value=${(event: CustomEvent<FieldChange>) => to.choosePreset(String(event.detail.value))}
    ></reprise-field>
    ${settingGroups.map(
      ([title, paths]) =>
        html`<fieldset>
          <legend>${title}</legend>
          ${paths.split(' ').map(setting)}
        </fieldset>`,
    )}
  </aside>`;
}
