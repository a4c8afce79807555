import { LitElement, html, nothing } from 'lit';
import type { Problem } from '../../engine/protocol.ts';
import { controlStyles } from '../../shell/control-styles.ts';
import '../../shell/field.ts';
import type { FieldChange } from '../../shell/field.ts';
import { getField } from '../../spec/paths.ts';
import type { ImagesTask, Preset, Spec } from '../../spec/types.ts';
import { digitsSettingsStrings as words } from '../../strings/digits-settings.ts';
import type { Control } from '../frame/declare.mjs';
import { declaration } from './declaration.mjs';
import { heldOutCount, moreSettings, sourceSetting, trainCount, type Setting } from './settings.ts';
import { settingsStyles } from './settings-styles.ts';
import { largestTrainCount } from './subset.ts';

export interface SettingChange {
  path: string;
  value: unknown;
}

/**
 * <reprise-digits-settings>: where to start from, how many pictures, and the rest closed at first.
 * Fires `change-setting` and `choose-preset`. A refused field shows the core's reason, and opens
 * the rest if it is there.
 */
export class DigitsSettings extends LitElement {
  static override properties = {
    presets: { attribute: false },
    preset: { attribute: false },
    spec: { attribute: false },
    problem: { attribute: false },
    parameters: { attribute: false },
    countPerClass: { attribute: false },
    setAside: { attribute: false },
  };
  declare presets: readonly Preset[];
  declare preset: Preset;
  declare spec: Spec;
  declare problem: Problem | null;
  /** Weights and biases of the network; 0 when unknown. */
  declare parameters: number;
  /** Pictures of each label, loaded or not; null before they are known. */
  declare countPerClass: readonly number[] | null;
  /** The batch size that the reader wants and the pictures are too few for; 0 while they suffice. */
  declare setAside: number;

  override render() {
    return html`<reprise-field
        .label=${words.start}
        .value=${this.preset.name}
        .choices=${this.presets.map(({ name, title }) => ({ value: name, label: title }))}
        .hint=${this.preset.summary}
        @change-value=${(event: CustomEvent<FieldChange>) =>
          this.dispatchEvent(
            new CustomEvent('choose-preset', { detail: String(event.detail.value) }),
          )}
      ></reprise-field>
      ${this.renderSource()} ${this.renderCounts()}
      <slot></slot>
      ${this.renderMore()}`;
  }

  private renderSource() {
    const { source } = this.spec.task as ImagesTask;
    const own = Object.entries(words.ownSources)
      .filter(([value]) => value === source)
      .map(([value, label]) => ({ value, label }));
    return this.renderSetting({
      ...sourceSetting,
      choices: [...(sourceSetting.choices ?? []), ...own],
    });
  }

  /** The most training pictures that there are beside those held out; NaN before it is known. */
  private get mostTrained(): number {
    const { classes, held_out_count } = this.spec.task as ImagesTask;
    const { countPerClass } = this;
    return countPerClass && Number.isInteger(held_out_count)
      ? largestTrainCount(countPerClass, classes, held_out_count)
      : NaN;
  }

  private renderCounts() {
    const task = this.spec.task as ImagesTask;
    const least = task.classes.length;
    const { mostTrained } = this;
    const known = mostTrained >= least;
    const most = known ? mostTrained : task.train_count;
    return html`${this.renderSetting({
      path: trainCount,
      label: words.trainCount,
      hint: known ? `${words.trainHint} ${words.upTo(most)}` : words.trainHint,
      slider: { min: least, max: Math.max(least + 1, most), scale: 'log', whole: true },
    })}
    <p class="hint" role="status">${this.setAside > 0 ? words.batchSetAside(this.setAside) : ''}</p>
    ${this.renderSetting({
      path: heldOutCount,
      label: words.heldOutCount,
      hint: words.heldOutHint,
    })}`;
  }

  private renderMore() {
    const refused = moreSettings.some(({ path }) => path === this.problem?.field);
    return html`<details ?open=${refused || nothing}>
      <summary>${words.settings}</summary>
      <div class="more">
        ${moreSettings
          .filter(({ applies }) => applies?.(this.spec) ?? true)
          .map((setting) => this.renderSetting(setting))}
        ${
          this.parameters > 0
            ? html`<p class="hint">${words.parameters(this.parameters)}</p>`
            : nothing
        }
      </div>
    </details>`;
  }

  private renderSetting({ path, label, hint, choices, slider }: Setting) {
    return html`<reprise-field
      data-path=${path}
      .label=${label}
      .hint=${hint ?? ''}
      .value=${getField(this.spec, path) as number | string}
      .choices=${choices ?? null}
      .slider=${slider ?? (declaration.controls as Readonly<Record<string, Control>>)[path]?.slider ?? null}
      .error=${this.refusalOf(path)}
      @change-value=${(event: CustomEvent<FieldChange>) => {
        const detail: SettingChange = { path, value: event.detail.value };
        this.dispatchEvent(new CustomEvent('change-setting', { detail }));
      }}
    ></reprise-field>`;
  }

  private refusalOf(path: string): string {
    const { problem, mostTrained } = this;
    if (problem?.field !== path) return '';
    const least = (this.spec.task as ImagesTask).classes.length;
    // The core knows what any set could hold; here it is known what this one does.
    const here = path === trainCount && mostTrained >= least;
    return words.refused(problem.value, here ? words.whole(least, mostTrained) : problem.allowed);
  }

  static override styles = [controlStyles, settingsStyles];
}

customElements.define('reprise-digits-settings', DigitsSettings);
