import { LitElement, html, nothing } from 'lit';
import { property, state } from 'lit/decorators.js';
import '../../chart/chart.ts';
import { classColour, classColours } from '../../chart/class-colours.ts';
import '../../chart/cloud.ts';
import type { Series } from '../../chart/series.ts';
import { onThemeChange, readTheme } from '../../chart/theme.ts';
import type { Gathering } from '../../engine/protocol.ts';
import { controlStyles } from '../../shell/control-styles.ts';
import { formatNumber } from '../../shell/format.ts';
import { digitsCloudStrings as words } from '../../strings/digits-cloud.ts';
import { drawnSeries, type Drawing } from '../frame/drawing.ts';
import { scrubber, scrubberStyles } from '../frame/scrubber.ts';
import { sliderStyles } from '../frame/slider.ts';
import { cloudStyles } from './cloud-styles.ts';
import { cloudOf, nearest, nearestInput } from './cloud-shown.ts';
import './digit-image.ts';
import { drawPicture } from './digit-image.ts';
import { LayerClouds, neighboursFound, pictureCounts, type LayerFrame } from './layer-clouds.ts';
import type { TrainingPicture } from './pair-picker.ts';
import { taskOf } from './picture-sets.ts';
import type { DigitsRun } from './run.ts';

/** Has the layers of a run followed from now on. */
export function follow(run: DigitsRun, changed: () => void): void {
  run.clouds ??= new LayerClouds(run, changed);
}

const percent = (share: number) => Math.round(100 * share);
const layerColours = ['point-1', 'point-2', 'h', 'point-3', 'ink-muted'] as const;

/**
 * <reprise-digits-cloud>: the points that a hidden layer makes of training pictures, while it learns, and how they gather by class.
 * A picture under the pointer, or chosen by its number, is shown with those nearest to it in the layer and as pictures. Fires
 * `observe` with the number of a hidden layer.
 */
export class DigitsCloud extends LitElement {
  @property({ attribute: false }) run!: DigitsRun;
  /** Counts what is new in the run's clouds. */
  @property({ attribute: false }) moment = 0;
  @property({ attribute: false }) layer = 0;
  /** What each label stands for. */
  @property({ attribute: false }) names: readonly string[] = [];
  @property({ attribute: false }) drawings: readonly Drawing[] = [];
  /** A training picture, by its index. */
  @property({ attribute: false }) picture: (index: number) => TrainingPicture | null = () => null;
  /** Of the moments kept, the one that is shown; null for the latest. */
  @state() frame: number | null = null;
  @state() flat = false;
  /** The picture looked at. */
  @state() point = 0;

  private readonly drawn = new Map<number, HTMLCanvasElement>();
  private drawnBy: unknown = null;
  private known: { key: readonly unknown[]; cloud: ReturnType<typeof cloudOf> } | null = null;
  private stop = () => {};

  override connectedCallback() {
    super.connectedCallback();
    this.stop = onThemeChange(() => {
      this.drawn.clear();
      this.known = null;
      this.requestUpdate();
    });
  }

  override disconnectedCallback() {
    super.disconnectedCallback();
    this.stop();
  }

  private get clouds(): LayerClouds {
    return this.run.clouds!;
  }

  private get frames(): readonly LayerFrame[] {
    return this.clouds.frames.of(this.layer);
  }

  private get shownIndex(): number {
    return Math.min(this.frame ?? Infinity, this.frames.length - 1);
  }

  private get shown(): LayerFrame | undefined {
    return this.frames[this.shownIndex];
  }

  override render() {
    const { failure } = this.clouds;
    const { shown, frames } = this;
    return html`${this.controls()}
      ${failure ? html`<p class="notice" role="alert">${words.failed} ${failure}</p>` : nothing}
      ${shown
        ? html`<div class="views">${this.cloud(shown)} ${this.details(shown)}</div>
            ${scrubber(words.shown, frames.map(({ epoch }) => epoch), this.shownIndex, (index) => this.showFrame(index), words)}
            <div class="charts">${this.charts()}</div>`
        : failure
          ? nothing
          : html`<p class="hint">${words.waiting}</p>`}`;
  }

