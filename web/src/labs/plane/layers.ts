/** Units and activation of each hidden layer, where the reader wants them so by layer. */
import type { Spec } from '../../spec/types.ts';

export type Network = Spec['network'];
export type Activation = Network['activation'];

export const widthsOf = ({ widths, width, hidden_layers }: Network): number[] =>
  Array.isArray(widths) ? [...widths] : Array.from({ length: hidden_layers }, () => width!);
export const activationsOf = ({ activations, activation, hidden_layers }: Network): Activation[] =>
  Array.isArray(activations) ? [...activations] : Array.from({ length: hidden_layers }, () => activation);

/** Whether a layer has its own units or activation. */
export const hasOwnLayers = ({ widths, activations }: Network): boolean => Array.isArray(widths) || Array.isArray(activations);

/** As many entries as there are layers: new layers are as the last one was. */
export function withLayers(network: Network, layers: number): Network {
  const fit = <T>(list: T[] | 'same' | undefined) =>
    Array.isArray(list) ? Array.from({ length: layers }, (_, k) => list[Math.min(k, list.length - 1)]!) : list;
  const widths = fit(network.widths as number[] | 'same' | undefined);
  const activations = fit(network.activations as Activation[] | 'same');
  return { ...network, ...(widths !== undefined && { widths }), activations: activations! } as Network;
}

/** A network of which each number can be read (step-stations.ts). */
export function smallNetwork(spec: Spec): Spec {
  const network = { ...spec.network, hidden_layers: 2, width: 4, widths: 'same', activations: 'same' } as Network;
  return { ...spec, network, observe: { ...spec.observe, layer: Math.min(1, spec.observe.layer) } };
}
