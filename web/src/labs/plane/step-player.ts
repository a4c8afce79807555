import { LitElement, html, nothing } from 'lit';
import { property, state } from 'lit/decorators.js';
import { controlStyles } from '../../shell/control-styles.ts';
import '../../shell/field.ts';
import type { FieldChange } from '../../shell/field.ts';
import { formatCount, formatNumber } from '../../shell/format.ts';
import type { Spec } from '../../spec/types.ts';
import { planeStrings } from '../../strings/plane.ts';
import { planeStepStrings as words } from '../../strings/plane-step.ts';
import { activationsOf } from './layers.ts';
import { indexOf } from './network-layout.ts';
import type { NextStep } from './next-step.ts';
import { equationOf } from './step-equations.ts';
import { playerStyles } from './step-player-styles.ts';
import { gradientParts, PointOfStep, stationsOf, type Phase, type Station } from './step-stations.ts';

/** How long a station stands while it plays, in milliseconds. */
const standing = 1600;
const write = (value: number) => formatNumber(value, 4);

/**
 * <reprise-step-player>: a step of training, station by station: forward, loss, backward, update, with the equation of the
 * unit filled in. Set `step`, `spec` and what inputs and outputs are called.
 */
export class RepriseStepPlayer extends LitElement {
  @property({ attribute: false }) step!: NextStep;
  @property({ attribute: false }) spec!: Spec;
  @property({ attribute: false }) inputs: readonly string[] = [];
  @property({ attribute: false }) outputs: readonly string[] = [];
  /** Station. */
  @state() at = 0;
  /** Point of the batch. */
  @state() point = 0;
  @state() playing = false;
  /** The unit under the pointer or with the focus, where it is another than the station's. */
  @state() protected peeked: { layer: number; unit: number } | null = null;
  /** Of an update: from where the weight leads that is filled in. */
  @state() protected from = 0;
  private stations: Station[] = [];
  private timer: ReturnType<typeof setInterval> | undefined;

  protected override willUpdate(changed: Map<string, unknown>) {
    if (!changed.has('step')) return;
    this.stations = stationsOf(this.step.widths);
    this.point = Math.min(this.point, this.step.points - 1);
    this.at = Math.min(this.at, this.stations.length - 1);
  }

  override disconnectedCallback() {
    super.disconnectedCallback();
    this.play(false);
  }

  /** The station, or that of the unit looked at in the same phase, where it has one. */
  private get shown(): Station {
    const station = this.stations[this.at]!;
    const { peeked } = this;
    return (peeked && this.stationFor(station.phase, peeked.layer, peeked.unit)) ?? station;
  }

  private stationFor(phase: Phase, layer: number, unit: number): Station | undefined {
    return this.stations.find((one) => one.phase === phase && one.layer === layer && one.unit === unit);
  }

  private go(at: number) {
    this.at = Math.min(this.stations.length - 1, Math.max(0, at));
    this.peeked = null;
    if (this.at === this.stations.length - 1) this.play(false);
  }

  private play(playing: boolean) {
    this.playing = playing;
    clearInterval(this.timer);
    if (!playing) return;
    if (this.at === this.stations.length - 1) this.at = 0;
    this.timer = setInterval(() => this.go(this.at + 1), standing);
  }

