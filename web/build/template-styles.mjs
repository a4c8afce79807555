/**
 * Leaves out of the styles in elements' scripts what only their authors read: comments and white space. Vite makes style
 * sheets small, but not those in css`…` templates.
 */

const template = /\bcss`((?:[^`\\]|\\.)*)`/g;
const inserted = /(\$\{[^}]*\})/;

/** A style as short as it can be without being understood: what stands in `${…}` is left as it is. */
export function withoutSpace(style) {
  return style
    .replaceAll(/\/\*[^]*?\*\//g, '')
    .split(inserted)
    .map((part, i) => (i % 2 === 1 ? part : part.replaceAll(/\s+/g, ' ').replaceAll(/ ?([{};]) ?|([:,]) /g, '$1$2')))
    .join('');
}

/** A Vite plugin. */
export function templateStyles() {
  return {
    name: 'reprise:template-styles',
    apply: 'build',
    enforce: 'pre',
    transform(code, id) {
      if (!/\/src\/.*\.ts$/.test(id.replaceAll('\\', '/')) || !code.includes('css`')) return null;
      return { code: code.replaceAll(template, (_, style) => `css\`${withoutSpace(style)}\``), map: null };
    },
  };
}