  private showFrame(index: number) {
    this.frame = index >= this.frames.length - 1 ? null : index;
  }

  private controls() {
    const { hidden_layers: layers } = this.run.spec.network;
    const segments = <T>(label: string, values: readonly T[], now: T, text: (value: T) => string, choose: (value: T) => void) =>
      html`<div class="choice" role="group" aria-label=${label}>
        <span class="label" aria-hidden="true">${label}</span>
        <div class="segments">
          ${values.map(
            (value) =>
              html`<button type="button" aria-pressed=${value === now} @click=${() => choose(value)}>${text(value)}</button>`,
          )}
        </div>
      </div>`;
    return html`<div class="controls">
      ${segments(words.layer, Array.from({ length: layers }, (_, k) => k), this.layer, (k) => String(k + 1), (k) =>
        this.dispatchEvent(new CustomEvent<number>('observe', { detail: k })),
      )}
      ${segments(words.dimensions, [2, 3], this.flat ? 2 : 3, String, (to) => (this.flat = to === 2))}
      ${segments(words.pictures, pictureCounts, this.clouds.countWanted, String, (to) => {
        this.frame = null;
        this.clouds.show(to);
        this.requestUpdate();
      })}
    </div>`;
  }

  /** Of each picture the place of its class, as they are dealt. */
  private get classes(): number[] {
    const { classes } = taskOf(this.run.spec);
    return Array.from({ length: this.clouds.count }, (_, k) => k % classes.length);
  }

  private nameOf(label: number): string {
    return this.names[label] ?? String(label);
  }

  private cloud(frame: LayerFrame) {
    const { classes: labels } = taskOf(this.run.spec);
    const dimensions = this.flat ? 2 : 3;
    const share = percent(frame.explained.slice(0, dimensions).reduce((a, b) => a + b, 0));
    const points = frame.coordinates.length / 3;
    const { countWanted } = this.clouds;
    const fewer = points < Math.min(countWanted, this.run.subset?.train.length ?? 0);
    return html`<div class="cloud">
      <reprise-cloud
        facing
        .heading=${words.heading(this.layer)}
        .cloud=${this.painted(frame)}
        .description=${words.describe(Math.floor(frame.epoch), this.layer, formatNumber(frame.spread, 2))}
        .note=${[words.note(points, dimensions, share), ...(fewer ? [words.fewer(countWanted)] : []), words.enlarge].join(' ')}
        @reprise-point=${({ detail }: CustomEvent<number>) => detail >= 0 && (this.point = detail)}
      ></reprise-cloud>
      <ul class="legend">
        ${labels.map((label, place) => html`<li><i style="background: var(--${classColour(place)})"></i>${this.nameOf(label)}</li>`)}
      </ul>
    </div>`;
  }

  /** The same cloud while nothing has changed. */
  private painted(frame: LayerFrame) {
    if (this.drawnBy !== this.picture) {
      this.drawnBy = this.picture;
      this.drawn.clear();
    }
    const chosen = this.pointOf(frame);
    const key = [frame, this.flat, chosen, this.names, this.picture];
    if (this.known?.key.every((value, k) => value === key[k])) return this.known.cloud;
    const theme = readTheme(this);
    const { classes: labels } = taskOf(this.run.spec);
    const cloud = cloudOf(frame, {
      flat: this.flat,
      classes: this.classes,
      colours: labels.map((_, place) => theme.colour(classColour(place))),
      names: labels.map((label) => this.nameOf(label)),
      pictures: (point) => this.drawnPicture(point, theme.ink),
      chosen,
    });
    this.known = { key, cloud };
    return cloud;
  }

  private drawnPicture(point: number, ink: string): HTMLCanvasElement | null {
    let canvas = this.drawn.get(point);
    if (canvas) return canvas;
    const picture = this.picture(point);
    if (!picture) return null;
    canvas = document.createElement('canvas');
    drawPicture(canvas, picture, ink);
    this.drawn.set(point, canvas);
    return canvas;
  }

  /** Of fewer pictures the last one, where the one looked at is beyond. */
  private pointOf(frame: LayerFrame): number {
    return Math.min(this.point, frame.coordinates.length / 3 - 1);
  }

