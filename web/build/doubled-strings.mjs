// A stress test of the layout: with REPRISE_STRINGS=doubled in the environment the site is built with every
// word of the interface twice, as a language with long words would have it.

/** Whether this build doubles its words. */
export const doublingAsked = () => process.env.REPRISE_STRINGS === 'doubled';

/** The same table with every text twice; functions double what they return. */
export function doubled(value) {
  if (typeof value === 'string') return value === '' ? '' : `${value} ${value}`;
  if (typeof value === 'function') return (...given) => doubled(value(...given));
  if (Array.isArray(value)) return value.map(doubled);
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, doubled(inner)]));
}

const TABLE = /export const (\w*[sS]trings)\b/g;

/** A Vite plugin that doubles the tables in web/src/strings when asked to. */
export function doubledStrings() {
  return {
    name: 'reprise:doubled-strings',
    transform(code, id) {
      const path = id.split('?')[0].replaceAll('\\', '/');
      if (!doublingAsked() || !/\/src\/strings\/[^/]+\.ts$/.test(path)) return null;
      const names = [...code.matchAll(TABLE)].map(([, name]) => name);
      if (names.length === 0) return null;
      const tables = names.map((name) => `export const ${name} = doubled(${name}Once);`);
      return {
        code: `${doubled}\n${code.replaceAll(TABLE, 'const $1Once')}\n${tables.join('\n')}\n`,
        map: null,
      };
    },
  };
}
