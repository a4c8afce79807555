/** What the page on which a worksheet is made shows of each block: its fields, and the block as students see it. */
import { html, nothing, type TemplateResult } from 'lit';
import { composerStrings as words } from '../strings/composer.ts';
import { shareStrings } from '../strings/share.ts';
import { tutorialStrings } from '../strings/tutorial.ts';
import { usualTolerance, usualTop } from '../tutorial/question-text.ts';
import { area, choice, line, number, otherFaults, type Typed } from './field-views.ts';
import { asked, inWords, labNamed, labs, presetsFor, settingsOf } from './labs.ts';
import { textOf } from './markdown.ts';
import { isQuestion, most, relations, type Block, type ChoiceBlock, type ExerciseBlock, type LabBlock, type Need, type QuestionBlock } from './types.ts';

export interface BlockView {
  blocks: readonly Block[];
  index: number;
  faults: readonly string[];
  /** Whether its lab is running here. */
  open: boolean;
  /** What came of the link pasted into it. */
  pasted: string;
  /** field: what is being typed into; a step of its own without. */
  change: (block: Block, field?: string) => void;
  toggle: () => void;
  paste: (link: string, own: boolean) => void;
}

/** A block in a few words: "Lab: XOR, lab-1". */
export function nameOf(block: Block): string {
  const kind = words.kinds[block.kind];
  if (block.kind === 'lab') return `${kind}: ${words.labs[block.lab] ?? block.lab} (${block.id})`;
  return 'id' in block ? `${kind} (${block.id})` : kind;
}

/** The fields that say their own faults, by themselves and in rows. */
const saying = ['text', 'link', 'caption', 'measure', 'tolerance', 'top', 'lab', 'after', 'unit'];
function rowsOf(block: Block): string[] {
  if (block.kind === 'choice') return block.answers.map((_, k) => `answers[${k}].value`);
  return block.kind === 'exercise' ? block.needs.map((_, k) => `needs[${k}].value`) : [];
}

export function blockView<B extends Block>(block: B, view: BlockView): TemplateResult {
  const place = `blocks[${view.index}]`;
  const own = view.faults.filter((fault) => fault.startsWith(`${place}.`) || fault.startsWith(`${place}:`));
  const shown = [...saying, ...rowsOf(block)].map((name) => `${place}.${name}`);
  return html`${fieldsOf(block, { ...view, faults: own }, place)}
  ${otherFaults(own, shown).map((fault) => html`<p class="error">${fault}</p>`)}`;
}

function fieldsOf(block: Block, view: BlockView, place: string): TemplateResult {
  const { faults, change } = view;
  const text = (label: string, hint = words.markdown) => {
    if (!('text' in block)) return nothing;
    const { text: value } = block;
    return html`${area({ label, name: `${place}.text`, faults, value, hint, take: (now) => change({ ...block, text: now }, `${place}.text`) })}
    ${value.trim() ? html`<div class="seen" role="group" aria-label=${words.preview}>${textOf(value)}</div>` : nothing}`;
  };
  switch (block.kind) {
    case 'text':
      return html`${text(words.text)}`;
    case 'lab':
      return labFields(block, view, place);
    case 'exercise':
      return html`${text(words.task, '')}${decider(block, view, place)}${conditions(block, view, place)}`;
    case 'reveal': {
      const questions = view.blocks.filter(isQuestion).map(({ id }) => [id, id] as const);
      const take = (id: string) => change({ ...block, for: id });
      return html`${choice({ label: words.waitsFor, name: `${place}.for`, faults, value: block.for, options: withMissing(questions, block.for, words.noQuestionYet), take })}${text(words.text)}`;
    }
    default:
      return html`${text(words.question, '')}${decider(block, view, place)}${questionFields(block, view, place)}`;
  }
}

/** The options, with what is chosen where that is none of them. */
function withMissing(options: readonly (readonly [string, string])[], value: string, none: string): (readonly [string, string])[] {
  return options.some(([one]) => one === value) ? [...options] : [[value, value ? `${value}?` : none], ...options];
}

