/** The lab's settings, each a function of the values it shows and of what is to be done with a new one. */
import { html, nothing } from 'lit';
import '../../shell/field.ts';
import type { Choice, FieldChange } from '../../shell/field.ts';
import type { Spec } from '../../spec/types.ts';
import { planeShapes } from '../../strings/plane-shapes.ts';
import { planeStrings as words } from '../../strings/plane.ts';
import { settingField, type Settings } from '../frame/setting-field.ts';
import { declaration } from './declaration.mjs';
import { classesOf, mostClasses, type PlaneTask } from './points.ts';
import { layerFields } from './layer-fields.ts';
import { hasOwnLayers } from './layers.ts';
import { shapes, type Shape } from './shapes.ts';
import { tools, type Tool } from './plane-input.ts';

export const speeds = [null, 400, 100, 20];

/** The reader's settings; why some were refused is said above the lab. */
export const settingsOf = (draft: Spec, change: Settings['change']): Settings => ({
  draft,
  problem: null,
  controls: declaration.controls,
  words,
  choices: { 'network.activation': words.activations, 'training.optimizer': words.optimizers, 'training.loss': words.losses },
  refused: () => '',
  change,
});

/** Shape of the points, and what of it can be set. */
export function dataPanel(settings: Settings, choose: (shape: Shape) => void, again: () => void) {
  const task = settings.draft.task as PlaneTask;
  const own = task.shape === 'own';
  return html`<div class="data">
    <reprise-field
      class="shape"
      .label=${words.shape}
      .value=${task.shape}
      .choices=${shapes.map((value) => ({ value, label: planeShapes[value] }))}
      @change-value=${(event: CustomEvent<FieldChange>) => choose(event.detail.value as Shape)}
    ></reprise-field>
    ${own ? nothing : ['task.count', 'task.noise'].map((path) => settingField(settings, path))}
    ${settingField(settings, 'task.held_out')}
    ${own ? nothing : html`<button type="button" class="again" @click=${again}>${words.again}</button>`}
  </div>`;
}

export interface Hand {
  tool: Tool;
  brush: number;
  /** Whether the lines are drawn on which the layer's units are zero. */
  zeros: boolean;
}

interface HandActions {
  hand: (hand: Hand) => void;
  classes: (count: number) => void;
  removeAll: () => void;
}

/** What a press on the plane does, and with which class. */
export function handPanel(task: PlaneTask, hand: Hand, layer: number, { hand: change, classes, removeAll }: HandActions) {
  const count = classesOf(task);
  const segment = (pressed: boolean, label: unknown, act: () => void, name = '') =>
    html`<button type="button" class=${name} aria-pressed=${pressed} @click=${act}>${label}</button>`;
  return html`<div class="hand">
    <div class="segments" role="group" aria-label=${words.toolsLabel}>
      ${tools.map((tool) => segment(hand.tool === tool, words.tools[tool], () => change({ ...hand, tool })))}
    </div>
    ${
      count > 0
        ? html`<div class="segments" role="group" aria-label=${words.brushLabel}>
            ${Array.from({ length: count }, (_, kind) =>
              segment(
                hand.brush === kind,
                html`<span class="swatch" data-class=${kind} aria-hidden="true"></span>${words.className(kind)}`,
                () => change({ ...hand, brush: kind }),
                'class',
              ),
            )}
            ${count < mostClasses && task.shape === 'own' ? segment(false, words.moreClasses, () => classes(count + 1), 'more') : nothing}
          </div>`
        : html`<label class="inline brush"
            >${words.brushNumber}
            <input
              type="range"
              min="-1"
              max="1"
              step="0.1"
              .value=${String(hand.brush)}
              aria-valuetext=${String(hand.brush)}
              @input=${(event: Event) => change({ ...hand, brush: Number((event.target as HTMLInputElement).value) })}
            /><span class="number" aria-hidden="true">${hand.brush}</span></label
          >`
    }
    ${
      task.shape === 'own' && (task.points ?? []).length > 0
        ? html`<button type="button" class="remove-all" @click=${removeAll}>${words.removeAll}</button>`
        : nothing
    }
    <label class="inline"
      ><input
        type="checkbox"
        .checked=${hand.zeros}
        @change=${(event: Event) => change({ ...hand, zeros: (event.target as HTMLInputElement).checked })}
      />${words.zeroLines(layer + 1)}</label
    >
  </div>`;
}

const fields = [
  ...['hidden_layers', 'width', 'activation', 'gain'].map((name) => `network.${name}`),
  ...['optimizer', 'momentum', 'learning_rate', 'l1', 'l2', 'batch', 'epochs'].map((name) => `training.${name}`),
];

/** Adam has a momentum of its own, which cannot be set; what each layer has by itself is not set for all. */
function fieldsOf({ network, training }: Spec): string[] {
  const left = new Set([
    ...(training.optimizer === 'adam' ? ['training.momentum'] : []),
    ...(hasOwnLayers(network) ? ['network.width', 'network.activation'] : []),
  ]);
  return fields.filter((path) => !left.has(path));
}

/** Network, training and inputs. */
export function settingsPanel(settings: Settings, changeNetwork: (network: Spec['network']) => void) {
  const { draft, change } = settings;
  const task = draft.task as PlaneTask;
  const batches: Choice[] = [...new Set([1, 8, 16, 32, 64, draft.training.batch])]
    .filter((size): size is number => typeof size === 'number')
    .sort((a, b) => a - b)
    .map((size) => ({ value: String(size), label: String(size) }));
  const batch = settingField(
    { ...settings, change: (path, value) => change(path, value === 'full' ? value : Number(value)) },
    'training.batch',
    { value: String(draft.training.batch), choices: [...batches, { value: 'full', label: words.batchAll }] },
  );
  // Of numbers the cross-entropy is none.
  const losses = Object.entries(words.losses).filter(([name]) => classesOf(task) > 0 || name !== 'cross_entropy');
  const loss = settingField(settings, 'training.loss', {
    label: words.minimised,
    choices: losses.map(([value, label]) => ({ value, label })),
  });
  return html`<div class="settings">
    ${fieldsOf(draft).map((path) => (path === 'training.batch' ? batch : settingField(settings, path)))}
    ${loss} ${layerFields(draft.network, changeNetwork)}
    <fieldset class="features">
      <legend>${words.features}</legend>
      ${(Object.keys(words.featureNames) as (keyof typeof words.featureNames)[]).map(
        (name) =>
          html`<label
            ><input
              type="checkbox"
              .checked=${task.features.includes(name)}
              @change=${(event: Event) => {
                const on = (event.target as HTMLInputElement).checked;
                change('task.features', on ? [...task.features, name] : task.features.filter((other) => other !== name));
              }}
            />${words.featureNames[name]}</label
          >`,
      )}
    </fieldset>
  </div>`;
}
