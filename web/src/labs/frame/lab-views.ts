/** What stands above the views of every lab: the controls of its run, what is in its way, and the run it is compared with. */
import { html, nothing } from 'lit';
import type { Experiment } from '../../engine/experiment.ts';
import '../../shell/run-bar.ts';
import type { RunAction } from '../../shell/run-bar.ts';
import type { Preset, Spec } from '../../spec/types.ts';
import { strings } from '../../strings/en.ts';
import type { LabTools } from './lab-tools.ts';

/** What they show of a lab, and do with it. */
interface Shown {
  readonly run: Experiment;
  readonly speed: number | null;
  readonly speeds: readonly (number | null)[];
  readonly tools: LabTools | null;
  readonly unknown: readonly string[];
  readonly base: Preset;
  act(action: RunAction): Promise<void>;
  chooseSpeed(speed: number | null): Promise<void>;
  change(spec: Spec): Promise<void>;
  startingSpec(): Spec;
  caution(): string;
}

/** The controls of a run with the lab's menu to their right, and `beside` before it; `busy` while there is nothing to run. */
export function runBar(lab: Shown, beside: unknown, busy: boolean) {
  const { run, speed, speeds, tools } = lab;
  const { seed, observe } = run.spec;
  return html`<reprise-run-bar
    .status=${run.status}
    .busy=${busy}
    .speed=${speed}
    .speeds=${speeds}
    .stepEpochs=${observe.every}
    @run-action=${(event: CustomEvent<RunAction>) => void lab.act(event.detail)}
    @speed-change=${(event: CustomEvent<number | null>) => void lab.chooseSpeed(event.detail)}
  >
    ${beside}
    ${tools
      ? html`<reprise-lab-tools .tools=${tools} .seed=${seed}></reprise-lab-tools>`
      : html`<span class="number seed">${strings.seed(seed)}</span>`}
  </reprise-run-bar>`;
}

/** What of the link means nothing here, and what is open. */
export function unknownView({ unknown, base }: Shown) {
  if (unknown.length === 0) return nothing;
  return html`<p class="notice mild">${strings.unknownInLink(unknown.join(', '), base.title)}</p>`;
}

/** What stands in the way or went wrong, if anything did, and the way on. */
export function problemView(lab: Shown) {
  const { failure, problem, status } = lab.run;
  const unknown = unknownView(lab);
  const notice = (text: string, again: (() => void) | null) =>
    html`<div class="notice" role="alert">
      <p>${text}</p>
      ${again ? html`<button type="button" @click=${again}>${strings.failure.again}</button>` : nothing}
    </div>`;
  if (failure) return html`${notice(failure.message, () => void lab.run.prepare())}${unknown}`;
  if (problem) return html`${notice(strings.refused(problem), null)}${unknown}`;
  if (status?.message) return notice(status.message, () => void lab.change(lab.startingSpec()));
  const caution = lab.caution();
  return html`${unknown}${caution ? html`<p class="notice" role="alert">${caution}</p>` : nothing}`;
}

/** The run that this one is compared with, or why a file is none. */
export function referenceView({ tools }: Shown) {
  if (!tools?.shown) return nothing;
  return html`<reprise-reference-run class="reference" .tools=${tools}></reprise-reference-run>`;
}