function labFields(block: LabBlock, view: BlockView, place: string): TemplateResult {
  const { faults, change, blocks } = view;
  const declared = labNamed(block.lab)!;
  const presets = presetsFor(declared);
  const read = settingsOf(declared, block.link);
  const preset = 'set' in read ? read.preset : null;
  const own = presets.find(({ name }) => settingsOf(declared, linkOf(block.lab, name)) && preset?.name === name);
  const isChanged = preset !== null && block.link !== linkOf(block.lab, preset.name);
  const options: [string, string][] = presets.map(({ name, title }) => [name, title]);
  if (isChanged && own) options.unshift(['', words.changed(own.title)]);
  const questions = blocks.filter(isQuestion).map(({ id }) => [id, words.afterQuestion(id)] as const);
  const parts = Object.keys(declared.parts);
  const show = block.show ?? [];
  const tick = (part: string, on: boolean) => {
    const chosen = parts.filter((name) => (name === part ? on : show.includes(name)));
    change({ ...block, show: chosen.length > 0 ? chosen : undefined } as LabBlock);
  };
  return html`<div class="pair">
      ${choice({
        label: words.lab,
        name: `${place}.lab`,
        faults,
        value: block.lab,
        options: labs.map(({ kind }) => [kind, words.labs[kind] ?? kind]),
        take: (kind) => change({ ...block, lab: kind, link: linkOf(kind, presetsFor(labNamed(kind)!)[0]!.name), show: undefined } as LabBlock),
      })}
      ${choice({
        label: words.startFrom,
        name: `${place}.preset`,
        faults,
        value: isChanged ? '' : (preset?.name ?? ''),
        options,
        take: (name) => name && change({ ...block, link: linkOf(block.lab, name) }),
      })}
    </div>
    ${pasteField(words.paste, `${place}.link`, view, false, words.pasteHint)}
    ${parts.length > 0
      ? html`<fieldset>
          <legend>${words.parts}</legend>
          ${parts.map(
            (part) => html`<label class="tick"
              ><input type="checkbox" .checked=${show.includes(part)} @change=${({ target }: Event) => tick(part, (target as HTMLInputElement).checked)} />${shareStrings.partNames[part] ?? part}</label
            >`,
          )}
        </fieldset>`
      : nothing}
    ${choice({
      label: words.opens,
      name: `${place}.after`,
      faults,
      value: block.after ?? '',
      options: withMissing([['', words.atOnce], ...questions], block.after ?? '', ''),
      take: (id) => change({ ...block, after: id || undefined } as LabBlock),
    })}
    ${area({ label: words.caption, name: `${place}.caption`, faults, value: block.caption ?? '', rows: 2, take: (text) => change({ ...block, caption: text || undefined } as LabBlock, `${place}.caption`) })}
    <p><button type="button" aria-expanded=${view.open} @click=${view.toggle}>${view.open ? words.hideLab : words.showLab}</button></p>
    ${view.open
      ? html`<reprise-lab-preview
          .kind=${block.lab}
          .link=${block.link}
          .show=${show}
          @take=${({ detail }: CustomEvent<string>) => change({ ...block, link: detail })}
        ></reprise-lab-preview>`
      : nothing}`;
}

/** A preset as a link of its lab. */
export function linkOf(kind: string, preset: string): string {
  const declared = labNamed(kind)!;
  const plain = settingsOf(declared, `#preset=${preset}`);
  // An old link may mean another preset by the same name.
  const read = 'set' in plain && plain.preset.name === preset ? plain : settingsOf(declared, `#preset=${preset}@2`);
  return 'set' in read ? read.link : '';
}

function pasteField(label: string, name: string, { faults, paste, pasted }: BlockView, own: boolean, hint: string): TemplateResult {
  const use = ({ currentTarget }: Event) => {
    const input = (currentTarget as Element).closest('.paste')!.querySelector('input')!;
    paste(input.value, own);
    input.value = '';
  };
  return html`<div class="paste">
      ${line({ label, name, faults, value: '', take: () => {}, hint })}
      <button type="button" @click=${use}>${words.useLink}</button>
    </div>
    <p class="error" role="status">${pasted}</p>`;
}

/** The lab of the worksheet that a question or an exercise is about. */
const labOf = (block: QuestionBlock | ExerciseBlock, { blocks }: BlockView) =>
  blocks.find((one): one is LabBlock => one.kind === 'lab' && one.id === block.lab);

function decider(block: QuestionBlock | ExerciseBlock, view: BlockView, place: string): TemplateResult {
  const there = view.blocks.filter((one): one is LabBlock => one.kind === 'lab').map((lab) => [lab.id, nameOf(lab)] as const);
  return choice({
    label: words.decidedBy,
    name: `${place}.lab`,
    faults: view.faults,
    value: block.lab,
    options: withMissing(there, block.lab, words.noLabYet),
    take: (id) => view.change({ ...block, lab: id }),
  });
}

/** A number so many times as large; what is none yet as it stands. */
const scaled = (typed: Typed, factor: number): Typed => (typeof typed === 'number' ? typed * factor : typed);

