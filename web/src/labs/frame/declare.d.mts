import type { Spec } from '../../spec/types.ts';
import type { SliderRange } from '../../shell/field.ts';

/** A number that questions and checkpoints may ask for. */
export interface Measure {
  /** What it is, for readers as for authors; other languages have their words in ../../strings/page/LANGUAGE.json. */
  words: string;
  /** What authors need to know besides. */
  note?: string;
  /** The least and the greatest it can be; without them, any number. Predictions are held to them. */
  min?: number;
  max?: number;
  /** Whether it is a whole number, as a question with answers to choose from needs. */
  whole?: boolean;
  /** Where readers begin to count, of what is a place in a row. Specs count from 0. */
  from?: 1;
}

/** A curve over training time that a drawn question may be compared with. */
export interface Curve {
  words: string;
  note?: string;
}

/** A field of the spec that the reader sets. */
export interface Control {
  slider?: SliderRange;
}

export interface LabDeclaration {
  /** What it is called in a chapter's `kind=`, and on the way from there to here. */
  kind: string;
  /** Kind of task of its presets. */
  task: Spec['task']['kind'];
  /** Further kinds of task that its presets may have; a chapter names the lab for them by its kind. */
  also?: readonly Spec['task']['kind'][];
  /** First words of the names of the presets, and with them of the links, that it takes; the first is where it starts. */
  families: readonly [string, ...string[]];
  /** Its element, and the script that defines it. */
  tag: string;
  module: string;
  /** Whether chapters may hold it. The first one for a task is taken where a chapter names none. */
  chapter: boolean;
  /** Where it stands on the site by itself, and what a link there carries besides the settings; null for nowhere: then it is not embedded. */
  page: {
    path: string;
    extras: Readonly<Record<string, string>>;
    /** The preset, as links name it, of which web/embed/stills keeps a figure: for pages where no lab may run. */
    still: string;
    /** Where the lab is another element there and in embeddings, which shows other parts. */
    element?: { tag: string; module: string; parts: Readonly<Record<string, string>> };
  } | null;
  /** What `show` may name, and what that is where the name does not say it. */
  parts: Readonly<Record<string, string>>;
  /** By the fields' paths. */
  controls: Readonly<Record<string, Control>>;
  measures: Readonly<Record<string, Measure>>;
  curves: Readonly<Record<string, Curve>>;
  /** Squared distances that a matrix question may be compared with. */
  matrices: readonly string[];
}

export function lab<const D extends LabDeclaration>(declaration: D): D;

export const settings: {
  readonly gain: Measure;
  readonly width: Measure;
  readonly hidden_layers: Measure;
};
export const progress: Measure;
export const loss: Measure;
export const explained: { readonly r2_h: Measure; readonly r2_y: Measure; readonly r2_w: Measure };
export const worst: Measure;
export const pairCurves: { readonly h: Curve; readonly y: Curve; readonly w: Curve };
export const lossCurve: Curve;
