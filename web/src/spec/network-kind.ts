/** Kinds of networks, and the fields that not all of them have. */
import type { NetworkSpec } from './schema-types.ts';
import type { NetworkKind, Spec } from './types.ts';

/** The fields that not all kinds have, by kind, with the core's defaults. */
const ownFields: Readonly<Record<string, Readonly<Record<string, number | string>>>> = {
  mlp: { widths: 'same' },
  residual: { skip_length: 1 },
  convolutional: { channels: 20, kernel: 11, padding: 'same' },
  attention: { tokens: 4, heads: 1 },
  // Its units are those of the picture, `channels` at every pixel.
  picture_convolutional: { channels: 8, kernel: 3 },
};

/** The network with its kind's own fields, as the core's defaults where they are left out. */
export function withOwnFields(network: NetworkSpec): NetworkSpec {
  return { ...ownFields[network.kind], ...network };
}

/** Units in each hidden layer of the other kinds, unless the task has another usual number. */
const usualWidth: Readonly<Partial<Record<Spec['task']['kind'], number>>> = {
  images: 200,
  feature_collapse: 100,
  plane: 16,
};

/**
 * The spec with a network of another kind: fields that the new kind has not are left out, and those that the
 * former had not come with their defaults.
 */
export function withNetworkKind(spec: Spec, kind: NetworkKind): Spec {
  if (spec.network.kind === kind) return spec;
  const foreign = new Set(Object.values(ownFields).flatMap((fields) => Object.keys(fields)));
  const shared = Object.entries(spec.network).filter(([name]) => !foreign.has(name));
  const network: Record<string, unknown> = {
    ...Object.fromEntries(shared),
    kind,
    ...ownFields[kind],
  };
  if (kind === 'picture_convolutional') delete network.width;
  else network.width ??= usualWidth[spec.task.kind] ?? 500;
  return { ...spec, network: network as unknown as NetworkSpec };
}