function questionFields(block: QuestionBlock, view: BlockView, place: string): TemplateResult {
  const { faults, change } = view;
  const lab = labOf(block, view);
  const declared = lab && labNamed(lab.lab);
  const names = declared ? asked(declared, block.kind) : [];
  const options = names.map((name) => [name, inWords(declared, name)] as const);
  const measure =
    block.kind === 'matrix'
      ? nothing
      : choice({
          label: block.kind === 'draw' ? words.curve : words.measure,
          name: `${place}.measure`,
          faults,
          value: block.measure ?? '',
          options: block.kind === 'choice' ? withMissing([['', words.notJudged], ...options], block.measure ?? '', '') : withMissing(options, block.measure ?? '', ''),
          take: (name) => change({ ...block, measure: name || undefined } as QuestionBlock),
        });
  return html`${declared && names.length === 0 && block.kind !== 'choice' ? html`<p class="error">${words.nothingToAsk}</p>` : nothing} ${measure}
  ${block.kind === 'choice' ? answers(block, view, place) : nothing}
  ${block.kind === 'number'
    ? html`<div class="pair">
        ${line({ label: words.unit, name: `${place}.unit`, faults, value: block.unit ?? '', take: (unit) => change({ ...block, unit: unit || undefined } as QuestionBlock, `${place}.unit`) })}
        ${number({
          label: words.tolerance,
          name: `${place}.tolerance`,
          faults,
          value: scaled(block.tolerance ?? usualTolerance, 100),
          take: (percent) => change({ ...block, tolerance: scaled(percent, 0.01) } as QuestionBlock),
        })}
      </div>`
    : nothing}
  ${block.kind === 'draw'
    ? number({ label: words.top, name: `${place}.top`, faults, value: block.top ?? usualTop, take: (top) => change({ ...block, top } as QuestionBlock) })
    : nothing}
  ${pasteField(words.ownLink, `${place}.link`, view, true, block.link ?? '')}`;
}

function answers(block: ChoiceBlock, { change, faults }: BlockView, place: string): TemplateResult {
  const set = (k: number, part: object, field = '') =>
    change({ ...block, answers: block.answers.map((answer, n) => (n === k ? { ...answer, ...part } : answer)) }, field);
  return html`<fieldset>
    <legend>${words.answers}</legend>
    ${block.answers.map((answer, k) => {
      const at = `${place}.answers[${k}]`;
      return html`<div class="answer">
        ${number({ label: words.value(k + 1), name: `${at}.value`, faults, value: answer.value, take: (value) => set(k, { value }) })}
        ${line({ label: words.answer(k + 1), name: `${at}.text`, faults: [], value: answer.text, take: (text) => set(k, { text }, `${at}.text`) })}
        ${line({ label: words.feedback(k + 1), name: `${at}.feedback`, faults: [], value: answer.feedback ?? '', take: (feedback) => set(k, { feedback: feedback || undefined }, `${at}.feedback`) })}
        <button
          type="button"
          class="quiet"
          aria-label=${words.removeAnswer(k + 1)}
          ?disabled=${block.answers.length <= 2}
          @click=${() => change({ ...block, answers: block.answers.filter((_, n) => n !== k) })}
        >
          ✕
        </button>
      </div>`;
    })}
    <button
      type="button"
      ?disabled=${block.answers.length >= most.answers}
      @click=${() => change({ ...block, answers: [...block.answers, { value: Math.max(...block.answers.map(({ value }) => Number(value) || 0)) + 1, text: '' }] })}
    >
      ${words.addAnswer}
    </button>
  </fieldset>`;
}

function conditions(block: ExerciseBlock, view: BlockView, place: string): TemplateResult {
  const { change, faults } = view;
  const lab = labOf(block, view);
  const declared = lab && labNamed(lab.lab);
  const names = (declared ? asked(declared, 'exercise') : []).map((name) => [name, inWords(declared, name)] as const);
  const set = (k: number, part: Partial<Need>) => change({ ...block, needs: block.needs.map((need, n) => (n === k ? { ...need, ...part } : need)) });
  return html`<fieldset>
    <legend>${words.conditions}</legend>
    ${block.needs.map((need, k) => {
      const at = `${place}.needs[${k}]`;
      return html`<div class="condition">
        ${choice({ label: words.condition(k + 1), name: `${at}.measure`, faults: [], value: need.measure, options: withMissing(names, need.measure, ''), take: (measure) => set(k, { measure }) })}
        ${choice({
          label: words.relation(k + 1),
          name: `${at}.relation`,
          faults: [],
          value: need.relation,
          options: relations.map((relation) => [relation, tutorialStrings.relations[relation]!]),
          take: (relation) => set(k, { relation: relation as Need['relation'] }),
        })}
        ${number({ label: words.bound(k + 1), name: `${at}.value`, faults, value: need.value, take: (value) => set(k, { value } as Partial<Need>) })}
        <button
          type="button"
          class="quiet"
          aria-label=${words.removeCondition(k + 1)}
          ?disabled=${block.needs.length <= 1}
          @click=${() => change({ ...block, needs: block.needs.filter((_, n) => n !== k) })}
        >
          ✕
        </button>
      </div>`;
    })}
    <button
      type="button"
      ?disabled=${block.needs.length >= most.needs}
      @click=${() => change({ ...block, needs: [...block.needs, { measure: names[0]?.[0] ?? '', relation: '<', value: 0 }] })}
    >
      ${words.addCondition}
    </button>
  </fieldset>`;
}
