/** The lab's settings, each a function of the values it shows and of what is to be done with a new one. */
import { html, nothing } from 'lit';
import '../../shell/field.ts';
import type { Choice, FieldChange } from '../../shell/field.ts';
import { getField } from '../../spec/paths.ts';
import type { Spec } from '../../spec/types.ts';
import { planeStrings as words } from '../../strings/plane.ts';
import { declaration } from './declaration.mjs';
import { classesOf, mostClasses, type PlaneTask } from './points.ts';
import { shapes, type Shape } from './shapes.ts';
import { tools, type Tool } from './plane-input.ts';

export const speeds = [null, 400, 100, 20];

/** What a control shows, and whom it tells. */
export interface Settings {
  /** As they are wanted, refused or not. */
  draft: Spec;
  change: (path: string, value: unknown) => void;
}

type Path = keyof typeof declaration.controls;
const sliders = declaration.controls as Readonly<Record<string, { slider?: object }>>;

function field(settings: Settings, path: string, label: string, choices: readonly Choice[] | null = null, hint = '') {
  const { draft, change } = settings;
  return html`<reprise-field
    .label=${label}
    .hint=${hint}
    .value=${getField(draft, path) as string | number}
    .choices=${choices}
    .slider=${sliders[path]?.slider ?? null}
    @change-value=${(event: CustomEvent<FieldChange>) => change(path, event.detail.value)}
  ></reprise-field>`;
}

const choicesOf = <T extends string>(names: readonly T[], labels: Readonly<Record<T, string>>): Choice[] =>
  names.map((value) => ({ value, label: labels[value] }));

/** Shape of the points, and what of it can be set. */
export function dataPanel(settings: Settings, choose: (shape: Shape) => void, again: () => void) {
  const task = settings.draft.task as PlaneTask;
  const own = task.shape === 'own';
  const of = (path: Path, label: string) => field(settings, path, label);
  return html`<div class="data">
    <reprise-field
      class="shape"
      .label=${words.shape}
      .value=${task.shape}
      .choices=${choicesOf(shapes, words.shapes)}
      @change-value=${(event: CustomEvent<FieldChange>) => choose(event.detail.value as Shape)}
    ></reprise-field>
    ${own ? nothing : html`${of('task.count', words.count)} ${of('task.noise', words.noise)}`}
    ${of('task.held_out', words.heldOut)}
    ${own ? nothing : html`<button type="button" class="again" @click=${again}>${words.again}</button>`}
  </div>`;
}

export interface Hand {
  tool: Tool;
  brush: number;
}

/** What a press on the plane does, and with which class. */
export function handPanel(task: PlaneTask, hand: Hand, change: (hand: Hand) => void, classes: (count: number) => void) {
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
  </div>`;
}

/** Network, training and inputs. */
export function settingsPanel(settings: Settings) {
  const { draft, change } = settings;
  const task = draft.task as PlaneTask;
  const of = (path: Path, label: string, hint = '') => field(settings, path, label, null, hint);
  const batches: Choice[] = [...new Set([1, 8, 16, 32, 64, draft.training.batch])]
    .filter((size): size is number => typeof size === 'number')
    .sort((a, b) => a - b)
    .map((size) => ({ value: String(size), label: String(size) }));
  return html`<div class="settings">
    ${of('network.hidden_layers', words.layers)} ${of('network.width', words.width)}
    ${field(settings, 'network.activation', words.activation, choicesOf(['tanh', 'relu', 'leaky_relu', 'elu', 'silu', 'linear'], words.activations))}
    ${of('network.gain', words.gain, words.gainHint)}
    ${field(settings, 'training.optimizer', words.optimizer, choicesOf(['sgd', 'adam'], words.optimizers))}
    ${of('training.learning_rate', words.learningRate)}
    <reprise-field
      .label=${words.batch}
      .value=${String(draft.training.batch)}
      .choices=${[...batches, { value: 'full', label: words.batchAll }]}
      @change-value=${({ detail }: CustomEvent<FieldChange>) =>
        change('training.batch', detail.value === 'full' ? 'full' : Number(detail.value))}
    ></reprise-field>
    ${of('training.epochs', words.epochs)}
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
