/** The site's pictures for networks that learn them: fetched once, and given to each network. */
import { Experiment, type PictureData } from '../../engine/experiment.ts';
import type { Problem } from '../../engine/protocol.ts';
import type { PackedName } from '../../pictures/load.ts';
import type { Spec } from '../../spec/types.ts';

/** A network beside the first, which has the same pictures. */
export class NetworkBeside extends Experiment {
  constructor(
    spec: Spec,
    changed: () => void,
    private readonly pictures: PictureData,
  ) {
    super(spec, changed);
  }

  protected override data(): PictureData {
    return this.pictures;
  }
}

const fetched = new Map<PackedName, Promise<PictureData>>();

async function fetchSet(name: PackedName): Promise<PictureData> {
  // A page whose networks learn no pictures does without.
  const { DigitSource } = await import('../../pictures/digit-source.ts');
  const source = new DigitSource(() => {}, name);
  if (!(await source.loadFirst())) throw new Error(source.failure);
  return source.packed!.toIdx();
}

/** Those of a task; none where it has none. Rejects with why they did not come; a later call tries again. */
export async function picturesOf({ task }: Spec): Promise<PictureData> {
  if (task.kind !== 'images') return {};
  const name: PackedName = task.source === 'fashion_mnist' ? 'fashion' : 'digits';
  const known = fetched.get(name) ?? fetchSet(name);
  fetched.set(name, known);
  known.catch(() => fetched.delete(name));
  return known;
}

/** What a link may ask for and this lab has not: pictures that a reader opens. */
export function withoutPictures({ task }: Spec): Problem | null {
  if (task.kind !== 'images' || task.source === 'mnist' || task.source === 'fashion_mnist') return null;
  const [field, value, allowed] = ['task.source', task.source, 'mnist, fashion_mnist'];
  return { field, value, allowed, message: `${field} is ${value}; allowed: ${allowed}` };
}
