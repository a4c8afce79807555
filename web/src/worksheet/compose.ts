/** The page on which a worksheet is made: labs, questions and own text in any order, kept as a draft, and given on. */
import { LitElement, html, nothing } from 'lit';
import { state } from 'lit/decorators.js';
import { composerStrings as words } from '../strings/composer.ts';
import { blockView, linkOf, nameOf } from './block-views.ts';
import { composerStyles } from './composer-styles.ts';
import { copyOf, forgetDraft, freeId, keepDraft, keptDraft, keptDrafts, moved, newWorksheet, Steps } from './draft.ts';
import { line } from './field-views.ts';
import { asked, labNamed, labs, presetsFor, settingsOf } from './labs.ts';
import './pass-on.ts';
import './preview.ts';
import { parseWorksheet, readWorksheet } from './read.ts';
import { isQuestion, most, type Block, type LabBlock, type Worksheet } from './types.ts';

const ownKinds = ['text', 'lab', 'exercise', 'reveal'] as const;
const questions = ['choice', 'number', 'draw', 'matrix'] as const;

/** <reprise-worksheet-composer> */
export class Composer extends LitElement {
  @state() private steps!: Steps;
  /** Labs that are running here, by their ids. */
  @state() private open!: ReadonlySet<string>;
  /** What came of a link pasted into a block, by the block's place. */
  @state() private pasted!: { index: number; why: string };
  @state() private said!: string;
  @state() private refused!: readonly string[];
  @state() private kept!: boolean;

  constructor() {
    super();
    const [latest] = keptDrafts();
    this.steps = new Steps((latest && keptDraft(latest.id)) ?? newWorksheet(document.documentElement.lang));
    this.open = new Set();
    this.pasted = { index: -1, why: '' };
    this.said = '';
    this.refused = [];
    this.kept = true;
  }

  private get now(): Worksheet {
    return this.steps.now;
  }

  private change(next: Partial<Worksheet>, field = '') {
    this.steps.change({ ...this.now, ...next }, field);
    this.changed();
  }

  private changed() {
    this.kept = keepDraft(this.now);
    this.pasted = { index: -1, why: '' };
    this.refused = [];
    this.requestUpdate();
  }

  private step(way: 'undo' | 'redo') {
    this.steps[way]();
    this.changed();
  }

  private begin(worksheet: Worksheet) {
    this.steps = new Steps(worksheet);
    this.open = new Set();
    this.said = '';
    this.changed();
  }

  private removeDraft() {
    if (!confirm(words.drafts.confirm(this.now.title || words.drafts.untitled))) return;
    forgetDraft(this.now.id);
    const [other] = keptDrafts();
    this.begin((other && keptDraft(other.id)) ?? newWorksheet(document.documentElement.lang));
  }

  private async openFile({ target }: Event) {
    const input = target as HTMLInputElement;
    const [file] = input.files ?? [];
    input.value = '';
    if (!file) return;
    const { worksheet, faults } = parseWorksheet(await file.text());
    if (worksheet) {
      // A draft of the same worksheet is one step back, not gone.
      const draft = keptDraft(worksheet.id);
      this.begin(draft ?? worksheet);
      if (draft) this.change(worksheet);
      this.said = words.opened(worksheet.title);
    } else {
      this.said = words.fileRefused;
      this.refused = faults;
    }
  }

  // Blocks.

  private setBlock(index: number, block: Block, field?: string) {
    this.change({ blocks: this.now.blocks.map((one, k) => (k === index ? block : one)) }, field);
  }

  private add(kind: Block['kind']) {
    const { blocks } = this.now;
    const made = this.made(kind, blocks);
    if (made.kind === 'lab') this.open = new Set([...this.open, made.id]);
    this.change({ blocks: [...blocks, made] });
    this.said = words.added(nameOf(made));
    void this.updateComplete.then(() => {
      const last = [...this.renderRoot.querySelectorAll<HTMLElement>('.block')].at(-1);
      last?.querySelector<HTMLElement>('textarea, select, input')?.focus();
    });
  }

