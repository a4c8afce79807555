import { html, nothing } from 'lit';

/** A figure's numbers as a table; `names` stand before the rows, where rows have names. */
export const tableView = (label: string, head: readonly string[], rows: readonly (readonly unknown[])[], names: readonly string[] = []) =>
  html`<div class="table" role="group" tabindex="0" aria-label=${label}>
    <table>
      <thead>
        <tr>
          ${names.length > 0 ? html`<td></td>` : nothing}${head.map((text) => html`<th scope="col">${text}</th>`)}
        </tr>
      </thead>
      <tbody>
        ${rows.map(
          (row, k) =>
            html`<tr>
              ${names[k] === undefined ? nothing : html`<th scope="row">${names[k]}</th>`}${row.map((cell) => html`<td>${cell}</td>`)}
            </tr>`,
        )}
      </tbody>
    </table>
  </div>`;
