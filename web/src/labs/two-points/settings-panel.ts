/** The controls of the lab where it is shown whole. */
import { html } from 'lit';
import type { Preset } from '../../spec/types.ts';
import { twoPointsStrings as words } from '../../strings/two-points.ts';
import { presetField, settingField, type Settings } from '../frame/setting-field.ts';
import { decoderGain } from './changes.ts';
import { declaration } from './declaration.mjs';
import { settingChoices, settingGroups } from './settings.ts';

/** preset: what the wanted settings start from. */
export function settingsPanel(
  presets: readonly Preset[],
  preset: Preset,
  wanted: Pick<Settings, 'draft' | 'problem' | 'change'>,
  choosePreset: (name: string) => void,
) {
  const settings = { ...wanted, controls: declaration.controls, words: words.fields, choices: settingChoices, refused: words.refused };
  const setting = (path: string) =>
    settingField(settings, path, path === 'network.decoder_gain' ? { value: decoderGain(wanted.draft) } : {});
  return html`<aside class="panel settings">
    <h2>${words.settings}</h2>
    ${presetField(words.preset, presets, preset, choosePreset)}
    ${settingGroups.map(
      ([title, paths]) =>
        html`<fieldset>
          <legend>${title}</legend>
          ${paths.split(' ').map(setting)}
        </fieldset>`,
    )}
  </aside>`;
}
