/** The distance matrices side by side: at the start, measured, predicted, and the reader's own. */
import { html, nothing } from 'lit';
import '../../chart/matrix.ts';
import { formatFixed } from '../../shell/format.ts';
import { xorStrings as words } from '../../strings/xor.ts';
import { commonTop, correlation, fullMatrix } from './measures.ts';
import { pointNames } from './task.ts';

type Kind = 'initial' | 'measured' | 'predicted' | 'guess';

export interface MatricesShown {
  initial: readonly number[];
  now: readonly number[];
  /** Empty until they are known; null where none are shown. */
  predicted: readonly number[] | null;
  /** The reader's own, from 0 to 1 of the largest. */
  guess: readonly number[] | null;
  /** What is said in the place of predictions that are not there yet. */
  waiting: string;
  group: string;
}

export function matricesView({ initial, now, predicted, guess, waiting, group }: MatricesShown) {
  const scaledGuess = guess?.map((value) => value * commonTop(now)) ?? null;
  const top = commonTop(now, predicted ?? [], initial);
  const matrix = (kind: Kind, values: readonly number[]) =>
    html`<reprise-matrix
      class=${kind}
      .heading=${words.matrices[kind]}
      .labels=${pointNames}
      .values=${fullMatrix(values)}
      .max=${top}
      .group=${group}
    ></reprise-matrix>`;
  // Beside the start and the measured one stands either the prediction or the reader's own.
  const three = Boolean(predicted) !== Boolean(scaledGuess);
  return html`<div class="matrices ${three ? 'three-matrices' : ''}">
    <div class="matrix-row">
      ${matrix('initial', initial)} ${matrix('measured', now)}
      ${
        predicted
          ? predicted.length > 0
            ? matrix('predicted', predicted)
            : html`<div class="predicted absent">
                <strong>${words.matrices.predicted}</strong>
                <p>${waiting}</p>
              </div>`
          : nothing
      }
      ${scaledGuess ? matrix('guess', scaledGuess) : nothing}
    </div>
    ${correlations(now, { predicted: predicted ?? [], guess: guess ?? [], initial })}
    <p class="note">${words.matrixNote}</p>
  </div>`;
}

function correlations(
  now: readonly number[],
  others: Record<'predicted' | 'guess' | 'initial', readonly number[]>,
) {
  const known = (['predicted', 'guess', 'initial'] as const).filter(
    (name) => now.length > 0 && others[name].length > 0,
  );
  if (known.length === 0) return nothing;
  return html`<p class="correlation">
    ${words.correlation}
    ${known.map(
      (name, k) =>
        html`${k > 0 ? '; ' : ''}${words.correlationOf(words.whose[name])}<strong
            class="number"
            data-of=${name}
            >${formatCorrelation(correlation(others[name], now))}</strong
          >`,
    )}
  </p>`;
}

/** A correlation with two decimals, more when it is nearly one. */
function formatCorrelation(value: number): string {
  if (!Number.isFinite(value)) return '–';
  const digits = Math.abs(value) > 0.995 && Math.abs(value) < 0.99999 ? 4 : 2;
  return formatFixed(value, digits);
}
