/** The networks beside the first, and of every network a twin that learns the targets of other points: made all or none. */
import { Experiment } from '../../engine/experiment.ts';
import type { Failure } from '../../engine/protocol.ts';
import type { Spec } from '../../spec/types.ts';
import { networksStrings as words } from '../../strings/networks.ts';
import { withChange, type Change } from './changes.ts';

export interface Others {
  /** How they differ from the first. */
  changes: readonly Change[];
  networks: readonly Experiment[];
  /** Of each network, the first one's first. */
  twins: readonly Experiment[];
}

export const nobody: Others = { changes: [], networks: [], twins: [] };

/** The network, 2 for the first of the others, that may not be as it is wanted, and why. */
export interface Refused {
  problem: NonNullable<Experiment['problem']>;
  network: number;
}

/** What was lost, or did not come to stand, before all of them stood. */
export interface Lost {
  failure: Failure;
}

/** What befell one of the others, in words that name it; a twin is nobody's to name. */
export function lostOf(one: Experiment, { networks }: Pick<Others, 'networks'>): Failure {
  const at = networks.indexOf(one);
  const { kind, message } = one.failure!;
  return { kind, message: at < 0 ? message : `${words.network(at + 2)}: ${message}` };
}

/** Opens all of them. twinned: with twins. make: a run of settings that nothing has been asked of yet. */
export async function openOthers(
  wanted: Spec,
  changes: readonly Change[],
  twinned: boolean,
  make: (spec: Spec) => Experiment,
): Promise<Others | Refused | Lost> {
  const networks = changes.map((change) => make(withChange(wanted, change)));
  const twins = twinned ? [wanted, ...networks.map(({ draft }) => draft)].map(make) : [];
  // What is refused of the first is told where the first is opened.
  const all = [...networks, ...twins];
  await Promise.all(all.map((one) => one.open(one.draft)));
  const failed = all.filter(({ failure }) => failure);
  if (failed[0]) {
    // What stands in the way of all, as an engine that does not come, is no network's own.
    const failure = failed.length < all.length ? lostOf(failed[0], { networks }) : failed[0].failure!;
    for (const one of all) one.close();
    return { failure };
  }
  const refused = networks.findIndex(({ problem }) => problem !== null);
  if (refused >= 0) {
    const { problem } = networks[refused]!;
    for (const one of all) one.close();
    return { problem: problem!, network: refused + 2 };
  }
  await Promise.all(twins.map((one) => one.ask((engine) => engine.shuffleTargets())));
  return { changes, networks, twins };
}

export function closeAll({ networks, twins }: Others): void {
  for (const one of [...networks, ...twins]) one.close();
}
