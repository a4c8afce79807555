/** The three distances of two points over time, as data for <reprise-chart>. */
import type { Series } from '../../chart/series.ts';
import type { TheoryCurve } from '../../engine/protocol.ts';
import { pairColumn, type RecordTable } from '../../engine/records.ts';

export type Quantity = 'h' | 'y' | 'w';
export const quantities: readonly Quantity[] = ['h', 'y', 'w'];

type Names<K extends string> = Readonly<Record<Quantity, Readonly<Record<K, string>>>>;

/** As measured in a hidden layer, each with the theory's beside it if there is one; no points before there are records. */
export const distanceSeries = (
  records: RecordTable | null,
  layer: number,
  theory: TheoryCurve | null,
  names: Names<'measured' | 'theory'>,
): Series[] =>
  quantities.flatMap((quantity) => {
    const measured: Series = {
      id: `${quantity}_measured`,
      label: quantity,
      name: names[quantity].measured,
      x: records?.column('t') ?? [],
      y: records ? pairColumn(records, quantity, layer) : [],
      colour: quantity,
      kind: 'measured',
    };
    return theory ? [measured, dashed(theory, quantity, 'theory', names)] : [measured];
  });

/** A theory's curves, `whose` among the names. */
export const theorySeries = <K extends string>(curve: TheoryCurve, whose: K, names: Names<K>): Series[] =>
  quantities.map((quantity) => dashed(curve, quantity, whose, names));

const dashed = <K extends string>(curve: TheoryCurve, quantity: Quantity, whose: K, names: Names<K>): Series => ({
  id: `${quantity}_${whose}`,
  label: '',
  name: names[quantity][whose],
  x: curve.t,
  y: curve[quantity],
  colour: quantity,
  kind: 'theory',
});
