/** The lab's charts, as data for <reprise-chart>. */
import type { Axis, ColourName, Series } from '../../chart/series.ts';
import { collapseStrings as words } from '../../strings/collapse.ts';
import type { Drawing } from '../frame/drawing.ts';
import { drawnOf } from '../frame/loss-view.ts';
import { middleByGain, sweepGains, type SweepPoint } from './sweep.ts';
import { keptFrom, learntLoss } from './thresholds.ts';

export const indexAxis: Axis = { title: words.indexAxis, min: 0, suggestedMax: 1 };

const layerColours: readonly ColourName[] = ['point-1', 'point-2', 'h', 'point-3'];
export const layerColour = (layer: number): ColourName => layerColours[layer] ?? 'ink-muted';

export function indexSeries(
  time: ArrayLike<number>,
  layers: readonly { layer: number; index: ArrayLike<number> }[],
  drawings: readonly Drawing[],
): Series[] {
  return [
    ...layers.map(
      ({ layer, index }): Series => ({
        id: `collapse_layer_${layer}`,
        label: words.layerLabel(layer),
        name: words.layerLabel(layer),
        x: time,
        y: index,
        colour: layerColour(layer),
        kind: 'measured',
      }),
    ),
    ...drawnOf(drawings, ['collapse'], words),
  ];
}

/** Every layer's middle index over the seeds, and the single runs of one layer. */
export function sweepSeries(
  points: readonly SweepPoint[],
  layers: number,
  layer: number,
  guess: number | null,
): Series[] {
  const lines = Array.from({ length: layers }, (_, k): Series => {
    const middle = middleByGain(points, k);
    return {
      id: `layer_${k}`,
      label: words.sweep.layerMiddle(k),
      name: words.sweep.layerMiddle(k),
      x: middle.map(({ gain }) => gain),
      y: middle.map(({ index }) => index),
      colour: layerColour(k),
      kind: 'measured',
    };
  });
  const learnt = points.filter(({ loss }) => loss < learntLoss);
  return [
    ...lines,
    {
      id: `runs_layer_${layer}`,
      label: '',
      name: words.sweep.runs(layer),
      x: learnt.map(({ gain }) => gain),
      y: learnt.map(({ index }) => index[layer]!),
      colour: layerColour(layer),
      kind: 'points',
    },
    {
      id: 'half',
      label: '',
      name: words.sweep.half,
      x: [sweepGains[0], sweepGains.at(-1)!],
      y: [keptFrom, keptFrom],
      colour: 'ink-muted',
      kind: 'theory',
    },
    ...(guess === null
      ? []
      : [
          {
            id: 'guess',
            label: words.sweep.yours,
            name: words.sweep.yours,
            x: [guess, guess],
            // A little beyond the greatest index there is, so that its name stands clear of the curves.
            y: [0, 1.08],
            colour: 'accent',
            kind: 'theory',
          } as const,
        ]),
  ];
}
