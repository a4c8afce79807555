// A static file server for the built site: what `./dev serve`, the browser tests, the screenshots and
// the browser benchmark all use, so that every one of them sees the site as a plain host would give it.

import { createReadStream } from 'node:fs';
import { realpath, stat } from 'node:fs/promises';
import { createServer } from 'node:http';
import path from 'node:path';
import { pipeline } from 'node:stream';
import { createGzip } from 'node:zlib';

const MIME_TYPES = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.png': 'image/png',
  '.svg': 'image/svg+xml; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8',
  '.wasm': 'application/wasm',
  '.webmanifest': 'application/manifest+json; charset=utf-8',
  '.xml': 'application/xml; charset=utf-8',
  '.woff2': 'font/woff2',
};
const COMPRESSED = new Set(['.css', '.html', '.js', '.json', '.mjs', '.svg', '.wasm', '.webmanifest']);

/** The file a URL path names inside one of the mounted folders, or null if it names none. */
async function findFile(mounts, urlPath) {
  for (const [prefix, folder] of mounts) {
    if (!urlPath.startsWith(prefix)) continue;
    const root = path.resolve(folder);
    let file = path.join(root, urlPath.slice(prefix.length));
    if (file !== root && !file.startsWith(root + path.sep)) return null;
    let info = await stat(file).catch(() => null);
    if (info?.isDirectory() && urlPath.endsWith('/')) {
      file = path.join(file, 'index.html');
      info = await stat(file).catch(() => null);
    }
    if (!info?.isFile()) return null;
    // A link inside may lead out, and what lies there is not of the site.
    const [real, realRoot] = await Promise.all([realpath(file), realpath(root)]);
    return real.startsWith(realRoot + path.sep) ? { file: real, size: info.size } : null;
  }
  return null;
}

/**
 * Serves folders over HTTP on the loopback interface.
 *
 * @param {Record<string, string>} folders URL prefix (begins and ends with '/') to folder
 * @param {{port?: number, host?: string, onRequest?: Function}} options port 0 takes any free one; onRequest is
 *   given every request and its response before it is answered
 * @returns {Promise<{origin: string, port: number, close: () => Promise<void>}>}
 */
export async function serveFolders(folders, { port = 0, host = '127.0.0.1', onRequest } = {}) {
  // The longest prefix wins, so that a folder can be mounted inside another.
  const mounts = Object.entries(folders).sort((a, b) => b[0].length - a[0].length);
  const server = createServer(async (request, response) => {
    onRequest?.(request, response);
    response.setHeader('x-content-type-options', 'nosniff');
    response.setHeader('referrer-policy', 'no-referrer');
    try {
      if (request.method !== 'GET' && request.method !== 'HEAD') {
        response.writeHead(405, { allow: 'GET, HEAD', 'content-type': 'text/plain; charset=utf-8' });
        response.end('only GET and HEAD are answered\n');
        return;
      }
      const urlPath = decodeURIComponent(new URL(request.url, 'http://localhost').pathname);
      const found = await findFile(mounts, urlPath);
      if (!found) {
        response.writeHead(404, { 'content-type': 'text/plain; charset=utf-8' }).end(`not found: ${urlPath}\n`);
        return;
      }
      const extension = path.extname(found.file);
      const headers = {
        'content-type': MIME_TYPES[extension] ?? 'application/octet-stream',
        'cache-control': 'no-cache',
      };
      const gzip =
        COMPRESSED.has(extension) && /\bgzip\b/.test(request.headers['accept-encoding'] ?? '');
      if (gzip) headers['content-encoding'] = 'gzip';
      else headers['content-length'] = found.size;
      response.writeHead(200, headers);
      if (request.method === 'HEAD') {
        response.end();
        return;
      }
      const stages = [createReadStream(found.file), ...(gzip ? [createGzip()] : []), response];
      // A reader that goes away in the middle of a file is no error of the server's.
      pipeline(stages, () => {});
    } catch {
      response.writeHead(400, { 'content-type': 'text/plain' }).end('bad request\n');
    }
  });
  await new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, resolve);
  });
  const address = server.address();
  return {
    origin: `http://${host === '0.0.0.0' ? 'localhost' : host}:${address.port}`,
    port: address.port,
    close: () =>
      new Promise((resolve) => {
        server.close(resolve);
        server.closeAllConnections();
      }),
  };
}
