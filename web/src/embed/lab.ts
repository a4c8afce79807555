import { LitElement, html, nothing, type PropertyValues } from 'lit';
import { property, state } from 'lit/decorators.js';
import { labEvent, type LabElement } from '../labs/frame/lab-element.ts';
import { watchSight } from '../shell/sight.ts';
import { MemoryLink } from '../spec/link.ts';
import { linkName } from '../spec/presets.ts';
import { embedStrings as words } from '../strings/embed.ts';
import { labStyles } from './lab-styles.ts';
import { loadFonts } from './look.ts';
import { readOptions, settingsOf, type EmbedOptions } from './options.ts';
import {
  clampHeight,
  finite,
  parseMessage,
  type LabCommand,
  type LabMessage,
  type RunResult,
} from './protocol.ts';
import { knownSite, setSite } from './root.ts';
import { SelfRun } from './self-run.ts';
import { tryEngine } from './start-worker.ts';
import { unavailableView } from './unavailable.ts';

/** A lab that is nearly in view is begun, so that it stands when it gets there. */
const nearly = '200px';

/**
 * <reprise-lab preset="xor/rich" set="network.gain=1.2 seed=3" controls="plane loss" theme="dark" height="480">:
 * a lab on anybody's page. `controls` names the parts to show (all by default), `theme` is auto, light or dark,
 * `height` is kept free until the lab stands. With `autorun` it runs while it is in view. `site` says where
 * the site lies, where the script does not come from it. Messages (protocol.ts) are events named "reprise".
 */
export class RepriseLab extends LitElement {
  @property() preset = '';
  @property() set = '';
  @property() controls = '';
  @property() theme = '';
  @property() height = '';
  @property() site = '';
  @property({ type: Boolean }) autorun = false;
  /** Out of view so far; finding out whether it can run; standing; unable to run. */
  @state() protected stage: 'waiting' | 'trying' | 'standing' | 'unavailable' = 'waiting';
  @state() protected reason = '';

  private options!: EmbedOptions;
  private link = new MemoryLink('');
  /** The lab itself, once it stands. */
  lab: LabElement | null = null;
  private seen: IntersectionObserver | null = null;
  private endSight = () => {};
  /** A command that follows settings at once waits until they are in force, or refused. */
  private taken: Promise<void> = Promise.resolve();
  private readonly selfRun = new SelfRun((action) => void this.lab?.act(action));
  private resized: ResizeObserver | null = null;
  private lastHeight = 0;
  private lastGeneration = -1;
  private lastState = 'idle';
  private lastProblem = '';
  private wasReady = false;

  override connectedCallback() {
    super.connectedCallback();
    loadFonts();
    if (this.site) setSite(this.site);
    this.resized = new ResizeObserver(() => this.emitHeight());
    this.resized.observe(this);
    this.seen = new IntersectionObserver(
      (entries) => {
        if (!entries.some((entry) => entry.isIntersecting)) return;
        this.seen?.disconnect();
        void this.begin();
      },
      { rootMargin: nearly },
    );
    this.seen.observe(this);
    this.endSight = watchSight(this, (seen) => this.selfRun.sight(seen));
  }

  override disconnectedCallback() {
    super.disconnectedCallback();
    this.seen?.disconnect();
    this.endSight();
    this.selfRun.end();
    this.resized?.disconnect();
    // The lab frees its worker as it goes; should the element come back, it begins again from its link.
    this.lab = null;
    this.stage = 'waiting';
    this.wasReady = false;
  }

  protected override willUpdate(changed: PropertyValues) {
    const asked = (['preset', 'set', 'controls', 'theme'] as const).some((name) => changed.has(name));
    if (!asked && this.options) return;
    this.options = readOptions({
      preset: this.preset,
      set: this.set,
      controls: this.controls,
      theme: this.theme,
    });
    this.dataset.theme = this.options.theme;
    if (changed.has('preset') || changed.has('set') || !this.link.read()) this.follow();
  }

