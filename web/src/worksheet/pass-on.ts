import { LitElement, css, html, nothing } from 'lit';
import { property, state } from 'lit/decorators.js';
import { controlStyles } from '../shell/control-styles.ts';
import { formatCount, formatFixed } from '../shell/format.ts';
import { frameCode, framesScript } from '../share/frame-code.ts';
import { siteRoot } from '../shell/root.ts';
import { composerStrings } from '../strings/composer.ts';
import { linkTo, longestLink, safeLink } from './link.ts';
import { answersName, type Worksheet } from './types.ts';

const words = composerStrings.pass;
/** Height kept free for a worksheet in a frame, in CSS pixels, until it has said its own. */
const usualHeight = 1200;

/** One line, and the script that gives the frame the height of what is in it. */
export const embedding = (title: string, link: string, site: string): string =>
  `${frameCode(link, title, usualHeight)}\n${framesScript(site)}`;

/** <reprise-worksheet-pass-on>: a worksheet as a link, a file, a frame and a SCORM module. */
export class PassOn extends LitElement {
  /** Null while something is missing or wrong. */
  @property({ attribute: false }) worksheet!: Worksheet | null;
  /** What is wrong with it as a whole. */
  @property({ attribute: false }) faults!: readonly string[];
  @property({ attribute: false }) count!: number;
  @property({ attribute: false }) begun!: boolean;
  @state() private link!: string;
  @state() private said!: string;
  @state() private packed!: string;

  constructor() {
    super();
    this.worksheet = null;
    this.faults = [];
    this.count = 0;
    this.begun = false;
    this.link = '';
    this.said = '';
    this.packed = '';
  }

  protected override willUpdate(changed: Map<string, unknown>) {
    if (!changed.has('worksheet')) return;
    this.said = '';
    this.packed = '';
    const { worksheet } = this;
    if (!worksheet) {
      this.link = '';
      return;
    }
    void linkTo(worksheet).then((link) => {
      if (worksheet === this.worksheet) this.link = link;
    });
  }

  private async copy(id: string) {
    const field = this.renderRoot.querySelector<HTMLInputElement | HTMLTextAreaElement>(`#${id}`)!;
    try {
      await navigator.clipboard.writeText(field.value);
      this.said = words.copied;
    } catch {
      field.select();
      this.said = words.refused;
    }
  }

  private async saveFile() {
    const { save } = await import('../chart/save.ts');
    const content = new Blob([`${JSON.stringify(this.worksheet, null, 2)}\n`], { type: 'application/json' });
    save(`reprise-${answersName(this.worksheet!)}.json`, content);
  }

  private async saveScorm() {
    const { worksheet } = this;
    this.packed = words.packing;
    try {
      const [{ save }, { scormModule }] = await Promise.all([import('../chart/save.ts'), import('./scorm-module.ts')]);
      const bytes = await scormModule(worksheet!);
      save(`reprise-scorm-${answersName(worksheet!)}.zip`, new Blob([bytes], { type: 'application/zip' }));
      this.packed = words.packed(formatFixed(bytes.length / 1e6, 1));
    } catch {
      this.packed = words.unpacked;
    }
  }

  override render() {
    return html`<h2>${words.title}</h2>
      ${this.worksheet ? this.ways() : this.missing()}
      <p class="hint">${words.class} <a href="class.html">${words.classPage}</a></p>`;
  }

  private missing() {
    if (!this.begun) return html`<p>${words.empty}</p>`;
    return html`<p>${words.notYet(this.count)}</p>
      ${this.faults.length > 0
        ? html`<p class="error">${words.elsewhere}</p>
            <ul class="error">
              ${this.faults.map((fault) => html`<li>${fault}</li>`)}
            </ul>`
        : nothing}`;
  }

  private ways() {
    const { link } = this;
    const { title } = this.worksheet!;
    const length = formatCount(link.length);
    const fits = link.length <= longestLink;
    const bytes = formatCount(new TextEncoder().encode(JSON.stringify(this.worksheet)).length);
    const mine = /^(https?:\/\/(localhost|127\.)|file:)/.test(siteRoot().href);
    const byLink = html`<label for="link">${words.link}</label>
      <div class="row">
        <input id="link" type="text" readonly .value=${link} />
        <button type="button" class="primary" @click=${() => this.copy('link')}>${words.copy}</button>
        <a class="button" href=${link} target="_blank">${words.see}</a>
      </div>
      <p class="hint">${words.linkHint(length, bytes)} ${link.length > safeLink ? words.long(formatCount(safeLink)) : ''}</p>
      ${mine ? html`<p class="hint">${words.mine}</p>` : nothing}
      <label for="code">${words.embed}</label>
      <textarea id="code" readonly rows="3" spellcheck="false" .value=${embedding(title, link, siteRoot().href)}></textarea>
      <div class="row">
        <button type="button" @click=${() => this.copy('code')}>${words.copyEmbed}</button>
        <span class="hint">${words.embedHint}</span>
      </div>`;
    return html`${link === '' ? nothing : fits ? byLink : html`<p class="notice long">${words.tooLong(length, formatCount(longestLink))}</p>`}
      <div class="row">
        <button type="button" @click=${this.saveFile}>${words.file}</button>
        <span class="hint">${words.fileHint}</span>
      </div>
      <div class="row">
        <button type="button" @click=${this.saveScorm}>${words.scorm}</button>
        <span class="hint">${this.packed || words.scormHint}</span>
      </div>
      <p role="status">${this.said}</p>`;
  }

  static override styles = [
    controlStyles,
    css`
      :host {
        display: block;
        margin-top: var(--space-6);
      }
      .row {
        margin-bottom: var(--space-3);
      }
      .row input {
        flex: 1 1 16rem;
      }
      textarea {
        display: block;
        width: 100%;
        margin: var(--space-1) 0 var(--space-2);
        padding: var(--space-2) var(--space-3);
        border: 1px solid var(--line-strong);
        border-radius: var(--radius-s);
        background: var(--sunken);
        color: var(--ink);
        font: 400 var(--text-xs) / 1.5 var(--font-mono);
        overflow-wrap: anywhere;
      }
      .hint {
        margin: 0 0 var(--space-3);
      }
      .hint a {
        color: var(--accent);
      }
    `,
  ];
}

customElements.define('reprise-worksheet-pass-on', PassOn);