  private readonly pressed = (event: KeyboardEvent) => {
    const target = event.composedPath()[0] as HTMLElement;
    if (event.ctrlKey || event.metaKey || event.altKey || /^(INPUT|SELECT)$/.test(target.tagName)) return;
    const by = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (by === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    this.play(false);
    this.go(this.at + by);
  };

  override render() {
    const { step, stations, at } = this;
    const station = stations[at]!;
    const shown = this.shown;
    return html`<div class="player" @keydown=${this.pressed}>
      <reprise-field
        class="point"
        .label=${words.point}
        .value=${String(this.point)}
        .choices=${Array.from({ length: step.points }, (_, p) => ({ value: String(p), label: this.pointName(p) }))}
        @change-value=${(event: CustomEvent<FieldChange>) => (this.point = Number(event.detail.value))}
      ></reprise-field>
      <div class="bar">
        <button type="button" class="back" ?disabled=${at === 0} @click=${() => this.by(-1)}>${words.back}</button>
        <button type="button" class="play" @click=${() => this.play(!this.playing)}>${this.playing ? words.pause : words.play}</button>
        <button type="button" class="next primary" ?disabled=${at === stations.length - 1} @click=${() => this.by(1)}>${words.next}</button>
        <input
          type="range"
          min="0"
          max=${stations.length - 1}
          .value=${String(at)}
          aria-label=${words.station}
          aria-valuetext="${words.phases[station.phase]}, ${words.stationOf(at + 1, stations.length)}"
          @input=${(event: Event) => {
            this.play(false);
            this.go(Number((event.target as HTMLInputElement).value));
          }}
        />
        <span class="number" aria-hidden="true">${words.phases[station.phase]}, ${words.stationOf(at + 1, stations.length)}</span>
      </div>
      <div class="units" role="group" aria-label=${words.diagram}>${step.widths.map((_, layer) => this.renderLayer(layer))}</div>
      <p class="note">${words.hint}</p>
      <p class="said" role="status">${this.inWords(shown)}</p>
      <div class="equation" tabindex="0" role="group" aria-label=${words.phases[shown.phase]}>${this.renderEquation(shown)}</div>
      ${shown.phase === 'update' ? this.renderWeights(shown) : nothing}
    </div>`;
  }

  private by(step: number) {
    this.play(false);
    this.go(this.at + step);
  }

  private pointName(point: number): string {
    const { step, outputs, spec } = this;
    const of = new PointOfStep(step, point);
    const target = outputs.length > 1 ? planeStrings.className(of.targets().indexOf(1)) : write(of.target(0));
    const where = [0, 1].map((k) => write(of.value(0, k))).slice(0, spec.task.kind === 'plane' ? Math.min(2, step.widths[0]!) : 0);
    return words.pointName(`${point + 1} (${where.join('; ')})`, target);
  }

  private renderLayer(layer: number) {
    const { step } = this;
    const last = step.widths.length - 1;
    const name = layer === 0 ? words.layers.inputs : layer === last ? words.layers.outputs : words.layers.hidden(layer);
    return html`<div class="layer">
      <span class="name" aria-hidden="true">${name}</span>
      ${Array.from({ length: step.widths[layer]! }, (_, unit) => this.renderUnit(layer, unit))}
    </div>`;
  }

  private renderUnit(layer: number, unit: number) {
    const station = this.stations[this.at]!;
    const here = station.layer === layer && (layer > 0 || station.phase === 'inputs') && (station.phase === 'inputs' || station.unit === unit);
    const look = () => (this.peeked = { layer, unit });
    const leave = () => (this.peeked = null);
    return html`<button
      type="button"
      class="unit"
      data-layer=${layer}
      data-unit=${unit}
      aria-current=${here ? 'step' : nothing}
      @pointerenter=${(event: PointerEvent) => event.pointerType === 'mouse' && look()}
      @pointerleave=${leave}
      @focus=${(event: FocusEvent) => (event.target as HTMLElement).matches(':focus-visible') && look()}
      @blur=${leave}
      @click=${() => this.goToUnit(layer, unit)}
    >
      <span class="name">${this.shortName(layer, unit)}</span>
      <span class="number">${this.numberAt(layer, unit)}</span>
    </button>`;
  }

  private goToUnit(layer: number, unit: number) {
    const { phase } = this.stations[this.at]!;
    const found = this.stationFor(phase === 'inputs' || phase === 'loss' ? 'forward' : phase, layer, unit);
    this.play(false);
    this.go(found ? this.stations.indexOf(found) : 0);
  }

  private shortName(layer: number, unit: number): string {
    if (layer === 0) return this.inputs[unit] ?? '';
    return layer === this.step.widths.length - 1 ? (this.outputs[unit] ?? '') : `${layer}.${unit + 1}`;
  }

  private longName(layer: number, unit: number): string {
    if (layer === 0) return words.input(this.inputs[unit] ?? '');
    return layer === this.step.widths.length - 1 ? words.output(this.outputs[unit] ?? '') : words.unit(unit + 1, layer);
  }

  /** What is known of a unit by now: what it gives, and once the step comes back, its slope. */
  private numberAt(layer: number, unit: number): string {
    const of = new PointOfStep(this.step, this.point);
    const done = (phase: Phase) => {
      const station = this.stationFor(phase, layer, unit);
      return station !== undefined && this.stations.indexOf(station) <= this.at;
    };
    if (layer === 0 || !done('forward')) return layer === 0 ? write(of.value(0, unit)) : '';
    return done('backward') ? `δ ${write(of.sumSlope(layer, unit))}` : write(of.value(layer, unit));
  }

  private inWords({ phase, layer, unit }: Station): string {
    const { step, spec } = this;
    const of = new PointOfStep(step, this.point);
    const { said } = words;
    const name = this.longName(layer, unit);
    const isOutput = layer === step.widths.length - 1;
    switch (phase) {
      case 'inputs':
        return said.inputs;
      case 'forward': {
        const sum = write(of.sum(layer, unit));
        if (isOutput) return said.output(name, sum);
        const activation = planeStrings.activations[activationsOf(spec.network)[layer - 1]!];
        return said.hidden(name, sum, activation, write(of.value(layer, unit)));
      }
      case 'loss':
        return said.loss(write(of.loss(spec.training.loss)), write(step.loss), formatCount(step.points));
      case 'backward': {
        const slope = write(of.sumSlope(layer, unit));
        return isOutput ? said.backOutput(name, slope) : said.backHidden(name, write(of.valueSlope(layer, unit)), slope);
      }
      case 'update':
        return said.update(name);
    }
  }

  private renderEquation(station: Station) {
    const { step, spec, outputs } = this;
    const from = Math.min(this.from, (step.widths[station.layer - 1] ?? 1) - 1);
    const at = new PointOfStep(step, this.point);
    return equationOf(station, { at, training: spec.training, activations: activationsOf(spec.network), outputs, from, write }) ?? nothing;
  }

  /** Every weight into the unit: choosing one fills it into the equation. */
  private renderWeights({ layer, unit }: Station) {
    const { step, spec, point } = this;
    const { l1, l2 } = spec.training;
    const before = step.widths[layer - 1]!;
    const { columns } = words;
    const penalties = l1 > 0 || l2 > 0;
    const rows = [...Array.from({ length: before }, (_, from) => from), -1];
    return html`<div class="weights" tabindex="0" role="group" aria-label=${words.phases.update}>
      <table>
        <thead>
          <tr>
            <th scope="col">${words.weight}</th>
            ${[columns.before, columns.own, columns.others, ...(penalties ? [columns.penalty] : []), columns.gradient, columns.after].map(
              (name) => html`<th scope="col">${name}</th>`,
            )}
          </tr>
        </thead>
        <tbody>
          ${rows.map((from) => {
            const parts = gradientParts(step, point, layer, unit, from, l1, l2);
            const index = indexOf(step.widths, { layer, to: unit, from });
            const numbers = [step.before[index]!, parts.own, parts.others, ...(penalties ? [parts.penalty] : []), parts.all, step.after[index]!];
            const pressed = from === Math.min(this.from, before - 1);
            return html`<tr>
              <th scope="row">
                <button type="button" aria-pressed=${pressed} aria-label="${words.chosen} ${from < 0 ? words.bias : this.longName(layer - 1, from)}" @click=${() => (this.from = from)}>
                  ${from < 0 ? words.bias : this.shortName(layer - 1, from)}
                </button>
              </th>
              ${numbers.map((value) => html`<td class="number">${write(value)}</td>`)}
            </tr>`;
          })}
        </tbody>
      </table>
    </div>`;
  }

  static override styles = [controlStyles, playerStyles];
}

customElements.define('reprise-step-player', RepriseStepPlayer);
