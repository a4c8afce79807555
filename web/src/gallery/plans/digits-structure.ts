/** The distances of a hundred digits, averaged over networks, against the closed form of their pairs. */
import type { Structure } from '../../engine/protocol.ts';
import { hundredths } from '../../chart/hundredths.ts';
import { galleryStrings as words } from '../../strings/gallery.ts';
import { correlation } from '../../shell/correlation.ts';
import { shown } from '../spread.ts';
import type { MatrixPanel, Panel } from '../stored.ts';
import { digitsData } from './digits-data.ts';
import type { Plan } from './plan.ts';
import { poolRuns, storedSizes } from './runs.ts';

const points = 100;
/** By the panels' ids. */
const fields = { measured: 'measured', predicted: 'smoothed', pairwise: 'predicted' } as const;
type Field = keyof typeof fields;

function average(networks: readonly Structure[], field: Field): Float64Array {
  const size = networks[0]?.labels.length ?? 0;
  return Float64Array.from({ length: size * size }, (_, k) => {
    const sum = networks.reduce((total, network) => total + network[fields[field]][k]!, 0);
    return sum / networks.length;
  });
}

export const digitsStructure: Plan<Structure> = {
  data: digitsData,

  /** Those with smaller steps are another way, told in words and a table. */
  sizes: (stored) =>
    storedSizes(poolRuns(stored.runs.filter(({ name }) => !name.includes('small-steps'))), stored.seeds),

  after: (engine, { spec }) => engine.structure({ layer: spec.observe.layer, points }),

  async panels(outcomes, stored) {
    const networks = outcomes.flatMap(({ value }) => (value ? [value] : []));
    if (networks.length === 0) return [];
    return stored.panels.flatMap((panel): Panel[] => {
      if (panel.kind !== 'matrix' || !panel.id || !(panel.id in fields)) return [];
      const values = average(networks, panel.id as Field);
      const heading =
        panel.id === 'measured' ? words.sentences.measuredIn(networks.length) : panel.heading;
      const labels = networks[0]!.labels.map(String);
      const redrawn: MatrixPanel = { ...panel, heading, labels, values: [...hundredths(values, labels.length)].map(Math.round) };
      return [redrawn];
    });
  },

  sentence(outcomes) {
    const networks = outcomes.flatMap(({ value }) => (value ? [value] : []));
    if (networks.length === 0) return '';
    const { labels } = networks[0]!;
    const [measured, foretold] = [average(networks, 'measured'), average(networks, 'predicted')];
    const over = (across: boolean) => {
      const [a, b]: [number[], number[]] = [[], []];
      labels.forEach((label, i) => {
        for (let j = i + 1; j < labels.length; j++) {
          if (across && labels[j] === label) continue;
          a.push(measured[i * labels.length + j]!);
          b.push(foretold[i * labels.length + j]!);
        }
      });
      return shown(correlation(a, b));
    };
    return words.sentences.digitsStructure(networks.length, over(false), over(true));
  },
};
