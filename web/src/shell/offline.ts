/** Keeps the site for use without a network, and tells of a new version; does nothing where that is refused. */
import { siteRoot } from './root.ts';

/** Only the site's own pages, in a window of their own, over HTTP; sandboxed frames refuse even the question. */
function container(): ServiceWorkerContainer | null {
  try {
    const own = window.top === window && self.origin !== 'null' && /^https?:$/.test(location.protocol);
    // A chapter packed for a learning management system is not the site.
    const packed = document.querySelector('meta[name="reprise-scorm"]') !== null;
    return own && !packed && isSecureContext ? (navigator.serviceWorker ?? null) : null;
  } catch {
    return null;
  }
}

/** Tells the worker of what this page has loaded without it, so that large files are kept as well. */
function keepWhatWasLoaded(registration: ServiceWorkerRegistration): void {
  new PerformanceObserver((list) => {
    const keep = list.getEntries().map(({ name }) => name);
    registration.active?.postMessage({ keep });
  }).observe({ type: 'resource', buffered: true });
}

async function announce(worker: ServiceWorker): Promise<void> {
  const { showUpdate } = await import('./update-notice.ts');
  showUpdate(() => worker.postMessage({ takeOver: true }));
}

async function register(serviceWorker: ServiceWorkerContainer): Promise<void> {
  const controlled = serviceWorker.controller !== null;
  let reloading = false;
  serviceWorker.addEventListener('controllerchange', () => {
    // Scripts of the old version must not ask for files of the new one.
    if (!controlled || reloading) return;
    reloading = true;
    location.reload();
  });
  const registration = await serviceWorker.register(new URL('sw.js', siteRoot()), { updateViaCache: 'none' });
  if (registration.waiting && controlled) void announce(registration.waiting);
  registration.addEventListener('updatefound', () => {
    const worker = registration.installing;
    worker?.addEventListener('statechange', () => {
      if (worker.state === 'installed' && serviceWorker.controller) void announce(worker);
    });
  });
  if (!controlled) keepWhatWasLoaded(await serviceWorker.ready);
}

/** How long a first visit is left alone before the whole site is fetched to be kept. */
const firstVisitMilliseconds = 5000;

/**
 * Calls back when the reader waits for nothing: fetching and keeping the site takes a processor for some seconds, which a
 * small machine lacks while the page draws and trains for the first time. A page that is put aside has the time at once.
 */
function whenAtRest(begin: () => void): void {
  const wait = window.setTimeout(once, firstVisitMilliseconds);
  document.addEventListener('visibilitychange', onceHidden);
  function once() {
    clearTimeout(wait);
    document.removeEventListener('visibilitychange', onceHidden);
    begin();
  }
  function onceHidden() {
    if (document.hidden) once();
  }
}

const serviceWorker = import.meta.env.PROD ? container() : null;
if (serviceWorker) {
  const begin = () => void register(serviceWorker).catch((error: unknown) => console.info('offline use:', error));
  // Where the site is kept already, only a new version is asked for.
  const loaded = () => (serviceWorker.controller || document.hidden ? begin() : whenAtRest(begin));
  if (document.readyState === 'complete') loaded();
  else addEventListener('load', loaded, { once: true });
}
