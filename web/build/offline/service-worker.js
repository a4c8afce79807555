// Serves the site from what was kept of it: one version, whole. Written out by build.mjs, which puts the list here.

/* global SITE */
const { version, files, onDemand } = SITE;
const scope = new URL(self.registration.scope);
// Caches belong to the whole host, which may hold several copies of the site.
const prefix = `reprise ${scope.pathname} `;
const current = prefix + version;
const kept = `${prefix}on demand`;
const hashHeader = 'x-reprise-hash';
const atOnce = 6;

async function hashOf(bytes) {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  return [...digest.slice(0, 12)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** What the server has, and its hash, which is the header's where the server answered with a file at all. */
async function asked(path) {
  const response = await fetch(new URL(path, scope), { cache: 'no-cache' });
  if (!response.ok) return { response, hash: null };
  const bytes = await response.arrayBuffer();
  const hash = await hashOf(bytes);
  const headers = { [hashHeader]: hash };
  const type = response.headers.get('content-type');
  if (type) headers['content-type'] = type;
  return { response: new Response(bytes, { headers }), hash };
}

/** A file of this version from the server; throws if the server has another. */
async function fetched(path, wanted) {
  const { response, hash } = await asked(path);
  if (hash === null) throw new Error(`${path}: the server answered ${response.status}`);
  if (hash !== wanted) throw new Error(`${path} is not of version ${version}`);
  return response;
}

/** The same file as an earlier version kept it, if it has not changed. */
async function inherited(path, hash, earlier) {
  for (const name of earlier) {
    const response = await (await caches.open(name)).match(new URL(path, scope));
    if (response?.headers.get(hashHeader) === hash) return response;
  }
  return null;
}

async function install() {
  const names = await caches.keys();
  const earlier = names.filter((name) => name.startsWith(prefix) && name !== current && name !== kept);
  const cache = await caches.open(current);
  const waiting = Object.entries(files);
  const work = async () => {
    for (let next = waiting.pop(); next; next = waiting.pop()) {
      const [path, hash] = next;
      await cache.put(new URL(path, scope), (await inherited(path, hash, earlier)) ?? (await fetched(path, hash)));
    }
  };
  try {
    await Promise.all(Array.from({ length: atOnce }, work));
  } catch (error) {
    waiting.length = 0;
    await caches.delete(current);
    throw error;
  }
}

const keptKey = (path) => `${new URL(path, scope)}?${onDemand[path]}`;

async function activate() {
  for (const name of await caches.keys()) {
    if (name.startsWith(prefix) && name !== current && name !== kept) await caches.delete(name);
  }
  const cache = await caches.open(kept);
  const valid = new Set(Object.keys(onDemand).map(keptKey));
  for (const request of await cache.keys()) if (!valid.has(request.url)) await cache.delete(request);
}

/** The module is one with this version's scripts; data, embeddings and packages are whole by themselves. */
const ofThisVersionOnly = (path) => path.endsWith('.wasm');

/**
 * A large file, kept from its first use on. Once the server has a newer version its file is handed on, and not kept, as it
 * would be without a worker: this version's is nowhere to be had any more.
 */
async function demanded(path) {
  const cache = await caches.open(kept);
  const found = await cache.match(keptKey(path));
  if (found) return found;
  const { response, hash } = await asked(path);
  if (hash === onDemand[path]) {
    // A full disk must not keep the reader from what has just arrived.
    await cache.put(keptKey(path), response.clone()).catch(() => {});
    return response;
  }
  // Installs the newer version, which the page then offers; where there is none, the next visit asks again.
  self.registration.update().catch(() => {});
  if (ofThisVersionOnly(path)) throw new Error(`${path} is not of version ${version}`);
  return response;
}

async function answer(path) {
  if (path in onDemand) return demanded(path);
  const cached = await (await caches.open(current)).match(new URL(path, scope));
  return cached ?? fetched(path, files[path]);
}

/** The file a request means, or null if it is none of ours. */
function pathOf(request) {
  const url = new URL(request.url);
  if (request.method !== 'GET' || url.origin !== scope.origin || !url.pathname.startsWith(scope.pathname)) return null;
  let path = decodeURIComponent(url.pathname.slice(scope.pathname.length));
  if (path === '' || path.endsWith('/')) path += 'index.html';
  return Object.hasOwn(files, path) || Object.hasOwn(onDemand, path) ? path : null;
}

self.addEventListener('install', (event) => event.waitUntil(install()));
self.addEventListener('activate', (event) => event.waitUntil(activate()));
self.addEventListener('fetch', (event) => {
  const path = pathOf(event.request);
  if (path !== null) event.respondWith(answer(path));
});
self.addEventListener('message', (event) => {
  const { takeOver, keep } = event.data ?? {};
  if (takeOver) void self.skipWaiting();
  // What a page had loaded before this worker served it.
  for (const address of keep ?? []) {
    const path = pathOf(new Request(address));
    if (path !== null && path in onDemand) event.waitUntil(demanded(path).catch(() => {}));
  }
});
