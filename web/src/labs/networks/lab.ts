import { html, nothing } from 'lit';
import { state } from 'lit/decorators.js';
import { withField } from '../../spec/paths.ts';
import type { Spec } from '../../spec/types.ts';
import { formatCount, formatFixed } from '../../shell/format.ts';
import { networksStrings as words } from '../../strings/networks.ts';
import { Lab } from '../frame/lab.ts';
import { LabTools } from '../frame/lab-tools.ts';
import { layerSlider } from '../frame/layer-slider.ts';
import { panelView } from '../frame/panel-view.ts';
import { regimeStyles } from '../frame/regime-lab-styles.ts';
import { scrubber } from '../frame/scrubber.ts';
import { ThemeColours } from '../frame/theme-colours.ts';
import '../frame/tools-bar.ts';
import { changesInLink, changesOf, mostNetworks, shapesDiffer, usualOthers, withChanged, type Change } from './changes.ts';
import { lookedAt, settingsPanel, speeds, type NetworksActions } from './controls.ts';
import { declaration } from './declaration.mjs';
import { labStyles } from './lab-styles.ts';
import { curves, distanceColumn, measures, valueOf, type Kind } from './measured.ts';
import { OverSeeds } from './over-seeds.ts';
import { NetworksRun } from './run.ts';
import { views } from './views.ts';

/**
 * <reprise-networks-lab>: two to six networks learn the same points apart from one another, and how alike their layers
 * become is measured. Attributes: ../frame/lab.ts. In a link, `networks` says how the others differ from the first (changes.ts).
 */
export class NetworksLab extends Lab<typeof declaration, NetworksRun> {
  /** Look shown, or null for the latest. */
  @state() look: number | null = null;
  @state() kind: Kind = 'cka';
  /** How the others differ; null for as the preset has it. */
  private others: readonly Change[] | null = null;
  private readonly repeats = new OverSeeds(() => this.run, () => this.changed());
  override readonly tools = new LabTools(this);
  protected readonly measures = measures;
  protected readonly curves = curves;
  private readonly colours = new ThemeColours(this);

  constructor() {
    super({ declaration, preset: 'networks/rich', label: words.label, speeds });
  }

  protected makeRun(spec: Spec): NetworksRun {
    return new NetworksRun(spec, () => this.changed(), (wanted) => this.othersOf(wanted));
  }

  private othersOf(spec: Spec): readonly Change[] {
    return this.others ?? usualOthers(this.baseOf(spec).name, spec);
  }

  protected override extras(): Readonly<Record<string, string>> {
    if (!this.others) return {};
    // What was refused is in no link.
    return { networks: changesInLink(this.run.problem ? this.run.changes : this.others) };
  }

  protected override takeExtras({ networks }: Readonly<Record<string, string>>, spec: Spec): readonly string[] {
    const { changes, unknown } = networks ? changesOf(networks, spec) : { changes: null, unknown: [] };
    this.others = changes;
    return unknown;
  }

  override async configure(preset: string | undefined, settings: string): Promise<void> {
    if (preset) this.others = null;
    await super.configure(preset, settings);
  }

  override async choosePreset(name: string): Promise<void> {
    this.others = null;
    await super.choosePreset(name);
  }

  /** Another seed is another for each of them, and fewer layers leave fewer to look at. */
  protected override applySetting(spec: Spec, path: string, value: unknown): Spec {
    const next = super.applySetting(spec, path, value);
    if (path === 'seed' && typeof value === 'number' && this.others) {
      const by = value - spec.seed;
      this.others = this.others.map((change) => (typeof change.seed === 'number' ? { ...change, seed: change.seed + by } : change));
    }
    if (path === 'network.hidden_layers' && typeof value === 'number') {
      return withField(next, 'observe.layer', Math.min(spec.observe.layer, Math.max(0, value - 1)));
    }
    return next;
  }

