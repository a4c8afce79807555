import { LitElement, css, html, nothing } from 'lit';
import type { RunState, Status } from '../../engine/protocol.ts';
import { controlStyles } from '../../shell/control-styles.ts';
import { formatDuration, formatNumber } from '../../shell/format.ts';
import { digitsStrings as strings } from '../../strings/digits.ts';

/**
 * <reprise-run-bar>: train, pause, step, reset, new seed, link, and how far training is. Fires `action` with
 * the name of what was pressed.
 */
export class RunBar extends LitElement {
  static override properties = {
    status: { attribute: false },
    epochs: { attribute: false },
    ready: { attribute: false },
    preparing: { attribute: false },
    copied: { state: true },
  };
  declare status: Status | null;
  declare epochs: number;
  /** Whether an experiment stands ready, or pressing "train" can make it so. */
  declare ready: boolean;
  declare preparing: boolean;
  declare protected copied: string;

  constructor() {
    super();
    this.status = null;
    this.epochs = 0;
    this.ready = false;
    this.preparing = false;
    this.copied = '';
  }

  private get state(): RunState {
    return this.status?.state ?? 'idle';
  }

  override render() {
    const running = this.state === 'running';
    const fresh = (this.status?.epoch ?? 0) === 0;
    const ended = this.state === 'finished' || this.state === 'diverged';
    return html`<div class="row">
        <button
          type="button"
          class="primary"
          ?disabled=${!this.ready}
          @click=${() => this.act(running ? 'pause' : 'run')}
        >
          ${running ? strings.pause : ended ? strings.again : fresh ? strings.run : strings.goOn}
        </button>
        <button
          type="button"
          ?disabled=${!this.ready || running || ended}
          @click=${() => this.act('step')}
        >
          ${strings.step}
        </button>
        <button type="button" ?disabled=${!this.ready || fresh} @click=${() => this.act('reset')}>
          ${strings.reset}
        </button>
        <button type="button" ?disabled=${!this.ready} @click=${() => this.act('seed')}>
          ${strings.newSeed}
        </button>
        <button type="button" class="quiet" @click=${this.copyLink}>
          ${this.copied || strings.copyLink}
        </button>
      </div>
      ${this.renderProgress()}`;
  }

  private renderProgress() {
    const { status } = this;
    const epochs = status?.epochs ?? this.epochs;
    const epoch = status?.epoch ?? 0;
    const left = status?.remaining_seconds;
    return html`<progress
        max=${epochs}
        .value=${epoch}
        aria-label=${strings.progress}
      ></progress>
      <p class="state number">
        <span>${this.preparing ? strings.preparing : strings.states[this.state]}</span>
        <span>${strings.epochOf(formatNumber(Math.floor(epoch), 6), formatNumber(epochs, 6))}</span>
        ${status && status.epochs_per_second > 0
          ? html`<span>${strings.rate(formatNumber(status.epochs_per_second, 2))}</span>`
          : nothing}
        ${left !== null && left !== undefined
          ? html`<span>${strings.remaining(formatDuration(left))}</span>`
          : nothing}
      </p>`;
  }

  private act(action: 'run' | 'pause' | 'step' | 'reset' | 'seed') {
    this.dispatchEvent(new CustomEvent('action', { detail: action }));
  }

  private async copyLink() {
    this.dispatchEvent(new CustomEvent('action', { detail: 'link' }));
    try {
      await navigator.clipboard.writeText(location.href);
      this.copied = strings.copied;
    } catch {
      this.copied = strings.linkIsAddress;
    }
    setTimeout(() => (this.copied = ''), 2500);
  }

  static override styles = [
    controlStyles,
    css`
      :host {
        display: block;
      }
      button.primary {
        min-width: 7rem;
      }
      progress {
        display: block;
        width: 100%;
        height: 0.5rem;
        margin: var(--space-3) 0 var(--space-1);
        border: 0;
        border-radius: 4px;
        background: var(--sunken);
        accent-color: var(--accent);
        appearance: none;
        overflow: hidden;
      }
      progress::-webkit-progress-bar {
        background: var(--sunken);
      }
      progress::-webkit-progress-value {
        background: var(--accent);
      }
      progress::-moz-progress-bar {
        background: var(--accent);
      }
      .state {
        display: flex;
        flex-wrap: wrap;
        gap: 0 var(--space-4);
        min-height: 1.5em;
        margin: 0;
        color: var(--ink-muted);
        font-size: var(--text-s);
      }
    `,
  ];
}

customElements.define('reprise-run-bar', RunBar);