  private made(kind: Block['kind'], blocks: readonly Block[]): Block {
    const lab = blocks.filter((block): block is LabBlock => block.kind === 'lab').at(-1);
    const decided = { lab: lab?.id ?? '', text: '' };
    const names = (what: (typeof questions)[number] | 'exercise') => (lab ? asked(labNamed(lab.lab)!, what) : []);
    switch (kind) {
      case 'text':
        return { kind, text: '' };
      case 'lab': {
        const first = labs[0]!;
        return { kind, id: freeId(blocks, 'lab'), lab: first.kind, link: linkOf(first.kind, presetsFor(first)[0]!.name) };
      }
      case 'exercise':
        return { kind, id: freeId(blocks, 'exercise'), ...decided, needs: [{ measure: names('exercise')[0] ?? '', relation: '<', value: 0.01 }] };
      case 'reveal':
        return { kind, for: blocks.filter(isQuestion).at(-1)?.id ?? '', text: '' };
      default: {
        const asking = { id: freeId(blocks, 'question'), ...decided };
        const [measure] = names(kind);
        if (kind === 'matrix') return { kind, ...asking };
        if (kind === 'choice') return { kind, ...asking, ...(measure && { measure }), answers: [{ value: 1, text: '' }, { value: 2, text: '' }] };
        return { kind, ...asking, measure: measure ?? '' };
      }
    }
  }

  private takeAway(index: number) {
    const { blocks } = this.now;
    this.said = words.removed(nameOf(blocks[index]!));
    this.change({ blocks: blocks.filter((_, k) => k !== index) });
  }

  private async move(index: number, by: number) {
    this.change({ blocks: moved(this.now.blocks, index, by) });
    await this.updateComplete;
    const buttons = this.renderRoot.querySelectorAll<HTMLElement>(by < 0 ? '.up' : '.down');
    buttons[index + by]?.focus();
  }

  private toggle(id: string) {
    const open = new Set(this.open);
    if (!open.delete(id)) open.add(id);
    this.open = open;
  }

  /** A link to a lab, into the block of a lab, or (own) into a question as the settings that decide it. */
  private paste(index: number, link: string, own: boolean) {
    const block = this.now.blocks[index]!;
    if (own && link.trim() === '') {
      const { link: _, ...rest } = block as Block & { link?: string };
      return this.setBlock(index, rest as Block);
    }
    const kind = block.kind === 'lab' ? block.lab : this.now.blocks.find((one): one is LabBlock => one.kind === 'lab' && 'lab' in block && one.id === block.lab)?.lab;
    const among = own ? labs.filter((lab) => lab.kind === kind) : [...labs.filter((lab) => lab.kind === kind), ...labs];
    const reads = among.map((lab) => ({ lab, read: settingsOf(lab, link, true) }));
    const known = reads.find(({ read }) => 'set' in read) ?? reads.find(({ read }) => 'unknown' in read);
    if (!known || !('set' in known.read)) {
      const why = known && 'unknown' in known.read ? words.noFields(known.read.unknown.join(', ')) : words.noLab;
      this.pasted = { index, why };
      return;
    }
    const { lab, read } = known;
    if (block.kind !== 'lab') return this.setBlock(index, { ...block, link: read.link } as Block);
    const { show: _, ...rest } = block;
    this.setBlock(index, { ...(lab.kind === block.lab ? block : rest), lab: lab.kind, link: read.link });
  }

