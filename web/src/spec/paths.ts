/** Fields of a spec by dotted path, as in "network.gain". */
import type { Spec } from './types.ts';

type Node = Record<string, unknown>;

const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Paths of every field that holds a value, in the order of the spec. */
export function fieldPaths(spec: Spec): string[] {
  const walk = (node: Node, prefix: string): string[] =>
    Object.entries(node).flatMap(([key, value]) =>
      isNode(value) ? walk(value, `${prefix}${key}.`) : [prefix + key],
    );
  return walk(spec as unknown as Node, '');
}

export function getField(spec: Spec, path: string): unknown {
  let node: unknown = spec;
  for (const key of path.split('.')) {
    if (!isNode(node) || !Object.hasOwn(node, key)) return undefined;
    node = node[key];
  }
  return node;
}

/** A copy of the spec with one field changed. */
export function withField(spec: Spec, path: string, value: unknown): Spec {
  const copy = structuredClone(spec);
  const keys = path.split('.');
  const last = keys.pop()!;
  let node = copy as unknown as Node;
  for (const key of keys) node = node[key] as Node;
  node[last] = value;
  return copy;
}

/** Whether two specs say the same, in whatever order. */
export function sameSpec(a: Spec, b: Spec): boolean {
  const paths = new Set([...fieldPaths(a), ...fieldPaths(b)]);
  return [...paths].every((path) => sameValue(getField(a, path), getField(b, path)));
}

export function sameValue(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
