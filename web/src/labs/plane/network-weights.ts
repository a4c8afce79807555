import { LitElement, css, html, nothing } from 'lit';
import { property, state } from 'lit/decorators.js';
import { CanvasDrawing, sharpContext } from '../../chart/canvas-drawing.ts';
import { drawingFrame } from '../../chart/figure-frame.ts';
import { readTheme } from '../../chart/theme.ts';
import { controlStyles } from '../../shell/control-styles.ts';
import '../../shell/field.ts';
import type { FieldChange } from '../../shell/field.ts';
import { formatCount, formatNumber } from '../../shell/format.ts';
import { planeWeightsStrings as words } from '../../strings/plane-weights.ts';
import { indexOf, layoutOf, parameterAt, placeOf, strongest, type Layout, type Place, type Strongest, type Widths } from './network-layout.ts';
import { paintNetwork, type NetworkTheme } from './network-painter.ts';
import { weightEvent, type WeightChange } from './weight-event.ts';

/** Lines drawn between two layers at most: more cover one another. */
const mostLines = 150;
const farthest = 1000;
/** Pixels from a line within which it is meant. */
const pickPixels = { mouse: 10, touch: 22 } as const;

/**
 * <reprise-network-weights>: a network's weights as lines, of which one can be chosen, by pointer or from lists, and
 * changed. Set `weights`, `widths` and the rest; what the reader wants is an event, `weightEvent`.
 */
export class RepriseNetworkWeights extends LitElement {
  /** All parameters at the moment shown; null before there are any. */
  @property({ attribute: false }) weights: Float32Array | null = null;
  @property({ attribute: false }) widths: Widths = [];
  /** What the inputs and the outputs are called. */
  @property({ attribute: false }) inputs: readonly string[] = [];
  @property({ attribute: false }) outputs: readonly string[] = [];
  /** The epoch shown, where it is not the present one; else null. */
  @property({ attribute: false }) past: number | null = null;
  /** How many moments are kept. */
  @property({ type: Number }) moments = 0;
  /** Whether weights of such a network are drawn. */
  @property({ type: Boolean }) drawable = true;
  /** Index among the parameters. */
  @state() chosen = 0;
  @state() protected status = '';
  @state() protected problem = '';
  /** What stood there before the reader changed it. */
  @state() protected original: number | null = null;
  /** The value that the reader is at: a run that goes on must not write over it. */
  @state() protected held: number | null = null;
  private theme: NetworkTheme | null = null;
  private layout: Layout | null = null;
  private shown: Strongest = { drawn: [], left: 0, most: 0 };
  private shownOf: Float32Array | null = null;

  constructor() {
    super();
    new CanvasDrawing(this, (canvas) => this.draw(canvas), () => (this.theme = null));
  }

  protected override willUpdate(changed: Map<string, unknown>) {
    const { weights, widths } = this;
    if (changed.has('widths') && String(changed.get('widths')) !== String(widths)) this.forget(0);
    if (!weights || this.chosen >= weights.length) this.chosen = 0;
    if (weights && weights !== this.shownOf) {
      this.shown = strongest(weights, widths, mostLines);
      this.shownOf = weights;
    }
  }

  private forget(chosen: number) {
    this.chosen = chosen;
    this.original = this.held = null;
    this.status = this.problem = '';
  }

  override render() {
    const { weights, widths, drawable, shown } = this;
    if (!drawable || !weights) {
      return html`<figure>
        <div class="head"><figcaption>${words.heading}</figcaption></div>
        <p class="note">${drawable ? words.none : words.otherKind}</p>
      </figure>`;
    }
    const units = widths.reduce((sum, count) => sum + count, 0);
    const value = words.is(this.nameOf(this.chosen), formatNumber(weights[this.chosen]!, 3));
    const notes = [
      words.note(formatNumber(shown.most, 2)),
      shown.left > 0 ? words.left(formatCount(shown.drawn.length), formatCount(shown.left)) : '',
      this.moments > 1 ? words.kept(this.moments) : '',
    ];
    return html`<figure>
      <div class="head"><figcaption>${words.heading}</figcaption></div>
      <canvas
        role="img"
        aria-label=${words.description(formatCount(units), formatCount(weights.length), value)}
        @click=${this.pick}
      ></canvas>
      <p class="note">${notes.filter(Boolean).join(' ')}</p>
      ${this.renderChoice(weights)}
    </figure>`;
  }