  private async changeOthers(others: readonly Change[]): Promise<void> {
    const { run } = this;
    const wanted = structuredClone(run.draft);
    // Without a refusal in the way, settings that are the same make all of them anew.
    if (run.problem) run.withdraw();
    this.others = others;
    await this.change(wanted);
    this.tools.endStep();
  }

  private readonly actions: NetworksActions = {
    set: (network, path, value) => {
      if (network === 0) {
        // What the others have of their own they keep; a seed of the first is its own too.
        this.others = this.othersOf(this.run.draft);
        void this.change(withField(this.run.draft, path, value), path);
        return;
      }
      const others = this.othersOf(this.run.draft);
      void this.changeOthers(others.map((change, k) => (k + 1 === network ? withChanged(change, this.run.draft, path, value) : change)));
    },
    add: () => {
      const others = this.othersOf(this.run.draft);
      if (others.length + 1 >= mostNetworks) return;
      const seeds = [this.run.draft.seed, ...others.map(({ seed }) => Number(seed ?? 0))];
      void this.changeOthers([...others, { seed: Math.max(...seeds) + 1 }]);
    },
    remove: (network) => void this.changeOthers(this.othersOf(this.run.draft).filter((_, k) => k + 1 !== network)),
  };

  override disconnectedCallback() {
    super.disconnectedCallback();
    this.repeats.close();
  }

  protected override showLatest(): void {
    this.look = null;
  }

  override caution(): string {
    return this.run.loading ? words.loading : this.run.trouble;
  }

  inWords(): string {
    const { run } = this;
    if (!shapesDiffer(run.spec)) return this.distancesInWords();
    const look = run.looks.at(-1);
    if (!look || look.epoch === 0) return words.ready(run.networks.length);
    const of = (from: typeof look, against: Parameters<typeof valueOf>[4]) => formatFixed(valueOf(run, from, 'cka', run.layer, against), 2);
    return words.inWords(
      formatCount(Math.floor(look.epoch)),
      run.layer + 1,
      of(look, 'others'),
      of(run.looks[0]!, 'others'),
      of(look, 'shuffled'),
      of(look, 'own'),
    );
  }

  private distancesInWords(): string {
    const { run } = this;
    if (!(run.epoch > 0)) return words.ready(run.networks.length);
    const ends = run.networks.map((_, k) => formatFixed(distanceColumn(run, k).at(-1) ?? NaN, 2));
    return words.distancesInWords(formatCount(Math.floor(run.epoch)), run.layer + 1, ends.join(', '));
  }

  private showLook(index: number): void {
    this.look = index >= this.run.looks.length - 1 ? null : index;
    this.announce();
  }

  protected renderLab() {
    const { run, parts, drawings, kind } = this;
    const at = Math.min(this.look ?? Infinity, run.looks.length - 1);
    const measured = shapesDiffer(run.spec) && ['time', 'layers', 'matrix', 'repeats'].some((part) => parts.has(part as never));
    this.repeats.follow();
    return panelView(this, {
      views: this.viewsShown(views, {
        run,
        look: run.looks[at] ?? null,
        at,
        kind,
        drawings,
        group: this.id,
        colours: this.colours.of('point-0', 'point-1', 'point-2', 'point-3'),
        to: this.actions,
        repeats: this.repeats,
      }),
      above: html`<div class="looked-at">
          ${scrubber(words.shown, run.looks.map(({ epoch }) => Math.floor(epoch)), at, (index) => this.showLook(index))}
          ${layerSlider(words, run.layer, run.spec.network.hidden_layers, (layer) => void run.observe(layer))}
          ${measured ? lookedAt(run, kind, (chosen) => (this.kind = chosen), (pair) => void run.observe(run.layer, pair)) : nothing}
        </div>
        ${this.ifShown('settings', () =>
          settingsPanel(
            run.draft,
            this.presets,
            this.base,
            (name) => void this.choosePreset(name),
            (path, value) => void this.changeField(path, value),
          ),
        )}`,
    });
  }

  static override styles = regimeStyles(labStyles);
}

customElements.define('reprise-networks-lab', NetworksLab);
