import { LitElement, html, nothing } from 'lit';
import { property } from 'lit/decorators.js';
import type { Problem } from '../../engine/protocol.ts';
import { controlStyles } from '../../shell/control-styles.ts';
import type { ImagesTask, Preset, Spec } from '../../spec/types.ts';
import { digitsStrings as strings } from '../../strings/digits.ts';
import { digitsSettingsStrings as words } from '../../strings/digits-settings.ts';
import { choicesOf, presetField, settingField, type Settings } from '../frame/setting-field.ts';
import { declaration } from './declaration.mjs';
import { heldOutCount, moreSettings, settingChoices, trainCount } from './settings.ts';
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
  @property({ attribute: false }) presets!: readonly Preset[];
  @property({ attribute: false }) preset!: Preset;
  @property({ attribute: false }) spec!: Spec;
  @property({ attribute: false }) problem!: Problem | null;
  /** Weights and biases of the network; 0 when unknown. */
  @property({ attribute: false }) parameters!: number;
  /** Pictures of each label, loaded or not; null before they are known. */
  @property({ attribute: false }) countPerClass!: readonly number[] | null;
  /** The batch size that the reader wants and the pictures are too few for; 0 while they suffice. */
  @property({ attribute: false }) setAside!: number;

  override render() {
    const choose = (name: string) => this.dispatchEvent(new CustomEvent('choose-preset', { detail: name }));
    return html`${presetField(words.start, this.presets, this.preset, choose)} ${this.renderSource()} ${this.renderCounts()}
      <slot></slot>
      ${this.renderMore()}`;
  }

  private get settings(): Settings {
    return {
      draft: this.spec,
      problem: this.problem,
      controls: declaration.controls,
      words: strings,
      choices: settingChoices,
      refused: words.refused,
      change: (path, value) => {
        const detail: SettingChange = { path, value };
        this.dispatchEvent(new CustomEvent('change-setting', { detail }));
      },
    };
  }

  private renderSource() {
    const { source } = this.spec.task as ImagesTask;
    const own = choicesOf(words.ownSources).filter(({ value }) => value === source);
    return settingField(this.settings, 'task.source', { choices: [...choicesOf(strings.sources), ...own] });
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
    const hint = known ? `${words.trainHint} ${words.upTo(most)}` : words.trainHint;
    const slider = { min: least, max: Math.max(least + 1, most), scale: 'log', whole: true } as const;
    // The core knows what any set could hold; here it is known what this one does.
    const error = known && this.problem ? { error: words.refused(this.problem.value, words.whole(least, most)) } : {};
    return html`${settingField(this.settings, trainCount, { label: words.trainCount, hint, slider, ...error })}
      <p class="hint" role="status">${this.setAside > 0 ? words.batchSetAside(this.setAside) : ''}</p>
      ${settingField(this.settings, heldOutCount, { label: words.heldOutCount, hint: words.heldOutHint })}`;
  }

  private renderMore() {
    const refused = this.problem !== null && moreSettings.includes(this.problem.field);
    return html`<details ?open=${refused || nothing}>
      <summary>${words.settings}</summary>
      <div class="more">
        ${moreSettings.map((path) => settingField(this.settings, path))}
        ${
          this.parameters > 0
            ? html`<p class="hint">${words.parameters(this.parameters)}</p>`
            : nothing
        }
      </div>
    </details>`;
  }

  static override styles = [controlStyles, settingsStyles];
}

customElements.define('reprise-digits-settings', DigitsSettings);
