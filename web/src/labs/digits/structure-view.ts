import { LitElement, css, html, nothing } from 'lit';
import { property } from 'lit/decorators.js';
import '../../chart/matrix.ts';
import { hundredths } from '../../chart/hundredths.ts';
import type { Structure, StructureCorrelation } from '../../engine/protocol.ts';
import { controlStyles } from '../../shell/control-styles.ts';
import { tableStyles } from '../../shell/table-styles.ts';
import { formatFixed, formatNumber } from '../../shell/format.ts';
import { digitsStrings } from '../../strings/digits.ts';
import type { Arrangement } from './run.ts';
import { learntAccuracy, slightCorrelation } from './thresholds.ts';

const words = digitsStrings.structure;

/** Which of them correlates best over pictures of different classes, in a sentence. */
function verdict({ correlationAcrossClasses: found }: Structure): string {
  const candidates = (['initial', 'pairs', 'predicted', 'smoothed'] as const).filter((kind) => Number.isFinite(found[kind]));
  if (candidates.length === 0) return '';
  const best = candidates.reduce((a, b) => (found[b] > found[a] ? b : a));
  const slight = Math.max(slightCorrelation, Number.isFinite(found.chance) ? found.chance : 0);
  return found[best] < slight ? words.verdicts.none : words.verdicts[best];
}

// As the paper's page has them: predictions, and then what needs none.
const kinds = ['smoothed', 'predicted', 'pairs', 'sameClass', 'initial', 'chance'] as const;

/**
 * <reprise-digits-structure>: squared hidden distances of many training pictures, sorted by label: before learning, now,
 * and predicted; and how well each prediction correlates with what is measured, with and without pairs of one label.
 */
export class DigitsStructure extends LitElement {
  @property({ attribute: false }) arrangement!: Arrangement;
  @property({ attribute: false }) names!: readonly string[];
  @property({ attribute: false }) layer!: number;
  /** Whether the run has gone on since. */
  @property({ type: Boolean }) stale!: boolean;

  override render() {
    const { structure, epoch, accuracy } = this.arrangement;
    const size = structure.labels.length;
    const labels = structure.labels.map((label) => this.names[label] ?? String(label));
    const matrix = (kind: 'initial' | 'measured' | 'smoothed' | 'predicted') =>
      html`<reprise-matrix
        class=${kind}
        .heading=${words.matrices[kind]}
        .labels=${labels}
        .values=${hundredths(structure[kind], size)}
        .max=${100}
        group="digits structure"
      ></reprise-matrix>`;
    return html`<p class="when">
        ${words.when(Math.floor(epoch), this.layer, size)} ${this.stale ? words.stale : nothing}
      </p>
      <div class="matrices">
        ${matrix('initial')} ${matrix('measured')} ${matrix('smoothed')} ${matrix('predicted')}
      </div>
      ${this.table(structure)}
      ${
        accuracy < learntAccuracy
          ? html`<p class="verdict unlearnt">${words.unlearnt(formatFixed(100 * accuracy, 1), 100 * learntAccuracy)}</p>`
          : html`<p class="verdict">${verdict(structure)}</p>`
      }
      <p class="hint">${words.note(formatNumber(structure.ratio))}</p>`;
  }

  private table({ correlation, correlationAcrossClasses }: Structure) {
    const cell = (from: StructureCorrelation, kind: (typeof kinds)[number]) =>
      Number.isFinite(from[kind]) ? formatFixed(from[kind], 2) : '–';
    return html`<table>
      <caption>
        ${words.correlations}
      </caption>
      <thead>
        <tr>
          <td></td>
          <th scope="col">${words.allPairs}</th>
          <th scope="col">${words.acrossClasses}</th>
        </tr>
      </thead>
      <tbody>
        ${kinds.map(
          (kind) =>
            html`<tr data-kind=${kind}>
              <th scope="row">${words.predictions[kind]}</th>
              <td class="number">${cell(correlation, kind)}</td>
              <td class="number">${cell(correlationAcrossClasses, kind)}</td>
            </tr>`,
        )}
      </tbody>
    </table>`;
  }

  static override styles = [
    controlStyles,
    tableStyles,
    css`
      .verdict {
        margin: 0 0 var(--space-2);
        max-width: 44rem;
      }
      .when {
        margin: 0 0 var(--space-3);
        font-size: var(--text-s);
      }
      .matrices {
        display: grid;
        align-items: end;
        grid-template-columns: repeat(auto-fit, minmax(min(12rem, 100%), 1fr));
        gap: var(--space-4);
      }
      table {
        margin: var(--space-4) 0 var(--space-3);
      }
      tbody th {
        font-weight: 400;
      }
    `,
  ];
}

customElements.define('reprise-digits-structure', DigitsStructure);
