import { nothing } from 'lit';
import { property, state } from 'lit/decorators.js';
import { HeldFocus } from '../../shell/held-focus.ts';
import { TurnElement } from '../../shell/turn.ts';
import { sameSpec } from '../../spec/paths.ts';
import { presetsOf } from '../../spec/presets.ts';
import type { Preset, Spec } from '../../spec/types.ts';
import { specFromHash } from '../../spec/url.ts';
import type { LabDeclaration } from './declare.mjs';
import type { Drawing } from './drawing.ts';
import { highlightEvent, partsShown, type ChapterLabElement } from './lab-element.ts';
import { lockedView } from './locked-view.ts';
import { presetSpec, withSettings } from './settings.ts';
import { StandIn } from './stand-in.ts';

export interface MeasuredCurve {
  x: ArrayLike<number>;
  y: ArrayLike<number>;
}

/** How a lab has the measures and curves that its declaration names, all of them and no others: of what it trains. */
export type Measures<D extends LabDeclaration, T> = Readonly<Record<keyof D['measures'], (trained: T) => number>>;
export type Curves<D extends LabDeclaration, T> = Readonly<
  Record<keyof D['curves'], (trained: T) => MeasuredCurve | null>
>;

/** Views by the part that each shows, in their order: functions of values, which know no lab. */
export type Views<D extends LabDeclaration, V> = Readonly<Partial<Record<Part<D>, (values: V) => unknown>>>;

type Part<D extends LabDeclaration> = keyof D['parts'] & string;

/**
 * A lab as chapters ask for it (lab-element.ts), from its declaration, whatever it trains: one network (lab.ts) or many.
 * `preset` and `set` give the experiment, `show` names the parts to show (all by default), `locked` the question that
 * opens it, `label` what a screen reader calls it.
 */
export abstract class DeclaredLab<D extends LabDeclaration, T> extends TurnElement implements ChapterLabElement {
  @property() preset!: string;
  @property() set = '';
  @property() show = '';
  @property() locked = '';
  @property() label!: string;
  /** Whether a locked lab has been opened. */
  @state() open = false;
  /** The symbol under the pointer, to be lit wherever it stands. */
  @state() symbol: string | null = null;
  drawings: readonly Drawing[] = [];
  /** Those whose links it takes; the first one is meant by a link that names none. */
  protected readonly presets: readonly Preset[];

  /** preset: where neither a link nor an attribute says another. */
  constructor(readonly declaration: D, preset: string, label: string) {
    super();
    new StandIn(this);
    // Where a button goes: to what the machine fitted, to the equations it restored, else to the lab it opened.
    new HeldFocus(this, '.machine', '.equations', '.lab');
    const all = declaration.families.flatMap((family) => presetsOf(family));
    this.presets = [...all.filter(({ name }) => name === preset), ...all.filter(({ name }) => name !== preset)];
    this.preset = preset;
    this.label = label;
  }

  /** What it trains, of which it measures. */
  protected abstract readonly trained: T;
  protected abstract readonly measures: Measures<D, T>;
  protected abstract readonly curves: Curves<D, T>;
  /** The settings of the present experiment. */
  abstract readonly spec: Spec;
  abstract readonly finished: boolean;
  /** Takes on other settings; resolves once they are in force, or refused. */
  abstract change(spec: Spec): Promise<void>;
  abstract start(): Promise<void>;
  protected abstract renderLab(): unknown;

  override connectedCallback() {
    super.connectedCallback();
    document.addEventListener(highlightEvent, this.onHighlight as EventListener);
  }

  override disconnectedCallback() {
    super.disconnectedCallback();
    document.removeEventListener(highlightEvent, this.onHighlight as EventListener);
  }

  private readonly onHighlight = (event: CustomEvent<string | null>) => {
    this.symbol = event.detail;
    this.toggleAttribute('data-lit', this.symbol !== null);
    if (this.symbol !== null) this.setAttribute('data-lit', this.symbol);
  };

  /** What the attributes say. */
  protected ownSpec(): Spec {
    return withSettings(presetSpec(this.preset), this.set);
  }

  /** What it begins with, and goes back to for a prediction. */
  startingSpec(): Spec {
    return this.ownSpec();
  }

  async configure(preset: string | undefined, settings: string): Promise<void> {
    await this.change(withSettings(preset ? presetSpec(preset) : this.spec, settings));
  }

  async restore(): Promise<void> {
    const own = this.startingSpec();
    if (!sameSpec(own, this.spec)) await this.change(own);
  }

  async openLink(hash: string): Promise<void> {
    this.unlock();
    await this.change(specFromHash(hash, this.presets).spec);
  }

  get parts(): ReadonlySet<Part<D>> {
    return partsShown(this.show, this.declaration.parts as Readonly<Record<Part<D>, string>>);
  }

  /** A part, where it is to be shown. */
  protected ifShown(name: Part<D>, content: () => unknown) {
    return this.parts.has(name) ? content() : nothing;
  }

  /** Those of the views whose parts are to be shown. */
  protected viewsShown<V>(views: Views<D, V>, values: V): unknown[] {
    const { parts } = this;
    const all = Object.entries(views) as [Part<D>, (values: V) => unknown][];
    return all.filter(([name]) => parts.has(name)).map(([, view]) => view(values));
  }

  get epochs(): number {
    return this.spec.training.epochs;
  }

  measure(name: string): number {
    return Object.hasOwn(this.measures, name) ? this.measures[name as keyof D['measures']](this.trained) : NaN;
  }

  curve(name: string): MeasuredCurve | null {
    return Object.hasOwn(this.curves, name) ? this.curves[name as keyof D['curves']](this.trained) : null;
  }

  matrix(_name: string): readonly number[] {
    return [];
  }

  showDrawing(curve: string, x: readonly number[], y: readonly number[]): void {
    this.drawings = [...this.drawings.filter((known) => known.curve !== curve), { curve, x, y }];
    this.requestUpdate();
  }

  showGuess(_values: readonly number[] | null): void {}

  unlock(): void {
    this.open = true;
  }

  override render() {
    return this.locked && !this.open ? lockedView(this) : this.renderLab();
  }
}