  /** Lets the lab follow the element's attributes. */
  private follow() {
    const { hash, kind } = this.options;
    if (this.lab && this.lab.localName !== kind.tag) {
      this.lab = null;
      this.link = new MemoryLink(hash);
      if (this.stage === 'standing') this.stand();
      return;
    }
    this.taken = this.link.go(hash);
  }

  /** Finds out whether the page lets labs run, and then stands or says why not. */
  private async begin() {
    if (this.stage === 'trying' || this.stage === 'standing') return;
    this.stage = 'trying';
    try {
      await tryEngine();
    } catch (error) {
      this.reason = error instanceof Error ? error.message : String(error);
      this.stage = 'unavailable';
      this.emit({ type: 'unavailable', message: words.unavailable(this.reason) });
      return;
    }
    if (!this.isConnected) return;
    this.stand();
    this.stage = 'standing';
  }

  private stand() {
    const lab = document.createElement(this.options.kind.tag) as unknown as LabElement;
    lab.link = this.link;
    lab.show = this.options.controls.join(' ');
    lab.addEventListener(labEvent, () => this.reported());
    // What the reader presses is theirs.
    lab.addEventListener('run-action', () => this.selfRun.end());
    this.lab = lab;
    this.requestUpdate();
  }

  /** Something in the lab changed: tells the page what matters of it. */
  private reported() {
    const { lab } = this;
    if (!lab) return;
    const report = lab.report();
    if (!this.wasReady && !report.problem && Object.keys(report.last).length > 0) {
      this.wasReady = true;
      this.emit({ type: 'ready', preset: linkName(this.options.preset), hash: report.hash });
      if (this.autorun) this.selfRun.begin();
    }
    this.selfRun.follow(report.state);
    if (report.problem !== this.lastProblem) {
      this.lastProblem = report.problem;
      if (report.problem) this.refuse('', '', '', report.problem);
    }
    const { state, generation } = report;
    const over = state === 'finished' || state === 'diverged';
    // A short run may be over before anything was heard of it.
    const missed = over && !(this.lastState === 'running' && this.lastGeneration === generation);
    if (state === this.lastState && generation === this.lastGeneration) return;
    this.lastState = state;
    this.lastGeneration = generation;
    if (state === 'running' || missed) this.emit({ type: 'started', hash: report.hash });
    if (!over) return;
    const result: RunResult = {
      state,
      hash: report.hash,
      spec: report.spec,
      epoch: report.epoch,
      last: finite(report.last),
      theory: finite(report.theory),
    };
    this.emit({ type: 'finished', ...result });
  }

  private emit(message: LabMessage) {
    this.dispatchEvent(new CustomEvent<LabMessage>('reprise', { detail: message, bubbles: true }));
  }

  private refuse(field: string, value: string, allowed: string, message?: string) {
    const text = message ?? `${field} is ${value}; allowed: ${allowed}`;
    // What was wrong may be as long as it likes; what is said of it may not.
    const refusal = { field, value, allowed, message: text };
    const short = Object.entries(refusal).map(([name, words]) => [name, words.length > 1000 ? `${words.slice(0, 500)} … ${words.slice(-500)}` : words]);
    this.emit({ type: 'refused', ...(Object.fromEntries(short) as typeof refusal) });
  }

  private emitHeight() {
    const height = clampHeight(this.getBoundingClientRect().height);
    if (Math.abs(height - this.lastHeight) < 1) return;
    this.lastHeight = height;
    this.emit({ type: 'resized', height });
  }

  /** Takes a message as frames do: what is not for us is passed over, what is wrong is refused with a message. */
  receive(data: unknown): void {
    const received = parseMessage(data);
    if (!received) return;
    if ('refusal' in received) {
      const { field, value, allowed } = received.refusal;
      this.refuse(field, value, allowed);
    } else {
      void this.send(received.command);
    }
  }

