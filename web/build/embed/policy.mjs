/**
 * The policy of embed.html. Its one script compiles WebAssembly, starts its worker from a blob, and carries its fonts
 * itself. 'self' still means the site in a frame that has been given no origin; from file:// it means nothing, so
 * there the files' own scheme is named.
 */
const own = "'self' file:";

export const framePolicy = [
  "default-src 'none'",
  `script-src ${own} 'wasm-unsafe-eval'`,
  `style-src ${own}`,
  "style-src-attr 'unsafe-inline'",
  'worker-src blob:',
  `img-src ${own} data: blob:`,
  `font-src ${own}`,
  `connect-src ${own}`,
  "base-uri 'none'",
  "form-action 'none'",
].join('; ');
