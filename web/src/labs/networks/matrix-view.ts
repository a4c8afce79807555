/** Every layer of one network with every one of another, as a table: numbers that can be read, on a ground that shows them. */
import { html } from 'lit';
import type { Alignment } from '../../engine/protocol.ts';
import { formatFixed } from '../../shell/format.ts';
import { networksStrings as words } from '../../strings/networks.ts';
import type { Kind } from './measured.ts';

/** How alike, in tenths: the ground of a cell. */
const levelOf = (kind: Kind, value: number) => Math.round(10 * Math.min(1, Math.max(0, kind === 'procrustes' ? 1 - value : value)));

export function matrixView(found: Alignment, kind: Kind, caption: string) {
  const { rows, columns } = found;
  const across = Array.from({ length: columns }, (_, at) => at);
  const name = (at: number, of: number) => words.representation(at, of);
  return html`<figure class="matrix">
    <figcaption>${caption}</figcaption>
    <div class="scroll" tabindex="0" role="group" aria-label=${caption}>
      <table>
        <thead>
          <tr>
            <td></td>
            ${across.map((at) => html`<th scope="col">${name(at, columns)}</th>`)}
          </tr>
        </thead>
        <tbody>
          ${Array.from(
            { length: rows },
            (_, row) => html`<tr>
              <th scope="row">${name(row, rows)}</th>
              ${across.map((column) => {
                const value = found[kind][row * columns + column]!;
                return Number.isFinite(value)
                  ? html`<td data-level=${levelOf(kind, value)}>${formatFixed(value, 2)}</td>`
                  : html`<td>${words.undefinedCell}</td>`;
              })}
            </tr>`,
          )}
        </tbody>
      </table>
    </div>
  </figure>`;
}
