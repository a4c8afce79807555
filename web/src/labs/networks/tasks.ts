/** The tasks that the lab takes, and what of each its reader sets. */
import { html, nothing } from 'lit';
import '../../shell/field.ts';
import type { Spec } from '../../spec/types.ts';
import { networksStrings as words } from '../../strings/networks.ts';
import { planeShapes } from '../../strings/plane-shapes.ts';
import { choicesOf, settingField, type Settings } from '../frame/setting-field.ts';
import { mostPoints } from './looks.ts';

const { own: _own, surface: _surface, ...shapes } = planeShapes;

/** The digits to tell apart, as boxes to tick. */
function classesField(chosen: readonly number[], change: (classes: number[]) => void) {
  const toggled = (label: number) => (chosen.includes(label) ? chosen.filter((one) => one !== label) : [...chosen, label].sort((a, b) => a - b));
  return html`<fieldset class="classes">
    <legend>${words.classes}</legend>
    ${Array.from(
      { length: 10 },
      (_, label) => html`<label class="inline">
        <input type="checkbox" .checked=${chosen.includes(label)} ?disabled=${chosen.length <= 2 && chosen.includes(label)} @change=${() => change(toggled(label))} />
        ${label}
      </label>`,
    )}
  </fieldset>`;
}

export function taskFields(settings: Settings) {
  const { task } = settings.draft;
  if (task.kind === 'plane') {
    return html`<reprise-field
        data-path="task.shape"
        .label=${words.shape}
        .value=${task.shape}
        .choices=${choicesOf(shapes)}
        @change-value=${(event: CustomEvent<{ value: string }>) => settings.change('task.shape', event.detail.value)}
      ></reprise-field>
      ${settingField(settings, 'task.noise')}`;
  }
  if (task.kind === 'images') return html`${classesField(task.classes, (classes) => settings.change('task.classes', classes))} ${settingField(settings, 'task.train_count')}`;
  if (task.kind === 'two_points') return html`${settingField(settings, 'task.dx2')} ${settingField(settings, 'task.dy2')}`;
  return nothing;
}

/** At which points layers are compared, in words. */
export function sample({ task }: Spec, points: number): string {
  if (task.kind === 'two_points') return words.sampleTwo;
  if (task.kind === 'images') return words.sampleDigits(Math.min(mostPoints, points), points);
  return words.sample(Math.min(mostPoints, points), points);
}
