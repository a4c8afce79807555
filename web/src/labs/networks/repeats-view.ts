/** The comparison over several seeds: every repetition thin, their median thick, and what it comes to in words. */
import { html } from 'lit';
import '../../chart/chart.ts';
import type { Series } from '../../chart/series.ts';
import { formatFixed } from '../../shell/format.ts';
import { networksStrings as words } from '../../strings/networks.ts';
import { timeAxis } from '../frame/loss-view.ts';
import { axisOf, median, valueOf, type Against, type Kind } from './measured.ts';
import type { Repeats } from './repeats.ts';
import type { NetworksRun } from './run.ts';

const medians: readonly { what: Against; id: string; colour: Series['colour']; name: string; label: string }[] = [
  { what: 'others', id: 'networks_median', colour: 'h', name: words.others, label: words.othersLabel },
  { what: 'own', id: 'own_start_median', colour: 'y', name: words.own, label: words.ownLabel },
  { what: 'shuffled', id: 'shuffled_median', colour: 'w', name: words.shuffled, label: words.shuffledLabel },
];

function seriesOf(run: NetworksRun, { done }: Repeats, kind: Kind): Series[] {
  if (done.length === 0) return [];
  const x = done[0]!.map(({ epoch }) => epoch);
  const values = (what: Against) => done.map((looks) => looks.map((look) => valueOf(run, look, kind, run.layer, what)));
  const single = values('others').map((y, k): Series => ({ id: `networks_${k + 1}`, label: '', name: words.repeats.one(k + 1), x, y, colour: 'h', kind: 'measured', faint: true }));
  const middle = medians.map(({ what, id, colour, name, label }): Series => {
    const all = values(what);
    const y = x.map((_, at) => median(all.map((one) => one[at]!)));
    return { id, label, name: words.repeats.median(name), x, y, colour, kind: what === 'others' ? 'measured' : 'theory' };
  });
  return [...single, ...middle];
}

/** "0.98 (0.92 to 0.99)" at the end. */
function spread(run: NetworksRun, { done }: Repeats, kind: Kind, what: Against): string {
  const ends = done.map((looks) => valueOf(run, looks.at(-1)!, kind, run.layer, what));
  const [middle, least, most] = [median(ends), Math.min(...ends), Math.max(...ends)].map((value) => formatFixed(value, 2)) as [string, string, string];
  return words.repeats.spread(middle, least, most);
}

/** Below the row that begins and ends them. */
export function repeatsView(run: NetworksRun, repeats: Repeats, kind: Kind) {
  const { done, running } = repeats;
  const over = (what: Against) => spread(run, repeats, kind, what);
  const verdict =
    done.length === 0 || running ? '' : words.repeats.verdict(done.length, words.kinds[kind], run.layer + 1, over('others'), over('shuffled'), over('own'));
  return html`<reprise-chart
      class="over-seeds"
      .heading=${words.repeats.heading(words.kinds[kind], run.layer + 1)}
      .series=${seriesOf(run, repeats, kind)}
      .xAxis=${timeAxis(run.spec.training.epochs, words)}
      .yAxis=${axisOf(kind)}
      .note=${words.repeats.note}
    ></reprise-chart>
    <p class="note" role="status">${verdict}</p>`;
}
