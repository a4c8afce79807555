// Serves the built site and prints its address: node web/scripts/serve.mjs [PORT]

import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { serveFolders } from './static-server.mjs';

const site = fileURLToPath(new URL('../dist/', import.meta.url));
const FIRST_PORT = 8080;
const PORTS_TRIED = 20;

if (!existsSync(site)) {
  console.error('web/dist is missing: build the site first (./dev build)');
  process.exit(1);
}

/** The port asked for, else the first free one from 8080 on: a familiar address, if it is free. */
async function serveOnFreePort(asked) {
  if (asked !== undefined) return serveFolders({ '/': site }, { port: asked });
  for (let port = FIRST_PORT; port < FIRST_PORT + PORTS_TRIED; port++) {
    try {
      return await serveFolders({ '/': site }, { port });
    } catch (error) {
      if (error.code !== 'EADDRINUSE') throw error;
    }
  }
  return serveFolders({ '/': site });
}

const asked = process.argv[2];
if (asked !== undefined && !/^\d{1,5}$/.test(asked)) {
  console.error(`port is ${asked}; allowed: an integer from 0 to 65535`);
  process.exit(2);
}
try {
  const server = await serveOnFreePort(asked === undefined ? undefined : Number(asked));
  console.log(`Reprise is at ${server.origin}/  (Ctrl-C stops it)`);
} catch (error) {
  console.error(`cannot serve: ${error.message}`);
  process.exit(1);
}