  private renderChoice(weights: Float32Array) {
    const { widths, chosen, original, past } = this;
    const place = placeOf(widths, chosen);
    const last = widths.length - 1;
    const list = (name: string, label: string, value: number, choices: readonly [number, string][], choose: (value: number) => Place) =>
      html`<reprise-field
        class=${name}
        .label=${label}
        .value=${String(value)}
        .choices=${choices.map(([at, text]) => ({ value: String(at), label: text }))}
        @change-value=${(event: CustomEvent<FieldChange>) => this.choose(indexOf(widths, choose(Number(event.detail.value))))}
      ></reprise-field>`;
    const count = (units: number) => Array.from({ length: units }, (_, unit) => unit);
    const layers = count(last).map((k): [number, string] => [k + 1, k + 1 < last ? words.intoLayer(k + 1) : words.intoOutputs]);
    const value = this.held ?? weights[chosen]!;
    const reach = Math.max(2, Math.ceil(1.25 * Math.max(this.shown.most, Math.abs(value))));
    return html`<fieldset>
      <legend>${words.choose}</legend>
      ${list('into', words.into, place.layer, layers, (layer) => ({ layer, to: 0, from: 0 }))}
      ${list('to', words.unit, place.to, count(widths[place.layer]!).map((unit) => [unit, this.unitName(place.layer, unit)]), (to) => ({ ...place, to }))}
      ${list(
        'from',
        words.from,
        place.from,
        [...count(widths[place.layer - 1]!).map((unit): [number, string] => [unit, this.unitName(place.layer - 1, unit)]), [-1, words.bias]],
        (from) => ({ ...place, from }),
      )}
      <reprise-field
        class="value"
        .label=${words.value}
        .value=${rounded(value)}
        .error=${this.problem}
        .slider=${{ min: -reach, max: reach, step: 0.01 }}
        @focusin=${() => (this.held = weights[this.chosen]!)}
        @focusout=${() => (this.held = null)}
        @input-value=${(event: CustomEvent<FieldChange>) => this.change(event.detail.value, false)}
        @change-value=${(event: CustomEvent<FieldChange>) => this.change(event.detail.value, true)}
      ></reprise-field>
      ${original === null
        ? nothing
        : html`<button type="button" class="back" @click=${() => this.putBack(original)}>${words.back(formatNumber(original, 3))}</button>`}
      ${past === null ? nothing : html`<p class="note past">${words.past(formatCount(past))}</p>`}
      <p class="note status" role="status">${this.status}</p>
    </fieldset>`;
  }

  private unitName(layer: number, unit: number): string {
    if (layer === 0) return words.input(this.inputs[unit] ?? '');
    return layer === this.widths.length - 1 ? words.output(this.outputs[unit] ?? '') : words.unitOf(unit + 1, layer);
  }

  private nameOf(index: number): string {
    const { layer, to, from } = placeOf(this.widths, index);
    const unit = this.unitName(layer, to);
    return from < 0 ? words.biasOf(unit) : words.weightOf(this.unitName(layer - 1, from), unit);
  }

  private choose(index: number) {
    this.forget(index);
    this.status = words.is(this.nameOf(index), formatNumber(this.weights![index]!, 3));
  }

  private pick(event: PointerEvent) {
    const { layout, widths, shown } = this;
    if (!layout) return;
    const within = pickPixels[event.pointerType === 'touch' || event.pointerType === 'pen' ? 'touch' : 'mouse'];
    const index = parameterAt(widths, layout, shown.drawn, { x: event.offsetX, y: event.offsetY }, within);
    if (index >= 0) this.choose(index);
  }

  private putBack(value: number) {
    this.change(value, true);
    this.original = null;
    this.renderRoot.querySelector<HTMLElement>('.value')?.focus();
  }

  /** final: once a slider is let go. */
  private change(value: number | string, final: boolean) {
    if (typeof value !== 'number' || !(Math.abs(value) <= farthest)) {
      this.problem = words.notNumber(String(value));
      return;
    }
    this.problem = '';
    this.original ??= this.weights![this.chosen]!;
    if (this.held !== null) this.held = value;
    const detail: WeightChange = { index: this.chosen, value };
    this.dispatchEvent(new CustomEvent(weightEvent, { detail }));
    if (final) this.status = words.changed(this.nameOf(this.chosen), formatNumber(value, 3));
  }

  private draw(canvas: HTMLCanvasElement) {
    const { weights, widths, inputs, outputs } = this;
    if (!weights || !this.drawable || widths.length < 2) return;
    this.theme ??= this.readTheme();
    const width = canvas.clientWidth;
    const height = Math.round(Math.min(420, Math.max(150, 26 * Math.max(...widths))));
    canvas.style.height = `${height}px`;
    const context = sharpContext(canvas, width, height, 2);
    context.clearRect(0, 0, width, height);
    this.layout = layoutOf(widths, width, height);
    paintNetwork(context, widths, this.layout, weights, this.shown, this.chosen, { inputs, outputs }, this.theme);
  }

  private readTheme(): NetworkTheme {
    const theme = readTheme(this);
    const { surface: ground, ink, muted, font } = theme;
    return { ground, ink, muted, font, accent: theme.colour('accent'), signs: [theme.colour('point-0'), theme.colour('point-1')] };
  }

  static override styles = [
    controlStyles,
    drawingFrame,
    css`
      canvas {
        display: block;
        width: 100%;
        min-height: 150px;
        cursor: pointer;
        /* A finger chooses a line by a tap, and scrolls the page as elsewhere. */
        touch-action: manipulation;
      }
      fieldset {
        display: grid;
        grid-template-columns: repeat(auto-fit, minmax(min(100%, 9rem), 1fr));
        align-items: end;
        gap: var(--space-2) var(--space-3);
        min-width: 0;
        margin: var(--space-2) 0 0;
        padding: 0;
        border: 0;
      }
      legend {
        padding: 0;
        color: var(--ink-muted);
        font-size: var(--text-s);
      }
      .value,
      .past,
      .status {
        grid-column: 1 / -1;
      }
      .back {
        justify-self: start;
      }
      .status {
        min-height: 1.35em;
      }
      @media print {
        fieldset {
          display: none;
        }
      }
    `,
  ];
}

/** As many digits as one can set. */
const rounded = (value: number): number => Number(value.toPrecision(4));

customElements.define('reprise-network-weights', RepriseNetworkWeights);
