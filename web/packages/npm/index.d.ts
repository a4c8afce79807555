/**
 * The types of the package; web/src/embed/package-types.ts holds them to the source. Messages are the source's own
 * file, which is packed beside this one.
 */
import type { LabCommand, LabMessage } from '../../src/embed/messages.ts';

export type * from '../../src/embed/messages.ts';

export declare const protocolVersion: 1;
export declare const smallestHeight: number;
export declare const largestHeight: number;

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
