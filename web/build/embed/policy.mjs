/**
 * The policy of embed.html. Its one script compiles WebAssembly, starts its worker from a blob, and carries its fonts
 * itself. In a frame that has been given no origin, 'self' means the site in some browsers and nothing in others
 * (WebKit), so schemes are named here, and the script names the site as it begins (web/src/embed/frame.ts).
 */
const own = 'http: https: file:';

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