  private details(frame: LayerFrame) {
    const chosen = this.pointOf(frame);
    const picture = this.picture(chosen);
    if (!picture) return nothing;
    const last = frame.coordinates.length / 3 - 1;
    const label = this.nameOf(picture.label);
    const step = (by: number, name: string, sign: string) =>
      html`<button type="button" aria-label=${name} title=${name} @click=${() => (this.point = (chosen + by + last + 1) % (last + 1))}>
        ${sign}
      </button>`;
    const inInput = nearestInput((k) => this.picture(k)?.pixels ?? null, chosen, last + 1, neighboursFound);
    return html`<section class="point" aria-label=${words.point}>
      <h3>${words.point}</h3>
      <div class="chosen">
        <reprise-digit .picture=${picture}></reprise-digit>
        <strong>${label}</strong>
      </div>
      <div class="which">
        ${step(-1, words.previous, '‹')}
        <label class="slider">
          <span aria-hidden="true"><span>${words.which}</span> <span class="number">${chosen + 1}</span></span>
          <input
            type="range"
            min="0"
            max=${last}
            .value=${String(chosen)}
            aria-label=${words.which}
            aria-valuetext=${words.whichOf(chosen, label)}
            @input=${(event: Event) => (this.point = Number((event.target as HTMLInputElement).value))}
          />
        </label>
        ${step(1, words.next, '›')}
      </div>
      ${this.neighbours(words.inLayer(this.layer), nearest(frame, chosen), picture.label)}
      ${this.neighbours(words.inInput, inInput, picture.label)}
    </section>`;
  }

  private neighbours(title: string, points: readonly number[], label: number) {
    const others = points.flatMap((k) => {
      const picture = this.picture(k);
      return picture ? [{ k, picture, same: picture.label === label }] : [];
    });
    if (others.length === 0) return nothing;
    return html`<h4>${title} <span class="share">${words.same(others.filter(({ same }) => same).length, others.length)}</span></h4>
      <ul class="neighbours">
        ${others.map(
          ({ k, picture, same }) =>
            html`<li>
              <button
                type="button"
                class=${same ? '' : 'other'}
                title=${words.pictureName(this.nameOf(picture.label), k)}
                aria-label=${words.pictureName(this.nameOf(picture.label), k)}
                @click=${() => (this.point = k)}
              >
                <reprise-digit .picture=${picture}></reprise-digit>
                <span aria-hidden="true">${this.nameOf(picture.label)}</span>
              </button>
            </li>`,
        )}
      </ul>`;
  }

  private charts() {
    const { hidden_layers: layers } = this.run.spec.network;
    const all = Array.from({ length: layers }, (_, layer) => layer);
    const xAxis = { title: words.time, min: 0, max: this.run.spec.training.epochs };
    const series = (of: keyof Gathering, shown: readonly number[]): Series[] => [
      ...shown.map(
        (layer): Series => ({
          id: `${of}_layer_${layer}`,
          label: words.layerLabel(layer),
          name: words.layerLabel(layer),
          ...this.clouds.curve(layer, of),
          colour: layerColours[layer] ?? 'ink-muted',
          kind: 'measured',
          faint: layer !== this.layer && shown.length > 1,
        }),
      ),
      ...this.drawings.filter(({ curve }) => curve === of).map((one) => drawnSeries(one, words.yourDrawing)),
    ];
    const chart = (of: keyof Gathering, yAxis: object, note: string, shown = all) =>
      html`<reprise-chart
        class=${of}
        .heading=${words[of]}
        .series=${series(of, shown)}
        .xAxis=${xAxis}
        .yAxis=${{ title: words[`${of}Axis`], ...yAxis }}
        .note=${note}
        group="digits cloud"
      ></reprise-chart>`;
    return html`${chart('spread', { min: 0 }, words.spreadNote)}
      ${chart('angles', { min: 0 }, words.anglesNote(taskOf(this.run.spec).classes.length))}
      ${chart('agreement', { suggestedMin: 0, suggestedMax: 1 }, words.agreementNote, [layers - 1])}`;
  }

  static override styles = [controlStyles, sliderStyles, classColours, scrubberStyles, cloudStyles];
}

customElements.define('reprise-digits-cloud', DigitsCloud);
