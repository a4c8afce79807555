/** The digits that come with the site, fetched once for all figures. */
import { DigitSource } from '../../pictures/digit-source.ts';
import type { DigitSet } from '../../pictures/digit-set.ts';
import type { RunData } from './plan.ts';

let loading: Promise<DigitSet> | null = null;

export function digits(): Promise<DigitSet> {
  loading ??= load();
  loading.catch(() => (loading = null));
  return loading;
}

async function load(): Promise<DigitSet> {
  const source = new DigitSource(() => {});
  if (!(await source.loadRest())) throw new Error(source.failure);
  return source.packed!;
}

export const digitsData = async (): Promise<RunData> => (await digits()).toIdx();
