/** The misfit of systems beside the theory's, by their keys: those `named`, those that were fitted, and that in use. */
import { html, nothing } from 'lit';
import type { FittedCurve } from '../../engine/fit.ts';
import type { Fit } from '../../engine/protocol.ts';
import { formatNumber, formatR2 } from '../../shell/format.ts';
import { alteredStrings as words } from '../../strings/altered.ts';
import { namedSystems, theory, type Alteration } from './systems.ts';

const quantities = ['h', 'y', 'w'] as const;

export function misfitTable(
  fits: ReadonlyMap<string, FittedCurve | null>,
  named: readonly string[],
  shown: string,
) {
  const base = fits.get(theory)?.fit.sse ?? NaN;
  const greatest = Math.max(0, ...[...fits.values()].map((fitted) => fitted?.fit.sse ?? 0));
  const text = words.table;
  const known = namedSystems.filter((system) => named.includes(system) || fits.has(system) || system === shown);
  // Equations that have no name stand last, while they are in use.
  const systems = known.includes(shown) ? known : [...known, shown];
  return html`<section role="group" class="misfits" aria-label=${text.title}>
    <h3>${text.title}</h3>
    ${fits.size === 0
      ? html`<p class="hint">${text.waiting}</p>`
      : html`<div class="scroll">
          <table>
            <thead>
              <tr>
                <th scope="col">${text.system}</th>
                <td class="bar" aria-hidden="true"></td>
                <th scope="col">${text.misfit}</th>
                <th scope="col">${text.times}</th>
                ${quantities.map((q) => html`<th scope="col" class="explained">${text.r2(q)}</th>`)}
              </tr>
            </thead>
            <tbody>
              ${systems.map((system) => row(system, fits.get(system)?.fit, base, greatest, shown))}
            </tbody>
          </table>
        </div>
        <p class="hint">${text.caption}</p>`}
  </section>`;
}

function row(
  system: string,
  fit: Fit | undefined,
  base: number,
  greatest: number,
  shown: string,
) {
  const name = words.names[system as Alteration] ?? words.own;
  const width = fit ? (100 * fit.sse) / greatest : 0;
  return html`<tr data-system=${system} class=${shown === system ? 'shown' : ''}>
    <th scope="row">${name}</th>
    <td class="bar" aria-hidden="true"><span style="width: ${width.toFixed(1)}%"></span></td>
    <td class="number">${fit ? formatNumber(fit.sse) : '–'}</td>
    <td class="number">
      ${fit && system !== theory ? formatNumber(fit.sse / base, 2) : nothing}
    </td>
    ${quantities.map(
      (q) => html`<td class="number explained">${fit ? formatR2(fit[`r2_${q}`]) : '–'}</td>`,
    )}
  </tr>`;
}
