/** The two points themselves: how far apart they are as inputs, in the hidden layer and as outputs, all on one scale. */
import { css, html, nothing, svg } from 'lit';
import { formatFixed } from '../../shell/format.ts';
import { twoPointChapterStrings } from '../../strings/two-point-chapter.ts';
import type { PairRun } from './run.ts';

const words = twoPointChapterStrings.pair;

const last = (values: ArrayLike<number>) => values[values.length - 1];
const length = (squared: number) => Math.sqrt(Math.max(0, squared));

/** A row: two dots about a middle of their own, `distance` apart, where `scale` fills it; rings are as far apart as `wanted`. */
function rowView(name: string, kind: string, distance: number | undefined, scale: number, wanted?: number) {
  const at = (value: number) => (46 * value) / scale;
  const text = distance === undefined ? '' : formatFixed(distance, 2);
  const label = `${name}: ${words.apart(text || '…')}${wanted === undefined ? '' : `, ${words.wanted(formatFixed(wanted, 2))}`}`;
  const both = (value: number, radius: number, ring: string) =>
    [-1, 1].map((side) => svg`<circle class=${ring} cx=${side * at(value)} r=${radius} />`);
  return html`<li class=${kind}>
    <span>${name}</span>
    <svg viewBox="-50 -4 100 8" role="img" aria-label=${label}>
      <line x1="-50" x2="50" />
      ${distance === undefined ? nothing : svg`<line class="gap" x1=${-at(distance)} x2=${at(distance)} />`}
      ${wanted === undefined ? nothing : both(wanted, 2.4, 'ring')} ${distance === undefined ? nothing : both(distance, 1.5, 'dot')}
    </svg>
    <span class="number" aria-hidden="true">${text}</span>
  </li>`;
}

export function pairPicture(run: PairRun) {
  const { task } = run.spec;
  if (task.kind !== 'two_points') return nothing;
  const [h, y] = run.records ? [run.distance('h'), run.distance('y')] : [[], []];
  const [inputs, wanted] = [length(task.dx2!), length(task.dy2!)];
  const now = (values: ArrayLike<number>) => (values.length > 0 ? length(last(values)!) : undefined);
  const scale = Math.max(inputs, wanted, now(h) ?? 0, now(y) ?? 0);
  return html`<figure class="pair">
    <figcaption>${words.title}</figcaption>
    <ul>
      ${rowView(words.inputs, 'x', inputs, scale)} ${rowView(words.hidden, 'h', now(h), scale)}
      ${rowView(words.outputs, 'y', now(y), scale, wanted)}
    </ul>
    <p>${words.note}</p>
  </figure>`;
}

export const pairPictureStyles = css`
  .pair {
    margin: 0;
  }
  .pair figcaption {
    font-weight: 650;
  }
  .pair ul {
    margin: var(--space-2) 0;
    padding: 0;
    list-style: none;
  }
  .pair li {
    display: grid;
    grid-template-columns: minmax(5.5rem, 8rem) minmax(0, 1fr) 2.5rem;
    align-items: center;
    gap: var(--space-3);
    padding-block: var(--space-2);
  }
  .pair svg {
    width: 100%;
    max-height: 2.5rem;
    overflow: visible;
  }
  .pair line {
    stroke: var(--grid);
    stroke-width: 0.5;
  }
  .pair .x {
    --own: var(--ink-muted);
  }
  .pair .h {
    --own: var(--h);
  }
  .pair .y {
    --own: var(--y);
  }
  .pair .gap {
    stroke: var(--own);
  }
  .pair .dot {
    fill: var(--own);
  }
  .pair .ring {
    fill: none;
    stroke: var(--own);
    stroke-width: 0.5;
  }
  .pair .number {
    text-align: end;
    font-variant-numeric: tabular-nums;
    font-weight: 600;
  }
  .pair p {
    color: var(--ink-muted);
    font-size: var(--text-xs);
  }
`;
