/** Kinds of networks, and the fields that not all of them have. */
import type { NetworkSpec } from './schema-types.ts';
import type { NetworkKind, Spec } from './types.ts';

/** The fields that one kind alone has, with the core's defaults. */
const ownFields: Readonly<Record<string, Readonly<Record<string, number>>>> = {
  convolutional: { channels: 20, kernel: 11 },
  attention: { tokens: 4, heads: 1 },
};

/**
 * The spec with a network of another kind: fields that only the former kind has are left out, and those that
 * only the new one has come with their defaults.
 */
export function withNetworkKind(spec: Spec, kind: NetworkKind): Spec {
  if (spec.network.kind === kind) return spec;
  const foreign = new Set(Object.values(ownFields).flatMap((fields) => Object.keys(fields)));
  const shared = Object.entries(spec.network).filter(([name]) => !foreign.has(name));
  const network = { ...Object.fromEntries(shared), kind, ...ownFields[kind] };
  return { ...spec, network: network as NetworkSpec };
}
