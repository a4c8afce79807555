/** Kinds of networks, and the fields that not all of them have. */
import type { NetworkKind, Spec } from './types.ts';

/**
 * The spec with a network of another kind: fields that only the former kind has are left out, and those that
 * only the new one has come with the core's defaults.
 */
export function withNetworkKind(spec: Spec, kind: NetworkKind): Spec {
  if (spec.network.kind === kind) return spec;
  const copy = structuredClone(spec);
  const { channels = 20, kernel = 11, ...shared } = copy.network;
  const own = kind === 'convolutional' ? { channels, kernel } : {};
  return { ...copy, network: { ...shared, kind, ...own } };
}
