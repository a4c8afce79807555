/** Fields of the page on which a worksheet is made. Every one has a label, and a name that faults can point at. */
import { html, nothing, type TemplateResult } from 'lit';
import { expectNumber, formatTyped, typedNumber } from '../shell/format.ts';

interface Field {
  label: string;
  /** The field of the document: "blocks[2].text". */
  name: string;
  faults: readonly string[];
}

/** Whether a fault is of a field. */
const isOf = (fault: string, name: string) => fault.startsWith(`${name}:`) || fault.startsWith(`${name} `);

function around(field: Field, input: TemplateResult, hint = ''): TemplateResult {
  const own = field.faults.filter((fault) => isOf(fault, field.name));
  return html`<div class="field"><label>${field.label}${input}</label>${hint ? html`<p class="hint">${hint}</p>` : nothing}${own.map(
      (fault) => html`<p class="error">${fault}</p>`,
    )}</div>`;
}

const typed = (take: (text: string) => void) => (event: Event) => take((event.target as HTMLInputElement).value);

export const line = (field: Field & { value: string; take: (text: string) => void; hint?: string }): TemplateResult =>
  around(field, html`<input type="text" name=${field.name} .value=${field.value} @input=${typed(field.take)} autocomplete="off" />`, field.hint);

export const area = (field: Field & { value: string; take: (text: string) => void; hint?: string; rows?: number }): TemplateResult =>
  around(field, html`<textarea name=${field.name} rows=${field.rows ?? 4} .value=${field.value} @input=${typed(field.take)}></textarea>`, field.hint);

/** What a number's field holds: a text that means no number stays in the draft as it is, where the worksheet's reader refuses it. */
export type Typed = number | string | undefined;

/** A number as people write it; an empty field is none. */
export const number = (field: Field & { value: Typed; take: (value: Typed) => void }): TemplateResult => {
  const take = async (text: string) => {
    const value = await typedNumber(text.trim());
    field.take(text.trim() === '' ? undefined : Number.isFinite(value) ? value : text);
  };
  const text = typeof field.value === 'number' ? formatTyped(String(field.value)) : (field.value ?? '');
  return around(
    field,
    html`<input type="text" inputmode="decimal" name=${field.name} .value=${text} @input=${expectNumber} @change=${typed((text) => void take(text))} />`,
  );
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
  return faults.filter((fault) => !names.some((name) => isOf(fault, name)));
}
