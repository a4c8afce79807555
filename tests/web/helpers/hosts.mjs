// Other people's pages, on hosts of their own: what labs are embedded into. Each is served from another origin than
// the site, with the headers of its choice, and no host sends CORS headers.

import { createServer } from 'node:http';

/**
 * @param {Record<string, {html: string, headers?: Record<string, string>}>} pages by path, "/sandbox"
 * @returns {Promise<{origin: string, close: () => Promise<void>}>}
 */
export async function servePages(pages) {
  const server = createServer((request, response) => {
    const page = pages[new URL(request.url, 'http://localhost').pathname];
    if (!page) {
      // Browsers ask every host for an icon; that there is none is no error of a page's.
      response.writeHead(request.url === '/favicon.ico' ? 204 : 404).end();
      return;
    }
    response.writeHead(200, { 'content-type': 'text/html; charset=utf-8', ...page.headers });
    response.end(page.html);
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    origin: `http://127.0.0.1:${server.address().port}`,
    close: () =>
      new Promise((resolve) => {
        server.close(resolve);
        server.closeAllConnections();
      }),
  };
}

/** A page around some HTML; messages from frames are kept in `heard`. */
export const hostPage = (body) => `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Host</title>
<script>
  window.heard = [];
  addEventListener('message', (event) => heard.push({ data: event.data, origin: event.origin }));
  addEventListener('reprise', (event) => heard.push({ data: event.detail }));
</script></head><body>${body}</body></html>`;

/** Waits for a message of a type that a host page has heard; gives it. */
export async function heard(page, type, seconds = 60) {
  const found = await page.waitForFunction(
    (wanted) => window.heard.find(({ data }) => data?.type === wanted)?.data,
    type,
    { timeout: 1000 * seconds },
  );
  return found.jsonValue();
}
