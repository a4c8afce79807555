import { LitElement, css, html, nothing } from 'lit';
import { property } from 'lit/decorators.js';
import { strings } from '../strings/en.ts';
import { controlStyles, progressStyles } from './control-styles.ts';
import { formatDuration, formatNumber } from './format.ts';
import { HeldFocus } from './held-focus.ts';
import type { Status } from '../engine/protocol.ts';

export type RunAction = 'run' | 'run-again' | 'pause' | 'step' | 'reset' | 'new-seed';

const icons = {
  run: 'M7 4.5v15l12-7.5z',
  pause: 'M6 5h4v14H6zM14 5h4v14h-4z',
  step: 'M5 5v14l9-7zM16 5h3v14h-3z',
  reset: 'M12 5a7 7 0 1 1-6.3 4H3l4-5 4 5H8a5 5 0 1 0 4-2z',
};

const icon = (name: keyof typeof icons) =>
  html`<svg viewBox="0 0 24 24" width="18" height="18" aria-hidden="true" fill="currentColor">
    <path d=${icons[name]} />
  </svg>`;

/**
 * <reprise-run-bar>: the same controls for every run: run or pause (or, when it is over, run again), step,
 * reset to the same seed, a new seed, speed, progress and remaining time. Fires `run-action` with a RunAction, and `speed-change` with
 * epochs per second (null: as fast as it goes).
 */
export class RepriseRunBar extends LitElement {
  @property({ attribute: false }) status: Status | null = null;
  /** No experiment to run yet. */
  @property({ type: Boolean }) busy = false;
  @property({ attribute: false }) speed: number | null = null;
  @property({ attribute: false }) speeds: readonly (number | null)[] = [null, 100, 30, 10];
  @property({ type: Number }) stepEpochs = 1;

  constructor() {
    super();
    new HeldFocus(this, '.main:enabled');
  }

  override render() {
    const words = strings.run;
    const state = this.status?.state ?? 'idle';
    const over = state === 'finished' || state === 'diverged';
    const running = state === 'running';
    const untouched = !this.status || (state !== 'running' && this.status.epoch === 0);
    return html`<div class="bar" role="group" aria-label=${words.label}>
        <button
          type="button"
          class="primary main"
          ?disabled=${this.busy || state === 'diverged'}
          @click=${() => this.act(running ? 'pause' : over ? 'run-again' : 'run')}
        >
          ${icon(running ? 'pause' : 'run')}${running
            ? words.pause
            : over
              ? words.again
              : untouched
                ? words.run
                : words.resume}
        </button>
        <button
          type="button"
          title=${words.stepTitle(this.stepEpochs)}
          ?disabled=${this.busy || over}
          @click=${() => this.act('step')}
        >
          ${icon('step')}${words.step}
        </button>
        <button
          type="button"
          title=${words.resetTitle}
          ?disabled=${this.busy || untouched}
          @click=${() => this.act('reset')}
        >
          ${icon('reset')}${words.reset}
        </button>
        <button type="button" ?disabled=${this.busy} @click=${() => this.act('new-seed')}>
          ${words.newSeed}
        </button>
        <div class="aside">
          <label class="speed"
            ><span>${words.speed}</span
            ><select @change=${this.speedChosen}>
              ${this.speeds.map(
                (speed) =>
                  html`<option value=${String(speed)} .selected=${speed === this.speed}>
                    ${speed === null ? words.fullSpeed : words.perSecond(speed)}
                  </option>`,
              )}
            </select></label
          >
          <slot></slot>
        </div>
      </div>
      <div class="progress">
        <progress
          max=${this.status?.epochs ?? 1}
          .value=${this.status?.epoch ?? 0}
          aria-label=${words.progress}
        ></progress>
        <p class="number">${this.status ? this.describe(this.status) : nothing}</p>
      </div>`;
  }

