import type { Outcome } from '../../engine/experiment.ts';
import type { Fit } from '../../engine/protocol.ts';
import type { Spec } from '../../spec/types.ts';
import { Lab } from '../frame/lab.ts';
import { applySetting, sameRun } from './changes.ts';
import type { declaration } from './declaration.mjs';
import { curves, measures } from './measured.ts';
import type { PairRun } from './run.ts';

/** What the lab is on its page and in chapters alike. Attributes: ../frame/lab.ts. */
export abstract class PairLab extends Lab<typeof declaration, PairRun> {
  protected readonly measures = measures;
  protected readonly curves = curves;

  protected override applySetting(spec: Spec, path: string, value: unknown): Spec {
    return applySetting(spec, path, value);
  }

  /** The records hold every hidden layer: to look at another one trains nothing anew. */
  protected override async adopt(spec: Spec): Promise<Outcome> {
    const { run } = this;
    const { layer } = spec.observe;
    const layers = run.description?.hidden_layers ?? 0;
    // Not where other settings are on their way: those are then the ones to be looked at.
    const accepted = run.status && (run.problem || run.draft === run.spec);
    const known = Number.isInteger(layer) && layer >= 0 && layer < layers;
    if (!accepted || !known || !sameRun(run.spec, spec)) return super.adopt(spec);
    run.observe(layer);
    return 'made';
  }

  protected override get fit(): Fit | null {
    return this.run.fitted?.fit ?? null;
  }

  protected override theory(): Record<string, number> {
    const { fitted } = this.run;
    if (!fitted) return {};
    const { eta_h, eta_y, ratio, sse, r2_h, r2_y, r2_w, final_h } = fitted.fit;
    return { layer: fitted.layer, eta_h, eta_y, ratio, sse, r2_h, r2_y, r2_w, final_h };
  }
}