  /** Gives the lab a command. A lab that has not been in view yet is begun. */
  async send(command: LabCommand): Promise<void> {
    if (command.type === 'set') return this.change(command.fields);
    this.selfRun.end();
    if (this.stage === 'waiting') await this.begin();
    let lab: LabElement | null;
    do {
      await this.updateComplete;
      ({ lab } = this);
      if (!lab) return;
      await lab.opened();
      await this.taken;
      // Meanwhile it may have left the page, or made way for another.
    } while (lab !== this.lab);
    const { state } = lab.report();
    const over = state === 'finished' || state === 'diverged';
    await lab.act(command.type === 'run' && over ? 'run-again' : command.type);
  }

  run(): Promise<void> {
    return this.send({ type: 'run' });
  }

  pause(): Promise<void> {
    return this.send({ type: 'pause' });
  }

  reset(): Promise<void> {
    return this.send({ type: 'reset' });
  }

  private change(fields: Record<string, string | number>): void {
    const present = settingsOf(this.present);
    const { preset = linkName(present.preset), ...settings } = fields;
    // Another preset begins afresh; otherwise the present settings stay.
    const kept = 'preset' in fields ? '' : `${present.set} `;
    const set = kept + Object.entries(settings).map(([path, value]) => `${path}=${value}`).join(' ');
    const options = readOptions({ preset: String(preset), set, controls: '', theme: '' });
    const [problem] = options.problems;
    if (problem) {
      this.refuse('fields', JSON.stringify(fields), '', problem);
      return;
    }
    this.options = { ...this.options, kind: options.kind, preset: options.preset, hash: options.hash };
    this.follow();
  }

  /** The settings as a link: the lab's, once it stands. */
  private get present(): string {
    return this.lab?.isConnected ? this.lab.report().hash : this.link.read();
  }

  private get siteLink(): string {
    const site = knownSite();
    if (!site) return '';
    const { kind } = this.options;
    const hash = this.present;
    const extras = Object.entries(kind.extras).map(([key, value]) => `&${key}=${value}`);
    return new URL(kind.page + hash + extras.join(''), site).href;
  }

  /** The link is written when it is followed, since the settings change all the time. */
  private readonly freshLink = (event: Event) => {
    (event.currentTarget as HTMLAnchorElement).href = this.siteLink;
  };

  override render() {
    const { options, stage } = this;
    const title = words.lab(options.preset.title);
    if (stage === 'unavailable') {
      return unavailableView({
        preset: options.preset.name,
        reason: this.reason,
        link: this.siteLink,
        again: () => void this.begin(),
      });
    }
    return html`${
      options.problems.length > 0
        ? html`<div class="ignored">
            <p>${words.ignored}</p>
            <ul>
              ${options.problems.map((problem) => html`<li>${problem}</li>`)}
            </ul>
          </div>`
        : nothing
    }
    ${
      this.lab ??
      html`<div class="waiting" aria-label=${title} role="img">
        <slot></slot>
      </div>`
    }
    <p class="credit">
      <span>${options.preset.title}</span>
      ${
        this.siteLink
          ? html`<a
              href=${this.siteLink}
              target="_blank"
              rel="noopener"
              title=${words.full(options.preset.title)}
              @focus=${this.freshLink}
              @pointerenter=${this.freshLink}
              @click=${this.freshLink}
              >${words.open}</a
            >`
          : nothing
      }
    </p>`;
  }

  protected override updated(changed: PropertyValues<this>) {
    // Canvases are painted in resolved colours, and must hear of it. (The first time they are not there yet.)
    if (changed.get('theme') !== undefined) document.dispatchEvent(new CustomEvent('reprise-theme'));
    const waiting = this.renderRoot.querySelector<HTMLElement>('.waiting');
    const height = Number(this.height);
    if (waiting && height > 0) waiting.style.minHeight = `${clampHeight(height)}px`;
  }

  static override styles = labStyles;
}

customElements.define('reprise-lab', RepriseLab);
