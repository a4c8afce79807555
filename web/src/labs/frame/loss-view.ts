import { html } from 'lit';
import '../../chart/chart.ts';
import type { Axis, Series } from '../../chart/series.ts';
import { drawnSeries, type Drawing } from './drawing.ts';

/** What the charts over training time of one lab have in common. */
export interface Charted {
  time: ArrayLike<number>;
  epochs: number;
  drawings: readonly Drawing[];
  /** Charts of one group share their reading line. */
  group: string;
}

/** A lab's words for its charts over time. */
export interface ChartWords {
  time: string;
  loss: string;
  lossAxis: string;
  lossLabel: string;
  yourDrawing: string;
  drawingNote: string;
}

/** The reader's drawings of some curves. */
export const drawnOf = (drawings: readonly Drawing[], curves: readonly string[], words: ChartWords): Series[] =>
  drawings.filter(({ curve }) => curves.includes(curve)).map((one) => drawnSeries(one, words.yourDrawing));

export const timeAxis = (epochs: number, words: Pick<ChartWords, 'time'>): Axis => ({ title: words.time, min: 0, max: epochs });

/** The training loss; on a logarithmic axis where it begins above `large`. */
export function lossView({ time, epochs, drawings, group }: Charted, loss: ArrayLike<number>, large: number, words: ChartWords) {
  const drawn = drawnOf(drawings, ['loss'], words);
  const measured: Series = {
    id: 'loss',
    label: words.lossLabel,
    name: words.loss,
    x: time,
    y: loss,
    colour: 'loss',
    kind: 'measured',
  };
  const scale: Partial<Axis> = (loss[0] ?? 0) > large ? { scale: 'log' } : { min: 0 };
  return html`<reprise-chart
    class="loss"
    .heading=${words.loss}
    .series=${[measured, ...drawn]}
    .xAxis=${timeAxis(epochs, words)}
    .yAxis=${{ title: words.lossAxis, ...scale }}
    .note=${drawn.length > 0 ? words.drawingNote : ''}
    .group=${group}
  ></reprise-chart>`;
}
