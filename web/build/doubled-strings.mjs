// Stress tests of the layout: with REPRISE_STRINGS=doubled in the environment the site is built with every word of the
// interface twice, as a language with long words would have it; with REPRISE_STRINGS=rtl, in Hebrew letters from right to left.

const asked = () => process.env.REPRISE_STRINGS;

/** Whether this build has other words than its own. */
export const doublingAsked = () => asked() === 'doubled' || asked() === 'rtl';

/** Whether it is written from right to left. */
export const mirroringAsked = () => asked() === 'rtl';

/** The words as this build has them. */
export const asAsked = (value) => (mirroringAsked() ? mirrored(value) : doubled(value));

/** The same table with every text twice; functions double what they return. */
export function doubled(value) {
  if (typeof value === 'string') return value === '' ? '' : `${value} ${value}`;
  if (typeof value === 'function') return (...given) => doubled(value(...given));
  if (Array.isArray(value)) return value.map(doubled);
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, doubled(inner)]));
}

/** The same table in Hebrew letters, which mean nothing; functions write what they return so. Tags and gaps stay. */
export function mirrored(value) {
  if (typeof value === 'string') {
    return value.replace(/<[^>]*>|\{\w+\}|&\w+;|[a-z]/gi, (part) =>
      part.length > 1 ? part : String.fromCharCode(0x5d0 + ((part.toLowerCase().charCodeAt(0) - 97) % 22)),
    );
  }
  if (typeof value === 'function') return (...given) => mirrored(value(...given));
  if (Array.isArray(value)) return value.map(mirrored);
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, mirrored(inner)]));
}

const TABLE = /export const (\w*[sS]trings)\b/g;

/** A Vite plugin that changes the tables in web/src/strings when asked to. */
export function doubledStrings() {
  return {
    name: 'reprise:doubled-strings',
    transform(code, id) {
      const path = id.split('?')[0].replaceAll('\\', '/');
      if (!doublingAsked() || !/\/src\/strings\/[^/]+\.ts$/.test(path)) return null;
      const names = [...code.matchAll(TABLE)].map(([, name]) => name);
      if (names.length === 0) return null;
      const change = mirroringAsked() ? mirrored : doubled;
      const tables = names.map((name) => `export const ${name} = ${change.name}(${name}Once);`);
      return {
        code: `${change}\n${code.replaceAll(TABLE, 'const $1Once')}\n${tables.join('\n')}\n`,
        map: null,
      };
    },
  };
}
