/** The types of the package; web/src/embed/package-types.ts holds them to the source. */

export declare const protocolVersion: 1;
export declare const smallestHeight: number;
export declare const largestHeight: number;

/** From the lab: the detail of its "reprise" events, and, with `reprise: 1`, what frames post. */
export type LabMessage =
  | { type: 'ready'; preset: string; hash: string }
  | { type: 'resized'; height: number }
  | { type: 'started'; hash: string }
  | ({ type: 'finished' } & RunResult)
  | ({ type: 'answer' } & GivenAnswer)
  | { type: 'refused'; field: string; value: string; allowed: string; message: string }
  | { type: 'unavailable'; message: string };

export interface RunResult {
  state: 'finished' | 'diverged';
  /** The settings as a link's fragment: the same link gives the same numbers again. */
  hash: string;
  /** The whole experiment spec (spec.schema.json). */
  spec: object;
  epoch: number;
  /** The last record, by the names of its columns. */
  last: Record<string, number | null>;
  /** What was fitted or measured of the theory; empty where the lab does not fit it. */
  theory: Record<string, number | null>;
}

export interface GivenAnswer {
  tutorial: string;
  question: string;
  kind: 'choice' | 'number' | 'draw' | 'matrix' | 'checkpoint' | 'skipped';
  value: string | number[] | null;
  outcome: string | number | number[] | null;
}

/** To the lab. */
export type LabCommand =
  | { type: 'run' }
  | { type: 'pause' }
  | { type: 'reset' }
  | { type: 'set'; fields: Record<string, string | number> };

/** <reprise-lab> */
export declare class RepriseLab extends HTMLElement {
  /** "xor/rich" or "xor-rich"; see `presets`. */
  preset: string;
  /** "network.gain=1.2 seed=3" */
  set: string;
  /** The parts to show, "plane loss"; empty for all. */
  controls: string;
  /** "auto", "light" or "dark" */
  theme: string;
  /** CSS pixels kept free until the lab stands. */
  height: string;
  /** Where the site lies: its data, and where links lead. */
  site: string;
  /** Runs when it comes into view. */
  autorun: boolean;
  run(): Promise<void>;
  pause(): Promise<void>;
  reset(): Promise<void>;
  send(command: LabCommand): Promise<void>;
}

/** Says where the site lies, for every lab of the page. */
export declare function setSite(address: string): void;

/** What can be embedded: each preset, with the parts that `controls` may name. */
export declare const presets: readonly {
  name: string;
  title: string;
  controls: readonly string[];
}[];

/** An anywidget: options by name in the model, as the attributes of the element. */
declare const widget: {
  render(context: {
    model: {
      get(name: string): unknown;
      on?(event: string, callback: () => void): void;
      off?(event: string, callback: () => void): void;
    };
    el: HTMLElement;
  }): () => void;
};
export default widget;

declare global {
  interface HTMLElementTagNameMap {
    'reprise-lab': RepriseLab;
  }
  interface HTMLElementEventMap {
    reprise: CustomEvent<LabMessage>;
  }
}
