/** The three equations. Each term is a button that alters it; the changes of the paper's figure have their own. */
import { html, nothing, type TemplateResult } from 'lit';
import { alteredStrings as words } from '../../strings/altered.ts';
import {
  countAltered,
  isAltered,
  nextFactor,
  toggled,
  unaltered,
  type Alteration,
  type Factor,
  type Factors,
  type Term,
} from './systems.ts';

const h = html`<var class="h">h</var>`;
const y = html`<var class="y">y</var>`;
const w = html`<var class="w">w</var>`;
const X = html`<var>X</var>`;
const Y = html`<var>Y</var>`;
const eta = (index: 'h' | 'y') => html`<var>η</var><sub><var class=${index}>${index}</var></sub>`;
const half = html`<span class="visually-hidden">½</span
  ><span class="half" aria-hidden="true"><span>1</span><span>2</span></span>`;

/** A term without its sign, and the sign before it: none where the term opens a bracket. */
interface Written {
  sign: '+' | '−' | '';
  body: TemplateResult;
}

const written: Readonly<Record<Term, Written>> = {
  h_scale: { sign: '−', body: html`${eta('h')} ${X} ${w}` },
  y_first: { sign: '', body: html`${eta('y')} ${h}` },
  y_second: { sign: '+', body: html`${eta('h')} ${X} ${y} ∕ ${h}` },
  w_first: { sign: '−', body: html`${half} ${eta('y')} (3${w} − ${y} + ${Y}) ${h}` },
  w_last: { sign: '−', body: html`${half} ${eta('h')} ${X} (${y} + ${w}) ${w} ∕ ${h}` },
};

const flipped = { '+': '−', '−': '+', '': '−' } as const;

function formula({ sign, body }: Written, factor: Factor): TemplateResult {
  if (factor === 0) return html`<del>${sign} ${body}</del>`;
  if (factor === 2) return html`${sign} <ins>2</ins> ${body}`;
  if (factor === 1) return html`${sign} ${body}`;
  return html`${sign ? html`<del>${sign}</del> ` : nothing}<ins>${flipped[sign]}</ins> ${body}`;
}

interface Equation {
  before: TemplateResult;
  terms: readonly Term[];
  after: string;
  alterations: readonly Alteration[];
}

const equations: readonly Equation[] = [
  { before: html`${h}′ =`, terms: ['h_scale'], after: '', alterations: ['double_h'] },
  {
    before: html`${y}′ = −${w} (`,
    terms: ['y_first', 'y_second'],
    after: ')',
    alterations: ['double_y', 'drop_second_y'],
  },
  { before: html`${w}′ =`, terms: ['w_first', 'w_last'], after: '', alterations: ['flip_last_w'] },
];

/** `change` is told the factors after each press. */
export function equationsView(factors: Factors, change: (factors: Factors) => void) {
  const term = (name: Term) => {
    const factor = factors[name];
    return html`<button
      type="button"
      class="term"
      data-term=${name}
      data-altered=${factor !== 1}
      title=${words.press(words.factors[nextFactor(factor)])}
      @click=${() => change({ ...factors, [name]: nextFactor(factor) })}
    >
      ${formula(written[name], factor)}
      <span class="visually-hidden">${words.term(words.terms[name], words.factors[factor])}</span>
    </button>`;
  };
  return html`<section class="equations" aria-label=${words.equations}>
    ${equations.map(
      ({ before, terms, after, alterations }) =>
        html`<div class="equation">
          <p class="formula">${before} ${terms.map(term)} ${after}</p>
          <div class="row">
            ${alterations.map(
              (name) =>
                html`<button
                  type="button"
                  data-alteration=${name}
                  aria-pressed=${isAltered(factors, name)}
                  @click=${() => change(toggled(factors, name))}
                >
                  ${words.toggles[name]}
                </button>`,
            )}
          </div>
        </div>`,
    )}
    <div class="foot">
      <p class="hint">${words.note}</p>
      <button
        type="button"
        class="quiet"
        ?disabled=${countAltered(factors) === 0}
        @click=${() => change(unaltered)}
      >
        ${words.restore}
      </button>
    </div>
  </section>`;
}
