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

const serviceWorker = import.meta.env.PROD ? container() : null;
if (serviceWorker) {
  // After everything the reader waits for.
  const begin = () => void register(serviceWorker).catch((error: unknown) => console.info('offline use:', error));
  if (document.readyState === 'complete') begin();
  else addEventListener('load', begin, { once: true });
}
