/**
 * The address of the site's own root, wherever it is served from. Built scripts all lie in assets/, one
 * level below it, so it follows from this module's own address and needs no configuration.
 */
export function siteRoot(): URL {
  return import.meta.env.DEV
    ? new URL(import.meta.env.BASE_URL, self.location.href)
    : new URL(/* @vite-ignore */ '../', import.meta.url);
}
