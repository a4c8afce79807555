import { LitElement, html, nothing } from 'lit';
import { property, state } from 'lit/decorators.js';
import { controlStyles, progressStyles } from '../shell/control-styles.ts';
import { HeldFocus } from '../shell/held-focus.ts';
import { galleryStrings as words } from '../strings/gallery.ts';
import { alteredStrings } from '../strings/altered.ts';
import type { Alteration } from '../labs/altered/systems.ts';
import { findPreset } from '../spec/presets.ts';
import { tableStyles } from '../shell/table-styles.ts';
import { figureStyles } from './figure-styles.ts';
import { panelsView } from './panels.ts';
import { Rerun } from './rerun.ts';
import { rerunView } from './rerun-view.ts';
import { fetchStored } from './results.ts';
import { groupsOf, type StoredResult } from './stored.ts';
import { typesetHeading, typesetPlain } from './typeset.ts';

/** A figure's data are fetched when it is this near to the view. */
const near = '800px 0px';

/**
 * <reprise-figure name="depth">: a stored result, drawn when it comes near the view, with a button that runs it
 * again here. What it holds as text stands between the two.
 */
export class RepriseFigure extends LitElement {
  @property() name = '';
  @state() stored: StoredResult | null = null;
  @state() protected failure = '';
  @state() protected loading = false;
  @state() protected group = '';

  rerun: Rerun | null = null;
  private near: IntersectionObserver | null = null;
  private seen: IntersectionObserver | null = null;

  constructor() {
    super();
    // Run gives way to Pause, Pause to Run, and what is forgotten takes its button with it.
    new HeldFocus(this, '.controls button');
  }

  override connectedCallback() {
    super.connectedCallback();
    this.near = new IntersectionObserver(
      (entries) => {
        if (entries.some((entry) => entry.isIntersecting)) void this.load();
      },
      { rootMargin: near },
    );
    this.near.observe(this);
  }

  override disconnectedCallback() {
    super.disconnectedCallback();
    this.near?.disconnect();
    this.seen?.disconnect();
    this.rerun?.close();
  }

  /** Fetches and draws the stored result, unless that has been done. */
  async load(): Promise<void> {
    if (this.stored || this.loading) return;
    this.near?.disconnect();
    this.loading = true;
    this.failure = '';
    try {
      const stored = await fetchStored(this.name);
      this.rerun = new Rerun(stored, () => this.requestUpdate());
      this.choose(groupsOf(stored.panels)[0] ?? '', stored);
      this.stored = stored;
    } catch (error) {
      this.failure = error instanceof Error ? error.message : String(error);
    }
    this.loading = false;
  }

  private choose(group: string, stored = this.stored) {
    if (!stored) return;
    this.group = group;
    this.rerun?.show(group);
    if (this.seen) void this.rerun?.measure();
  }

  protected override updated() {
    const controls = this.renderRoot.querySelector('.rerun');
    if (this.seen || !controls) return;
    // A device is measured for the figures that are looked at.
    this.seen = new IntersectionObserver((entries) => {
      if (entries.some((entry) => entry.isIntersecting)) void this.rerun?.measure();
    });
    this.seen.observe(controls);
  }

  override render() {
    return html`<div class="figure">
      ${this.renderStored()}
      <slot></slot>
      ${this.rerun && this.stored ? rerunView(this.rerun) : nothing}
    </div>`;
  }

  private renderStored() {
    const { stored } = this;
    if (this.failure) {
      return html`<div class="notice" role="alert">
        <p>${words.failed(this.failure)}</p>
        <button type="button" @click=${() => void this.load()}>${words.again}</button>
      </div>`;
    }
    if (!stored) return html`<p class="waiting">${this.loading ? words.loading : nothing}</p>`;
    const groups = groupsOf(stored.panels);
    const titles = new Map(stored.panels.map(({ group, groupTitle }) => [group, groupTitle]));
    return html`${groups.length > 1
      ? html`<label class="group"
          >${words.choose}
          <select @change=${(event: Event) => this.choose((event.target as HTMLSelectElement).value)}>
            ${groups.map(
              (group) =>
                html`<option value=${group} .selected=${group === this.group}>
                  ${titles.get(group) || groupName(stored.figure, group)}
                </option>`,
            )}
          </select></label
        >`
      : nothing}
    ${panelsView(stored.panels, this.rerun?.result?.panels ?? [], this.group)}`;
  }

  static override styles = [controlStyles, progressStyles, tableStyles, figureStyles];
}

/** A group by the words that readers know it by. */
function groupName(figure: string, group: string): string {
  if (figure === 'altered') {
    return typesetHeading(alteredStrings.names[group as Alteration | 'paper'] ?? group);
  }
  const title = ['trajectories', 'final-structure'].includes(figure) && findPreset(`two-points/${group}`)?.title;
  if (!title) return typesetHeading(group);
  // Many a title begins with the setting's name.
  const name = typesetPlain(group).replaceAll('\u00a0', ' ');
  const repeats = title.toLowerCase().startsWith(name.toLowerCase());
  return repeats ? title : words.setting(typesetHeading(group), title);
}

customElements.define('reprise-figure', RepriseFigure);
