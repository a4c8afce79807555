import type { Plugin } from 'vite';

/**
 * The Content-Security-Policy of every page. WebAssembly is the only thing compiled at run time, and
 * nothing is fetched from another origin. Style attributes are allowed because typeset mathematics
 * carries them; style elements are not.
 */
const policy = [
  "default-src 'self'",
  "script-src 'self' 'wasm-unsafe-eval'",
  "style-src 'self'",
  "style-src-attr 'unsafe-inline'",
  "worker-src 'self' blob:",
  "img-src 'self' data: blob:",
  "connect-src 'self'",
  "object-src 'none'",
  "base-uri 'self'",
  "form-action 'self'",
].join('; ');

/** Writes the policy into the head of every built page (the development server needs more than it). */
export function contentSecurityPolicy(): Plugin {
  return {
    name: 'reprise:csp',
    apply: 'build',
    transformIndexHtml: {
      order: 'post',
      handler: () => [
        {
          tag: 'meta',
          attrs: { 'http-equiv': 'Content-Security-Policy', content: policy },
          injectTo: 'head-prepend',
        },
      ],
    },
  };
}
