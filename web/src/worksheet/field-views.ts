/** Fields of the page on which a worksheet is made. Every one has a label, and a name that faults can point at. */
import { html, nothing, type TemplateResult } from 'lit';

interface Field {
  label: string;
  /** The field of the document: "blocks[2].text". */
  name: string;
  faults: readonly string[];
}

/** What is wrong with a field. */
const faultsOf = ({ faults, name }: Field) => faults.filter((fault) => fault.startsWith(`${name}:`) || fault.startsWith(`${name} `));

function around(field: Field, input: TemplateResult, hint = ''): TemplateResult {
  const own = faultsOf(field);
  return html`<div class="field"><label>${field.label}${input}</label>${hint ? html`<p class="hint">${hint}</p>` : nothing}${own.map(
      (fault) => html`<p class="error">${fault}</p>`,
    )}</div>`;
}

const typed = (take: (text: string) => void) => (event: Event) => take((event.target as HTMLInputElement).value);

export const line = (field: Field & { value: string; take: (text: string) => void; hint?: string }): TemplateResult =>
  around(field, html`<input type="text" name=${field.name} .value=${field.value} @input=${typed(field.take)} autocomplete="off" />`, field.hint);

export const area = (field: Field & { value: string; take: (text: string) => void; hint?: string; rows?: number }): TemplateResult =>
  around(field, html`<textarea name=${field.name} rows=${field.rows ?? 4} .value=${field.value} @input=${typed(field.take)}></textarea>`, field.hint);

/** A number; an empty field is none, and what is no number is kept until it is one. */
export const number = (field: Field & { value: number | undefined; take: (value: number | undefined) => void }): TemplateResult => {
  const take = (text: string) => {
    const value = Number(text.trim().replace(',', '.'));
    field.take(text.trim() === '' || !Number.isFinite(value) ? undefined : value);
  };
  return around(field, html`<input type="text" inputmode="decimal" name=${field.name} .value=${field.value === undefined ? '' : String(field.value)} @change=${typed(take)} />`);
};

export const choice = (
  field: Field & { value: string; options: readonly (readonly [string, string])[]; take: (value: string) => void },
): TemplateResult =>
  around(
    field,
    html`<select name=${field.name} .value=${field.value} @change=${typed(field.take)}>
      ${field.options.map(([value, text]) => html`<option value=${value} ?selected=${value === field.value}>${text}</option>`)}
    </select>`,
  );

/** Faults of parts that have no field of their own here. */
export function otherFaults(faults: readonly string[], names: readonly string[]): string[] {
  return faults.filter((fault) => !names.some((name) => fault.startsWith(`${name}:`) || fault.startsWith(`${name} `)));
}
