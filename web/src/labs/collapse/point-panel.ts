import { LitElement, css, html, svg, nothing } from 'lit';
import { property } from 'lit/decorators.js';
import { cssColour, scaleColour } from '../../chart/colour-scale.ts';
import { figureHeading } from '../../chart/figure-frame.ts';
import { controlStyles } from '../../shell/control-styles.ts';
import { formatNumber } from '../../shell/format.ts';
import { collapseStrings as words } from '../../strings/collapse.ts';
import { pointEvent } from '../../chart/cloud.ts';
import { blob, pixelsAcross, pointIndex, position, taskPoint } from './task.ts';

/** Lightest pixel of any picture: a blob at a corner. */
const brightest = Math.max(...blob(1, 1));

/**
 * <reprise-collapse-point>: one input of the task: its picture, its context, its target; chosen by three
 * controls. Says `pointEvent` with its number. `distance` is what its line's ends are apart, beside the feature
 * asked for.
 */
export class CollapsePoint extends LitElement {
  @property({ type: Number }) side = 10;
  @property({ type: Number }) point = 0;
  @property({ type: Number }) distance = NaN;

  override render() {
    const { context, row, column, x, y, relevant } = taskPoint(this.side, this.point);
    const rounded = (value: number) => formatNumber(value, 2);
    const [coordinate, other] = context === 0 ? ['u', 'v'] : ['v', 'u'];
    return html`<figure>
      <figcaption>${words.point.heading}</figcaption>
      <div class="input">
        <svg
          viewBox="0 0 ${pixelsAcross} ${pixelsAcross}"
          role="img"
          aria-label=${words.point.picture(rounded(x), rounded(y))}
        >
          ${blob(x, y).map(
            (value, k) =>
              svg`<rect x=${k % pixelsAcross} y=${pixelsAcross - 1 - Math.floor(k / pixelsAcross)}
                width="1.02" height="1.02" fill=${cssColour(scaleColour(value / brightest))} />`,
          )}
        </svg>
        <p class="sum">
          <strong>${words.point.contexts[context]}</strong>
          <span aria-hidden="true">→</span>
          <strong class="number">${words.point.target(rounded(relevant))}</strong>
        </p>
      </div>
      <div class="choose">
        <div class="segments" role="group" aria-label=${words.point.context}>
          ${[0, 1].map(
            (k) =>
              html`<button
                type="button"
                aria-pressed=${context === k}
                @click=${() => this.choose(k, row, column)}
              >
                ${words.point.contexts[k]}
              </button>`,
          )}
        </div>
        ${this.slider(words.point.u, column, (value) => this.choose(context, row, value))}
        ${this.slider(words.point.v, row, (value) => this.choose(context, value, column))}
      </div>
      <p class="hint">
        ${words.point.meaning(coordinate!, other!)}
        ${
          Number.isFinite(this.distance)
            ? words.point.length(`${formatNumber(100 * this.distance, 2)} %`)
            : nothing
        }
      </p>
    </figure>`;
  }

  private slider(label: string, index: number, change: (value: number) => void) {
    const text = formatNumber(position(index, this.side), 2);
    return html`<label>
      <span>${label} <span class="number value" aria-hidden="true">${text}</span></span>
      <input
        type="range"
        min="0"
        max=${this.side - 1}
        .value=${String(index)}
        aria-label=${label}
        aria-valuetext=${text}
        @input=${(event: Event) => change(Number((event.target as HTMLInputElement).value))}
      />
    </label>`;
  }

  private choose(context: number, row: number, column: number) {
    const detail = pointIndex(this.side, context, row, column);
    this.dispatchEvent(new CustomEvent<number>(pointEvent, { detail }));
  }

  static override styles = [
    controlStyles,
    figureHeading,
    css`
      :host {
        display: block;
        container-type: inline-size;
      }
      figure {
        margin: 0;
      }
      figure {
        display: grid;
        grid-template-columns: auto minmax(13rem, 1fr) minmax(11rem, 1fr);
        gap: var(--space-2) var(--space-5);
        align-items: center;
      }
      @container (max-width: 42rem) {
        figure {
          grid-template-columns: 1fr;
        }
      }
      figcaption {
        grid-column: 1 / -1;
      }
      .input {
        display: flex;
        align-items: center;
        gap: var(--space-4);
      }
      svg {
        width: 6.5rem;
        flex: none;
        border: 1px solid var(--line);
        shape-rendering: crispEdges;
      }
      .sum {
        display: grid;
        gap: var(--space-1);
        margin: 0;
        font-size: var(--text-m);
        white-space: nowrap;
      }
      .choose {
        display: grid;
        gap: var(--space-2);
      }
      .segments {
        display: flex;
        gap: var(--space-1);
      }
      .segments button {
        flex: 1;
      }
      label > span {
        display: flex;
        justify-content: space-between;
      }
      .value {
        color: var(--ink);
      }
    `,
  ];
}

customElements.define('reprise-collapse-point', CollapsePoint);
