import { LitElement, css, html, nothing } from 'lit';
import { property, state } from 'lit/decorators.js';
import { cssColour, scaleColour } from '../chart/colour-scale.ts';
import '../chart/cloud.ts';
import type { Cloud } from '../chart/cloud-painter.ts';
import { controlStyles } from '../shell/control-styles.ts';
import { formatNumber } from '../shell/format.ts';
import { galleryStrings } from '../strings/gallery.ts';
import type { Points3dPanel } from './stored.ts';

const words = galleryStrings.points;
type Colouring = Points3dPanel['colours'][number];

/** <reprise-points-panel>: a panel of points in three dimensions, to be turned, coloured by one of its values. */
export class PointsPanel extends LitElement {
  @property({ attribute: false }) panel: Points3dPanel | null = null;
  @property() heading = '';
  @state() protected colouring = 0;

  private cloud: Cloud | null = null;
  private cloudOf = '';
  private drawn: Points3dPanel | null = null;

  override render() {
    const { panel } = this;
    if (!panel) return nothing;
    const colouring = panel.colours[this.colouring] ?? panel.colours[0];
    const shares = panel.explained?.slice(0, 3).map((share) => formatNumber(100 * share, 2));
    return html`<reprise-cloud
        .heading=${this.heading}
        .cloud=${this.current(panel, colouring)}
        .description=${this.describe(panel, colouring)}
        .note=${shares ? words.explained(shares) : ''}
      ></reprise-cloud>
      ${panel.colours.length > 1
        ? html`<label
            >${words.colour}
            <select
              @change=${(event: Event) =>
                (this.colouring = Number((event.target as HTMLSelectElement).value))}
            >
              ${panel.colours.map(
                ({ label, unit }, i) =>
                  html`<option value=${i} .selected=${i === this.colouring}>
                    ${unit ? words.withUnit(label, unit) : label}
                  </option>`,
              )}
            </select></label
          >`
        : nothing}`;
  }

  /** The same object until something changes, so that the cloud keeps its turn. */
  private current(panel: Points3dPanel, colouring: Colouring | undefined): Cloud {
    if (this.cloud && this.drawn === panel && this.cloudOf === colouring?.label) return this.cloud;
    const [low, high] = rangeOf(colouring?.values ?? []);
    // A value that takes two sides has the ends of the scale spared: they are hard to see on paper.
    const share = (value: number) => (high > low ? (value - low) / (high - low) : 0.5);
    const middle = [0, 1, 2].map(
      (k) => panel.points.reduce((sum, point) => sum + point[k]!, 0) / (panel.points.length || 1),
    );
    const centred = panel.points.map((point) => point.map((value, k) => value - middle[k]!));
    this.drawn = panel;
    this.cloudOf = colouring?.label ?? '';
    return (this.cloud = {
      coordinates: Float64Array.from(centred.flat()),
      radius: Math.max(...centred.map((point) => Math.hypot(...point)), 1e-12),
      colours: panel.points.map((_, i) =>
        cssColour(scaleColour(0.08 + 0.8 * share(colouring?.values[i] ?? NaN))),
      ),
      square: () => false,
      mesh: [],
      labels: [],
      line: [],
      chosen: -1,
    });
  }

  private describe(panel: Points3dPanel, colouring: Colouring | undefined): string {
    const count = panel.points.length;
    return words.description(this.heading, count, colouring?.label ?? '');
  }

  static override styles = [
    controlStyles,
    css`
      label {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: var(--space-2);
        margin-top: var(--space-2);
      }
      select {
        width: auto;
        max-width: 100%;
      }
    `,
  ];
}

function rangeOf(values: readonly number[]): [number, number] {
  const usable = values.filter((value) => Number.isFinite(value));
  return [Math.min(...usable), Math.max(...usable)];
}

customElements.define('reprise-points-panel', PointsPanel);
