/**
 * The site's root as embedded labs know it: from the address of the script itself, embed/reprise.js, or from
 * `site="…"` where the script has been bundled into something else. Stands in the place of shell/root.ts.
 */

let site: URL | null = null;

/** Finds the script's own address: `currentScript` for a classic script, else the element that names it. */
function ownAddress(): URL | null {
  const current = document.currentScript;
  if (current instanceof HTMLScriptElement && current.src) return new URL('../', current.src);
  const named = document.querySelector<HTMLScriptElement>('script[src*="embed/reprise.js"]');
  return named ? new URL('../', named.src) : null;
}

// Once only: `currentScript` is there while the script first runs, and not later.
site = ownAddress();

/** Says where the site lies that the lab belongs to: its data, and where its links lead. */
export function setSite(address: string): void {
  site = new URL(address.endsWith('/') ? address : `${address}/`, document.baseURI);
}

/** Null where nobody has said it. */
export function knownSite(): URL | null {
  return site;
}

export function siteRoot(): URL {
  return site ?? new URL('./', document.baseURI);
}
