import { LitElement, css, html, svg, nothing } from 'lit';
import { property } from 'lit/decorators.js';
import { figureFrame } from '../../chart/figure-frame.ts';
import type { Hidden } from '../../engine/protocol.ts';
import { formatNumber } from '../../shell/format.ts';
import { xorStrings as words } from '../../strings/xor.ts';
import { pointNames } from './task.ts';

/**
 * <reprise-xor-units>: what every unit of one hidden layer does for each of the four inputs, as a row of
 * cells an input: the stronger the colour, the more active (dark on light paper, light on dark). `activity` is the layer's values as they are now.
 */
export class XorUnits extends LitElement {
  @property({ attribute: false }) activity: Hidden | null = null;

  override render() {
    const { activity } = this;
    const largest = activity ? activity.values.reduce((a, v) => Math.max(a, Math.abs(v)), 0) : 0;
    return html`<figure>
      <div class="head"><figcaption>${words.units.title}</figcaption></div>
      ${pointNames.map((name, p) => this.row(name, p, largest))}
      <p class="note">
        ${activity ? words.units.note(activity.width, formatNumber(largest, 2)) : words.units.none}
      </p>
    </figure>`;
  }

  private row(name: string, p: number, largest: number) {
    const { activity } = this;
    const width = activity?.width ?? 1;
    const values = activity ? activity.values.subarray(p * width, (p + 1) * width) : [];
    const active = [...values].filter((value) => value > 0.1 * largest).length;
    return html`<div class="row">
      <span class="name number">${name}</span>
      <svg
        viewBox="0 0 ${width} 1"
        preserveAspectRatio="none"
        role="img"
        aria-label=${words.units.row(name, active, width)}
      >
        ${activity
          ? [...values].map((value, unit) => {
              const share = largest > 0 ? Math.abs(value) / largest : 0;
              return share < 0.02
                ? nothing
                : svg`<rect class=${value < 0 ? 'negative' : ''} x=${unit} width="0.9" height="1"
                    fill-opacity=${share.toFixed(2)} />`;
            })
          : nothing}
      </svg>
    </div>`;
  }

  static override styles = css`
    ${figureFrame}
    .head {
      margin-bottom: var(--space-1);
    }
    .row {
      display: grid;
      grid-template-columns: 2rem 1fr;
      align-items: center;
      gap: var(--space-2);
      margin-top: 3px;
    }
    .name {
      font-size: var(--text-s);
    }
    svg {
      display: block;
      width: 100%;
      height: 1.6rem;
      border-radius: 3px;
      background: var(--sunken);
    }
    rect {
      fill: var(--ink);
    }
    .negative {
      fill: var(--accent);
    }
    .note {
      margin: var(--space-2) 0 0;
      color: var(--ink-muted);
      font-size: var(--text-xs);
      line-height: 1.35;
    }
  `;
}

customElements.define('reprise-xor-units', XorUnits);
