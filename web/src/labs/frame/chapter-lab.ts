import type { PropertyDeclarations } from 'lit';
import { HeldFocus } from '../../shell/held-focus.ts';
import { TurnElement } from '../../shell/turn.ts';
import { presetsOf } from '../../spec/presets.ts';
import { sameSpec } from '../../spec/paths.ts';
import type { Spec } from '../../spec/types.ts';
import { specFromHash } from '../../spec/url.ts';
import type { ChapterLabElement } from './lab-element.ts';
import type { Drawing } from './drawing.ts';
import { lockedView } from './locked-view.ts';
import { presetSpec, withSettings } from './settings.ts';
import { StandIn } from './stand-in.ts';

/**
 * A lab in a chapter, as questions and checkpoints ask for it (lab-element.ts): `preset` and `set`
 * give the experiment, `locked` names the question that opens it.
 */
export abstract class ChapterLab extends TurnElement implements ChapterLabElement {
  static override properties: PropertyDeclarations = {
    preset: {},
    set: {},
    locked: {},
    label: {},
    open: { state: true },
  };
  declare preset: string;
  declare set: string;
  declare locked: string;
  declare label: string;
  /** Whether a locked lab has been opened. */
  declare open: boolean;
  drawings: readonly Drawing[] = [];

  constructor(preset: string, label: string) {
    super();
    new StandIn(this);
    // Where a button goes: to what the machine fitted, to the equations it restored, else to the lab it opened.
    new HeldFocus(this, '.machine', '.equations', '.lab');
    this.preset = preset;
    this.set = '';
    this.locked = '';
    this.label = label;
    this.open = false;
  }

  /** Links and presets that it takes: what their names begin with. */
  protected abstract readonly family: string;
  /** The settings of the present experiment. */
  abstract readonly spec: Spec;
  /** Takes on other settings. */
  abstract change(spec: Spec): Promise<void>;
  abstract start(): Promise<void>;
  abstract measure(name: string): number;
  abstract readonly finished: boolean;
  protected abstract renderLab(): unknown;

  protected startingSpec(): Spec {
    return withSettings(presetSpec(this.preset), this.set);
  }

  async configure(preset: string | undefined, settings: string): Promise<void> {
    await this.change(withSettings(preset ? presetSpec(preset) : this.spec, settings));
  }

  async restore(): Promise<void> {
    const own = this.startingSpec();
    if (!sameSpec(own, this.spec)) await this.change(own);
  }

  matrix(_name: string): readonly number[] {
    return [];
  }

  curve(_name: string): { x: ArrayLike<number>; y: ArrayLike<number> } | null {
    return null;
  }

  get epochs(): number {
    return this.spec.training.epochs;
  }

  showDrawing(curve: string, x: readonly number[], y: readonly number[]): void {
    this.drawings = [...this.drawings.filter((known) => known.curve !== curve), { curve, x, y }];
    this.requestUpdate();
  }

  showGuess(_values: readonly number[] | null): void {}

  unlock(): void {
    this.open = true;
  }

  async openLink(hash: string): Promise<void> {
    this.unlock();
    await this.change(specFromHash(hash, presetsOf(this.family)).spec);
  }

  override render() {
    return this.locked && !this.open ? lockedView(this) : this.renderLab();
  }
}