  override render() {
    const { title, language, blocks } = this.now;
    const { faults } = readWorksheet(JSON.parse(JSON.stringify(this.now)));
    const all = faults ?? [];
    // Nobody has forgotten what they have not begun to write.
    const begun = blocks.length > 0;
    const whole = all.filter((fault) => !fault.startsWith('blocks['));
    return html`${this.bar()}
      <p role="status">${this.said}</p>
      ${this.refused.length > 0 ? html`<ul class="error">${this.refused.map((fault) => html`<li>${fault}</li>`)}</ul>` : nothing}
      <div class="pair head">
        ${line({ label: words.title, name: 'title', faults: begun ? all : [], value: title, take: (text) => this.change({ title: text }, 'title') })}
        ${line({ label: words.language, name: 'language', faults: all, value: language, hint: words.languageHint, take: (text) => this.change({ language: text }, 'language') })}
      </div>
      <h2>${words.blocks}</h2>
      ${blocks.length === 0 ? html`<p class="hint">${words.empty}</p>` : nothing}
      ${blocks.map((block, index) => this.block(block, index, all))} ${this.adding()}
      <reprise-worksheet-pass-on .worksheet=${faults ? null : this.now} .faults=${whole.filter((fault) => !/^(title|language)\b/.test(fault))} .count=${all.length} .begun=${begun}></reprise-worksheet-pass-on>`;
  }

  private bar() {
    const { drafts } = words;
    const others = keptDrafts();
    const here = others.some(({ id }) => id === this.now.id) ? others : [{ id: this.now.id, title: this.now.title }, ...others];
    const choose = ({ target }: Event) => {
      const draft = keptDraft((target as HTMLSelectElement).value);
      if (draft) this.begin(draft);
    };
    return html`<div class="bar">
      <label
        >${drafts.label}
        <select @change=${choose}>
          ${here.map(({ id, title }) => html`<option value=${id} ?selected=${id === this.now.id}>${title || drafts.untitled}</option>`)}
        </select></label
      >
      <button type="button" @click=${() => this.begin(newWorksheet(document.documentElement.lang))}>${drafts.new}</button>
      <button type="button" @click=${() => this.begin(copyOf(this.now, drafts.copyTitle(this.now.title)))}>${drafts.copy}</button>
      <label class="button">${drafts.open}<input type="file" accept=".json" @change=${this.openFile} /></label>
      <button type="button" class="quiet" @click=${this.removeDraft}>${drafts.remove}</button>
      <span class="history">
        <button type="button" ?disabled=${!this.steps.canUndo} @click=${() => this.step('undo')}>${words.undo}</button>
        <button type="button" ?disabled=${!this.steps.canRedo} @click=${() => this.step('redo')}>${words.redo}</button>
      </span>
      <p class="hint">${this.kept ? drafts.kept : drafts.refused}</p>
    </div>`;
  }

  private block(block: Block, index: number, faults: readonly string[]) {
    const name = nameOf(block);
    const id = 'id' in block ? block.id : '';
    return html`<section class="block" aria-label=${name}>
      <header>
        <h3>${index + 1}. ${name}</h3>
        <button type="button" class="quiet up" aria-label=${words.up(name)} ?disabled=${index === 0} @click=${() => this.move(index, -1)}>↑</button>
        <button type="button" class="quiet down" aria-label=${words.down(name)} ?disabled=${index === this.now.blocks.length - 1} @click=${() => this.move(index, 1)}>↓</button>
        <button type="button" class="quiet" aria-label=${words.remove(name)} @click=${() => this.takeAway(index)}>✕</button>
      </header>
      ${blockView(block, {
        blocks: this.now.blocks,
        index,
        faults,
        open: this.open.has(id),
        pasted: this.pasted.index === index ? this.pasted.why : '',
        change: (next, field) => this.setBlock(index, next, field),
        toggle: () => this.toggle(id),
        paste: (link, own) => this.paste(index, link, own),
      })}
    </section>`;
  }

  private adding() {
    const full = this.now.blocks.length >= most.blocks;
    const button = (kind: Block['kind']) =>
      html`<button type="button" ?disabled=${full} @click=${() => this.add(kind)}>${words.kinds[kind]}</button>`;
    return html`<div class="adding" role="group" aria-label=${words.add}>
      <span class="label">${words.add}</span>
      <div class="row">${ownKinds.map(button)}</div>
      <span class="label">${words.questionKinds}</span>
      <div class="row">${questions.map(button)}</div>
    </div>`;
  }

  static override styles = composerStyles;
}

customElements.define('reprise-worksheet-composer', Composer);
