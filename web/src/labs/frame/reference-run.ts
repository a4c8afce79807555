import { LitElement, html, nothing } from 'lit';
import { property, state } from 'lit/decorators.js';
import '../../chart/chart.ts';
import type { Series } from '../../chart/series.ts';
import { columnNames, type RecordTable } from '../../engine/records.ts';
import { controlStyles } from '../../shell/control-styles.ts';
import { formatNumber } from '../../shell/format.ts';
import { fieldPaths, getField, sameValue } from '../../spec/paths.ts';
import { savedRunsStrings } from '../../strings/saved-runs.ts';
import { tableStyles } from '../../shell/table-styles.ts';
import { referenceStyles } from './reference-styles.ts';
import { sameRecords, type Reference, type RunResult } from './result-file.ts';

const { reference: words, drop } = savedRunsStrings;

/** What holds the reference, and where the present run is had from. */
export interface ReferenceHolder {
  readonly reference: Reference | null;
  /** Why a file was refused; empty when none was. */
  readonly problem: string;
  /** Whether a file hovers over the lab. */
  readonly dropping: boolean;
  readonly host: { result(): RunResult | null };
  /** Takes over the reference's settings. */
  useReference(): void;
  drop(): void;
}

/** The pairs of points whose distances a table holds, as "0_1". */
function pairsOf(records: RecordTable): string[] {
  return records.columns.flatMap((name) => /^y_(\d+_\d+)$/.exec(name)?.[1] ?? []);
}

/** The column of a quantity of a pair; h at the layer that the run observes. */
function columnOf({ spec }: RunResult, pair: string, quantity: 'h' | 'y' | 'w'): string {
  const [i, j] = pair.split('_').map(Number) as [number, number];
  return quantity === 'h' ? columnNames.h(i, j, spec.observe.layer) : columnNames[quantity](i, j);
}

/**
 * <reprise-reference-run>: the run that a lab's tools hold as a reference, laid over the lab's own, and a table of
 * what differs; or why a file was refused.
 */
export class ReferenceRun extends LitElement {
  // The same object all along, while what it holds changes: redrawn whenever the lab is.
  @property({ attribute: false, hasChanged: () => true }) tools!: ReferenceHolder;
  @state() protected pair = '';

  override render() {
    const { reference, problem, dropping } = this.tools;
    return html`${dropping ? html`<p class="drop">${drop}</p>` : nothing}
    ${problem ? html`<p class="notice" role="alert">${problem}</p>` : nothing}
    ${reference ? this.renderReference(reference) : nothing}`;
  }

  private renderReference(reference: Reference) {
    const yours = this.tools.host.result();
    const epoch = formatNumber(reference.epoch, 6);
    const title = reference.name ? words.file(reference.name, epoch) : words.kept(epoch);
    const pairs = pairsOf(reference.records);
    const pair = pairs.includes(this.pair) ? this.pair : (pairs[0] ?? '');
    return html`<section class="panel" aria-label=${title}>
      <header>
        <h2>${title}</h2>
        ${pairs.length > 1
          ? html`<label
              >${words.pair}
              <select @change=${(event: Event) => (this.pair = (event.target as HTMLSelectElement).value)}>
                ${pairs.map(
                  (name) =>
                    html`<option value=${name} .selected=${name === pair}>
                      ${name.replace('_', '–')}
                    </option>`,
                )}
              </select></label
            >`
          : nothing}
        ${reference.hash
          ? html`<button type="button" @click=${() => this.tools.useReference()}>${words.use}</button>`
          : nothing}
        <button type="button" class="quiet" @click=${() => this.tools.drop()}>${words.close}</button>
      </header>
      <p class="hint">${words.key}</p>
      <div class="charts">${this.renderCharts(reference, yours, pair)}</div>
      ${this.renderTable(reference, yours, pair)}
    </section>`;
  }

