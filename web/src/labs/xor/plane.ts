import { LitElement, css, html, svg, nothing } from 'lit';
import { property } from 'lit/decorators.js';
import { drawingFrame } from '../../chart/figure-frame.ts';
import { figureMenu, type FigureFiles } from '../../chart/figure-menu.ts';
import { readTheme } from '../../chart/theme.ts';
import { formatNumber } from '../../shell/format.ts';
import { xorStrings as words } from '../../strings/xor.ts';
import type { Picture } from './pictures.ts';
import { answers, pairs, pointNames } from './task.ts';

/** Labels closer than this, in units of the picture's radius, are written as one. */
const labelGap = 0.16;

/**
 * <reprise-xor-plane>: the four hidden points in the plane that shows their distances best, with the way
 * they came. Set `pictures` (the last is the present) and `distances`; `pair` lights one pair.
 */
export class XorPlane extends LitElement {
  @property({ attribute: false }) pictures: readonly Picture[] = [];
  @property({ attribute: false }) distances: readonly number[] = [];
  @property({ type: Number }) pair = -1;
  @property() description = '';

  override render() {
    const now = this.pictures[this.pictures.length - 1];
    return html`<figure>
      <div class="head">
        <figcaption>${words.plane}</figcaption>
        ${figureMenu(this.files)}
      </div>
      <svg viewBox="-1.6 -1.4 3.2 2.8" role="img" aria-label=${this.description || words.plane}>
        <rect x="-1.59" y="-1.39" width="3.18" height="2.78" rx="0.06" class="frame" />
        ${now ? [this.trails(), this.litPair(now), this.points(now), this.labels(now)] : nothing}
      </svg>
      <p class="key">
        <svg viewBox="-0.1 -0.1 0.2 0.2" aria-hidden="true">${mark(0, 0, 0)}</svg>${words.answer(0)}
        <svg viewBox="-0.1 -0.1 0.2 0.2" aria-hidden="true">${mark(1, 0, 0)}</svg>${words.answer(1)}
      </p>
      ${
        now
          ? html`<p class="note">
              ${words.planeNote(formatNumber(Math.max(...this.distances), 2), now.share)}
            </p>`
          : nothing
      }
    </figure>`;
  }

  private get files(): FigureFiles {
    const svg = async () => {
      const { elementSvg } = await import('../../chart/svg.ts');
      return elementSvg(this.renderRoot.querySelector<SVGSVGElement>('svg[role=img]')!, words.plane, readTheme(this));
    };
    return {
      heading: words.plane,
      // Where the points are in the picture, in units of its radius, at every record shown.
      rows: async () => [
        ['record', 'point', 'x', 'y'],
        ...this.pictures.flatMap(({ x, y }, record) => pointNames.map((name, p) => [record, name, x[p]!, y[p]!])),
      ],
      png: async () => (await import('../../chart/svg.ts')).svgToPng(await svg()),
      svg,
    };
  }

  private trails() {
    const step = Math.max(1, Math.ceil(this.pictures.length / 80));
    const kept = this.pictures.filter((_, k) => k % step === 0 || k === this.pictures.length - 1);
    if (kept.length < 2) return nothing;
    return pointNames.map(
      (_, p) =>
        svg`<polyline class=${`trail answer-${answers[p]}`}
          points=${kept.map(({ x, y }) => `${x[p]!.toFixed(3)},${(-y[p]!).toFixed(3)}`).join(' ')} />`,
    );
  }

  private litPair({ x, y }: Picture) {
    const pair = pairs[this.pair];
    if (!pair) return nothing;
    const { i, j } = pair;
    return svg`<line class="lit" x1=${x[i]!} y1=${-y[i]!} x2=${x[j]!} y2=${-y[j]!} />`;
  }

  private points({ x, y }: Picture) {
    return pointNames.map((_, p) => mark(answers[p]!, x[p]!, -y[p]!));
  }

  /** One label for points that coincide, placed outward from the centre. */
  private labels({ x, y }: Picture) {
    const left = new Set(pointNames.keys());
    const groups: number[][] = [];
    for (const p of left) {
      const group = [...left].filter((q) => Math.hypot(x[q]! - x[p]!, y[q]! - y[p]!) < labelGap);
      group.forEach((q) => left.delete(q));
      groups.push(group);
    }
    return groups.map((group) => {
      const [px, py] = [mean(group.map((p) => x[p]!)), -mean(group.map((p) => y[p]!))];
      const length = Math.hypot(px, py);
      const [ux, uy] = length > 0.05 ? [px / length, py / length] : [0, -1];
      // Clear of the marks: half the label's width sideways, and the group's own extent.
      const extent = Math.max(...group.map((p) => Math.hypot(x[p]! - px, -y[p]! - py)));
      const half = 0.13 * group.length - 0.03;
      const away = 0.12 + extent;
      const tx = px + ux * (away + half);
      return svg`<text x=${Math.min(1.5 - half, Math.max(half - 1.5, tx))} y=${py + uy * (away + 0.07)}
        >${group.map((p) => pointNames[p]).join(', ')}</text>`;
    });
  }

  static override styles = css`
    ${drawingFrame}
    figure > svg {
      display: block;
      width: 100%;
      max-width: 24rem;
      margin: var(--space-2) auto 0;
    }
    .frame {
      fill: var(--surface);
      stroke: var(--line);
      stroke-width: 0.01;
    }
    .answer-0 {
      --colour: var(--point-0);
    }
    .answer-1 {
      --colour: var(--point-1);
    }
    .mark {
      fill: var(--colour);
      stroke: var(--surface);
      stroke-width: 0.02;
    }
    .trail {
      fill: none;
      stroke: var(--colour);
      stroke-width: 0.018;
      stroke-linejoin: round;
      opacity: 0.35;
    }
    .lit {
      stroke: var(--accent);
      stroke-width: 0.03;
    }
    text {
      fill: var(--ink);
      font: 600 0.13px var(--font);
      text-anchor: middle;
      dominant-baseline: central;
    }
    .key {
      display: flex;
      justify-content: center;
      align-items: center;
      gap: var(--space-1);
      margin: var(--space-1) 0 0;
      font-size: var(--text-xs);
    }
    .key svg {
      width: 0.9rem;
      margin-inline-start: var(--space-3);
    }
    .note {
      max-width: 24rem;
      margin-inline: auto;
    }
  `;
}

const mean = (values: readonly number[]) => values.reduce((a, b) => a + b, 0) / values.length;

/** A disc for answer 0, a square on its corner for answer 1. */
function mark(answer: number, x: number, y: number) {
  return answer === 0
    ? svg`<circle class="mark answer-0" cx=${x} cy=${y} r="0.075" />`
    : svg`<rect class="mark answer-1" x="-0.068" y="-0.068" width="0.136" height="0.136"
        transform="translate(${x} ${y}) rotate(45)" />`;
}

customElements.define('reprise-xor-plane', XorPlane);
