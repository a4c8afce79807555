/** The lab's panels by part, each a function of the values it shows and of what is to be done. */
import { html, nothing } from 'lit';
import type { Preset } from '../../spec/types.ts';
import { digitsStrings as strings } from '../../strings/digits.ts';
import type { Views } from '../frame/declared-lab.ts';
import type { Drawing } from '../frame/drawing.ts';
import { layerField } from '../frame/layer-field.ts';
import type { declaration } from './declaration.mjs';
import type { Picture } from './digit-image.ts';
import type { DigitSource } from '../../pictures/digit-source.ts';
import type { OwnFiles } from './own-files.ts';
import type { TrainingPicture } from './pair-picker.ts';
import { taskOf, type PictureSets } from './picture-sets.ts';
import type { DigitsRun } from './run.ts';
import { observedLayer } from './settings.ts';
import type { SettingChange } from './settings-panel.ts';
import { curvesView, loadAllButton, misfitContext, structureView } from './views.ts';

/** What the panels show of the lab. */
export interface Shown {
  run: DigitsRun;
  sets: PictureSets;
  drawings: readonly Drawing[];
  /** What each label stands for. */
  names: readonly string[];
  /** A training picture and a held-out one, by their numbers. */
  trainingPicture: (index: number) => TrainingPicture | null;
  heldOutPicture: (index: number) => Picture | null;
  presets: readonly Preset[];
  preset: Preset;
  /** The batch size that is wanted and the pictures are too few for; 0 while they suffice. */
  setAside: number;
  /** Whether the settings are unfolded, where there is little room. */
  settingsOpen: boolean;
  /** Why the reader's own pictures were refused. */
  ownProblem: string;
  ownNotice: string;
  to: Changes;
}

export interface Changes {
  choosePreset: (name: string) => void;
  change: (path: string, value: unknown) => void;
  loadRest: () => void;
  foldSettings: () => void;
  openCloud: () => void;
  useOwn: (files: OwnFiles) => void;
  usePacked: () => void;
}

/** By part, in their order. */
export const views: Views<typeof declaration, Shown> = {
  settings: settingsPanel,
  curves: curvesView,
  pair: pairPanel,
  structure: structureView,
  cloud: cloudPanel,
  mistakes: mistakesPanel,
};

function settingsPanel({ run, sets, presets, preset, setAside, settingsOpen: open, ownProblem, ownNotice, to }: Shown) {
  const wanted = taskOf(run.draft);
  const own = sets.isOwn(wanted);
  const inUse = own && sets.own ? strings.ownUse(sets.own.count, `${sets.own.height} × ${sets.own.width}`) : '';
  return html`<aside class="panel settings ${open ? 'open' : ''}" aria-label=${strings.settingsTitle}>
    <h2>
      ${strings.settingsTitle}
      <button type="button" aria-expanded=${open} @click=${to.foldSettings}>${strings.settingsFold[Number(open)]}</button>
    </h2>
    <reprise-digits-settings
      .presets=${presets}
      .preset=${preset}
      .spec=${run.draft}
      .problem=${run.problem}
      .parameters=${run.description?.parameters ?? 0}
      .countPerClass=${sets.countPerClass(wanted)}
      .setAside=${setAside}
      @choose-preset=${(event: CustomEvent<string>) => to.choosePreset(event.detail)}
      @change-setting=${({ detail }: CustomEvent<SettingChange>) => to.change(detail.path, detail.value)}
    >
      ${own ? nothing : morePictures(sets.source(wanted), to.loadRest)}
    </reprise-digits-settings>
    <reprise-own-pictures
      .inUse=${inUse}
      .problem=${ownProblem}
      .notice=${ownNotice}
      @own=${(event: CustomEvent<OwnFiles>) => to.useOwn(event.detail)}
      @packed=${() => to.usePacked()}
    ></reprise-own-pictures>
  </aside>`;
}

function morePictures(source: DigitSource, loadRest: () => void) {
  if (!source.packed || source.state !== 'ready') return nothing;
  return source.complete ? html`<p class="hint">${strings.allLoaded}</p>` : loadAllButton(source, loadRest);
}

/** Two pictures held against the theory. */
function pairPanel({ run, names, trainingPicture, to: { change } }: Shown) {
  const { spec, fitted } = run;
  return html`<div class="panel pair-panel">
    <h2>${strings.pair}</h2>
    <p class="intro">${strings.pairIntro}</p>
    <div class="pair">
      <reprise-pair-picker
        .names=${names}
        .pair=${spec.observe.points ?? []}
        .classes=${taskOf(spec).classes}
        .count=${run.subset?.train.length ?? 0}
        .picture=${trainingPicture}
        @choose=${(event: CustomEvent<number[]>) => change('observe.points', event.detail)}
      ></reprise-pair-picker>
      ${layerField({
        layer: run.draft.observe.layer,
        layers: spec.network.hidden_layers,
        refused: run.problem?.field === observedLayer,
        change: (wanted) => change(observedLayer, wanted),
      })}
    </div>
    <reprise-pair-comparison
      .measured=${run.trajectory()}
      .theory=${fitted?.theory ?? null}
      .fit=${fitted?.fit ?? null}
      .findings=${run.findings}
      .fitFailure=${run.fitFailure}
      .context=${misfitContext(spec)}
      .epochs=${spec.training.epochs}
    ></reprise-pair-comparison>
  </div>`;
}

/** The layers as clouds: fetched, and looked at while training, once the reader asks. */
function cloudPanel({ run, names, drawings, trainingPicture, to }: Shown) {
  const { clouds } = run;
  const { title, intro, show } = strings.cloud;
  return html`<div class="panel cloud">
    <h2>${title}</h2>
    ${
      clouds
        ? html`<reprise-digits-cloud
            .run=${run}
            .moment=${clouds.moment}
            .layer=${run.spec.observe.layer}
            .names=${names}
            .drawings=${drawings}
            .picture=${trainingPicture}
            @observe=${({ detail }: CustomEvent<number>) => to.change(observedLayer, detail)}
          ></reprise-digits-cloud>`
        : html`<p class="intro">${intro}</p>
            <button type="button" @click=${() => to.openCloud()}>${show}</button>`
    }
  </div>`;
}

/** The held-out pictures taken for another. */
function mistakesPanel({ run, names, heldOutPicture }: Shown) {
  const { classes, held_out_count } = taskOf(run.spec);
  return html`<div class="panel mistakes">
    <h2>${strings.mistakes}</h2>
    <reprise-mistake-gallery
      .mistakes=${run.mistakes}
      .total=${run.outputs.length > 0 ? held_out_count : 0}
      .classes=${classes}
      .picture=${heldOutPicture}
      .judge=${run.judge}
      .names=${names}
      .trained=${run.epoch > 0}
    ></reprise-mistake-gallery>
  </div>`;
}
