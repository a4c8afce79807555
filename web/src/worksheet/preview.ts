import labScripts from 'virtual:tutorial-labs';
import { LitElement, css, html, nothing } from 'lit';
import { property, state } from 'lit/decorators.js';
import { labEvent, type LabElement } from '../labs/frame/lab-element.ts';
import { controlStyles } from '../shell/control-styles.ts';
import { MemoryLink } from '../spec/link.ts';
import { composerStrings as words } from '../strings/composer.ts';
import { labNamed, settingsOf } from './labs.ts';

/** <reprise-lab-preview>: a lab of a worksheet, running. What is set in it can be taken as the state that students find: event "take". */
export class LabPreview extends LitElement {
  @property() kind!: string;
  @property() link!: string;
  @property({ attribute: false }) show!: readonly string[];
  @state() private failed!: boolean;
  /** Its settings where they are others than the worksheet's; empty where they are not. */
  @state() private differs!: string;
  private lab: HTMLElement | null = null;

  constructor() {
    super();
    this.kind = '';
    this.link = '';
    this.show = [];
    this.failed = false;
    this.differs = '';
  }

  protected override willUpdate(changed: Map<string, unknown>) {
    if (changed.has('kind') || (changed.has('link') && this.link !== this.differs)) void this.make();
    else if (this.lab) this.lab.setAttribute('show', this.show.join(' '));
    if (changed.has('link') && this.link === this.differs) this.differs = '';
  }

  private async make() {
    const { kind, link } = this;
    const declared = labNamed(kind);
    const read = declared && settingsOf(declared, link);
    if (!declared || !read || !('set' in read)) {
      this.lab = null;
      return;
    }
    try {
      await labScripts[declared.tag]!();
    } catch {
      this.failed = true;
      return;
    }
    // Another may have been asked for meanwhile.
    if (kind !== this.kind || link !== this.link) return;
    const lab = document.createElement(declared.tag);
    lab.setAttribute('preset', read.preset.name);
    lab.setAttribute('set', read.set);
    lab.setAttribute('show', this.show.join(' '));
    if ('link' in lab) (lab as LabElement).link = new MemoryLink(link);
    lab.addEventListener(labEvent, () => this.follow());
    this.lab = lab;
    this.failed = false;
    this.differs = '';
    this.requestUpdate();
  }

  private follow() {
    const { lab } = this;
    // A sweep has settings of its own accord, and says nothing of them.
    if (!lab || !('report' in lab)) return;
    const read = settingsOf(labNamed(this.kind)!, (lab as LabElement).report().hash, true);
    this.differs = 'set' in read && read.link !== this.link ? read.link : '';
  }

  private readonly take = () => {
    this.dispatchEvent(new CustomEvent('take', { detail: this.differs }));
  };

  override render() {
    if (this.failed) return html`<p class="error">${words.labMissing}</p>`;
    return html`${this.lab ?? nothing}
      <p class="row" ?hidden=${this.differs === ''}>
        <button type="button" @click=${this.take}>${words.take}</button>
        <span class="hint">${words.takeHint}</span>
      </p>`;
  }

  static override styles = [
    controlStyles,
    css`
      :host {
        display: block;
      }
    `,
  ];
}

customElements.define('reprise-lab-preview', LabPreview);
