/** The line that puts a page of this site into somebody else's. */

/** A text as the value of an attribute. */
export const escape = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');

/** height: CSS pixels kept free before the page has said its own. */
export const frameCode = (address: string, title: string, height: number): string =>
  `<iframe src="${escape(address)}" title="${escape(title)}" width="100%" height="${height}" style="border: 0" loading="lazy" allow="clipboard-write"></iframe>`;

/** The script that gives frames the height of what is in them. */
export const framesScript = (site: string): string => `<script src="${escape(new URL('embed/frames.js', site).href)}" async></script>`;
