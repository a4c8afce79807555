/** The three equations, with what is altered marked in them and a switch for each alteration. */
import { html, nothing, type TemplateResult } from 'lit';
import { alteredStrings as words } from '../../strings/altered.ts';
import type { Alteration } from './systems.ts';

type Altered = (alteration: Alteration) => boolean;

const h = html`<var class="h">h</var>`;
const y = html`<var class="y">y</var>`;
const w = html`<var class="w">w</var>`;
const X = html`<var>X</var>`;
const Y = html`<var>Y</var>`;
const eta = (index: 'h' | 'y') => html`<var>η</var><sub><var class=${index}>${index}</var></sub>`;
const half = html`<span class="half"><span>1</span><span>2</span></span>`;

const twice = (doubled: boolean) => (doubled ? html`<ins>2</ins> ` : nothing);
const struck = (dropped: boolean, term: TemplateResult) =>
  dropped ? html`<del>${term}</del>` : html`<span class="term">${term}</span>`;

interface Equation {
  text(altered: Altered): TemplateResult;
  alterations: readonly Alteration[];
}

const equations: readonly Equation[] = [
  {
    text: (altered) => html`${h}′ = −${twice(altered('double_h'))}${eta('h')} ${X} ${w}`,
    alterations: ['double_h'],
  },
  {
    text: (altered) => html`${y}′ = −${twice(altered('double_y'))}${w} (${eta('y')} ${h}
      ${struck(altered('drop_second_y'), html`+ ${eta('h')} ${X} ${y} ∕ ${h}`)})`,
    alterations: ['double_y', 'drop_second_y'],
  },
  {
    text: (altered) => html`${w}′ = −${half} ${eta('y')} (3${w} − ${y} + ${Y}) ${h}
      <span class="term"
        >${altered('flip_last_w') ? html`<del>−</del> <ins>+</ins>` : '−'} ${half} ${eta('h')} ${X}
        (${y} + ${w}) ${w} ∕ ${h}</span
      >`,
    alterations: ['flip_last_w'],
  },
];

/** `toggle` is told which alteration to put on or off. */
export function equationsView(
  altered: ReadonlySet<Alteration>,
  toggle: (alteration: Alteration) => void,
  restore: () => void,
) {
  return html`<section class="equations" aria-label=${words.equations}>
    ${equations.map(
      ({ text, alterations }) =>
        html`<div class="equation">
          <p class="formula">${text((name) => altered.has(name))}</p>
          <div class="row">
            ${alterations.map(
              (name) =>
                html`<button
                  type="button"
                  data-alteration=${name}
                  aria-pressed=${altered.has(name)}
                  @click=${() => toggle(name)}
                >
                  ${words.toggles[name]}
                </button>`,
            )}
          </div>
        </div>`,
    )}
    <div class="foot">
      <p class="hint">${words.note}</p>
      <button type="button" class="quiet" ?disabled=${altered.size === 0} @click=${restore}>
        ${words.restore}
      </button>
    </div>
  </section>`;
}