  private renderCharts(reference: RunResult, yours: RunResult | null, pair: string) {
    const epochs = Math.max(reference.spec.training.epochs, yours?.spec.training.epochs ?? 0);
    const time = { title: words.time, min: 0, max: epochs };
    const curves = (name: string, column: (run: RunResult) => string, colour: Series['colour']) =>
      [reference, yours].flatMap((run, k): Series[] => {
        const y = run?.records.column(column(run)) ?? [];
        if (!run || y.length === 0) return [];
        const isReference = k === 0;
        return [
          {
            id: `${name}_${isReference ? 'reference' : 'yours'}`,
            label: isReference ? '' : name,
            name: isReference ? words.reference(name) : words.yours(name),
            x: run.records.column('t'),
            y,
            colour,
            kind: 'measured',
            faint: isReference,
          },
        ];
      });
    const distances = (['h', 'y', 'w'] as const).flatMap((q) =>
      curves(q, (run) => columnOf(run, pair, q), q),
    );
    const accuracy = curves('accuracy', () => 'held_out_accuracy', 'accuracy');
    return html`${pair
        ? html`<reprise-chart
            .heading=${words.distances}
            .series=${distances}
            .xAxis=${time}
            .yAxis=${{ title: words.distancesUnit }}
            group="reference"
          ></reprise-chart>`
        : nothing}
      <reprise-chart
        .heading=${words.loss}
        .series=${curves('loss', () => 'loss', 'loss')}
        .xAxis=${time}
        .yAxis=${{ title: words.lossUnit, scale: 'log' }}
        group="reference"
      ></reprise-chart>
      ${accuracy.length > 0
        ? html`<reprise-chart
            .heading=${words.accuracy}
            .series=${accuracy}
            .xAxis=${time}
            .yAxis=${{ title: words.accuracyUnit, min: 0, max: 1 }}
            group="reference"
          ></reprise-chart>`
        : nothing}`;
  }

  private renderTable(reference: RunResult, yours: RunResult | null, pair: string) {
    const row = (label: string, a: unknown, b: unknown) =>
      html`<tr>
        <th scope="row">${label}</th>
        <td class="number">${cell(a)}</td>
        <td class="number">${cell(b)}</td>
      </tr>`;
    const specs = [reference.spec, yours?.spec] as const;
    const paths = new Set(specs.flatMap((spec) => (spec ? fieldPaths(spec) : [])));
    const differing = [...paths].filter(
      (path) => yours && !sameValue(getField(specs[0], path), getField(yours.spec, path)),
    );
    const names: [string, (run: RunResult) => string][] = [
      ['loss', () => 'loss'],
      ...(['h', 'y', 'w'] as const).map((q): [string, (run: RunResult) => string] => [
        q,
        (run) => columnOf(run, pair, q),
      ]),
      ['held-out accuracy', () => 'held_out_accuracy'],
    ];
    const last = (run: RunResult | null, column: (run: RunResult) => string) =>
      run && run.records.has(column(run)) ? run.records.last(column(run)) : null;
    return html`<div class="table" role="group" tabindex="0" aria-label=${words.differs}>
        <table>
          <caption>
            ${words.differs}
          </caption>
          <thead>
            <tr>
              <th scope="col">${words.setting}</th>
              <th scope="col">${words.referenceColumn}</th>
              <th scope="col">${words.yoursColumn}</th>
            </tr>
          </thead>
          <tbody>
            ${differing.map((path) => row(path, getField(specs[0], path), getField(specs[1]!, path)))}
            ${row(words.epoch, reference.epoch, yours?.epoch)}
            ${names
              .filter(([, column]) => reference.records.has(column(reference)))
              .map(([name, column]) => row(words.end(name), last(reference, column), last(yours, column)))}
            ${Object.entries(words.fit).map(([name, label]) => {
              const [a, b] = [reference.fit, yours?.fit].map(
                (fit) => (fit as Record<string, unknown> | null | undefined)?.[name],
              );
              return a === undefined && b === undefined ? nothing : row(label, a, b);
            })}
          </tbody>
        </table>
      </div>
      ${yours && differing.length === 0 ? html`<p>${words.same} ${this.bits(reference, yours)}</p>` : nothing}`;
  }

  /** Same settings must give the same numbers; a reader can see that they do. */
  private bits(reference: RunResult, yours: RunResult): string {
    if ([reference, yours].some(({ byHand = [] }) => byHand.length > 0)) return words.byHand;
    const shared = Math.min(reference.records.length, yours.records.length);
    if (shared < 2) return '';
    return sameRecords(reference.records, yours.records) ? words.sameBits(shared) : words.otherBits;
  }

  static override styles = [controlStyles, tableStyles, referenceStyles];
}

function cell(value: unknown): string {
  if (value === undefined || value === null) return words.none;
  if (typeof value === 'number') return formatNumber(value, 5);
  if (typeof value === 'string') return value;
  return Array.isArray(value) ? value.join(', ') : JSON.stringify(value);
}

customElements.define('reprise-reference-run', ReferenceRun);