  private describe({ state, epoch, epochs, epochs_per_second, remaining_seconds }: Status) {
    const words = strings.run;
    const parts = [words.epochOf(Math.floor(epoch), epochs)];
    if (state === 'running' && epochs_per_second > 0) {
      parts.push(words.rate(formatNumber(epochs_per_second)));
      if (remaining_seconds !== null) parts.push(words.left(formatDuration(remaining_seconds)));
    } else if (state !== 'running') {
      parts.push(words.states[state]);
    }
    return parts.join(' · ');
  }

  /** As if the reader had pressed a button; returns whether it may be pressed now. */
  press(which: 'run' | 'step' | 'reset' | 'new-seed'): boolean {
    const buttons = this.renderRoot.querySelectorAll<HTMLButtonElement>('.bar > button');
    const button = buttons[['run', 'step', 'reset', 'new-seed'].indexOf(which)];
    if (!button || button.disabled) return false;
    button.click();
    return true;
  }

  /** Goes to the next speed that is slower (1) or faster (-1); returns whether there is one. */
  changeSpeed(by: 1 | -1): boolean {
    const order = [...this.speeds].sort((a, b) => (b ?? Infinity) - (a ?? Infinity));
    const next = order[order.indexOf(this.speed) + by];
    if (next === undefined) return false;
    this.dispatchEvent(new CustomEvent<number | null>('speed-change', { detail: next }));
    return true;
  }

  private act(action: RunAction) {
    this.dispatchEvent(
      new CustomEvent<RunAction>('run-action', { detail: action, bubbles: true, composed: true }),
    );
  }

  private speedChosen(event: Event) {
    const text = (event.target as HTMLSelectElement).value;
    const detail = text === 'null' ? null : Number(text);
    this.dispatchEvent(new CustomEvent<number | null>('speed-change', { detail }));
  }

  static override styles = [
    controlStyles,
    progressStyles,
    css`
      :host {
        display: block;
        container-type: inline-size;
        /* Its menu opens over what comes after it. */
        position: relative;
        z-index: 1;
      }
      .bar {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: var(--space-2);
      }
      /* One group, which goes below the buttons as a whole where it does not fit beside them. */
      .aside {
        display: flex;
        align-items: center;
        gap: var(--space-2);
        margin-inline-start: auto;
      }
      .main {
        min-width: 7.25rem;
      }
      .speed {
        display: flex;
        align-items: center;
        gap: var(--space-2);
      }
      .speed select {
        width: auto;
        min-height: var(--touch);
      }
      .progress {
        display: flex;
        align-items: center;
        gap: var(--space-3);
        margin-top: var(--space-3);
      }
      progress {
        flex: 1;
        min-width: 4rem;
      }
      p {
        margin: 0;
        color: var(--ink-muted);
        font-size: var(--text-s);
        line-height: 1.4;
      }
      @container (max-width: 48rem) {
        .bar {
          column-gap: var(--space-1);
        }
        button {
          padding: 0 var(--space-3);
        }
      }
      @container (max-width: 34rem) {
        .bar {
          column-gap: var(--space-2);
        }
        .aside {
          display: contents;
        }
        .main {
          flex: 1 1 100%;
        }
        button {
          flex: 1 1 auto;
          padding: 0 var(--space-2);
          white-space: normal;
        }
        .speed {
          flex: 1 1 7rem;
          gap: var(--space-1);
          min-width: 0;
          margin: 0;
        }
        ::slotted(*) {
          margin-inline-start: auto;
        }
        .speed select {
          flex: 1;
          min-width: 0;
          padding-inline: var(--space-2) var(--space-1);
        }
        /* Its words are longer, and must not be cut off. */
        :host(:lang(de)) .speed {
          flex-basis: 12rem;
        }
        .progress {
          flex-wrap: wrap;
          gap: var(--space-1) var(--space-3);
        }
        progress {
          flex-basis: 100%;
        }
      }
      @media print {
        :host {
          display: none;
        }
      }
    `,
  ];
}

customElements.define('reprise-run-bar', RepriseRunBar);
