/** Links as they arrive: mail programs, forms and pages escape them on the way, and what they meant still has one reading. */

/** Undoes every escape: nothing in a link of ours holds a "%", "&" or "#" of its own. */
function unescaped(link: string): string {
  for (let text = link; ; ) {
    try {
      const plain = decodeURIComponent(text);
      if (plain === text) return plain;
      text = plain;
    } catch {
      return text; // A percent sign that escapes nothing: what names it will be told.
    }
  }
}

/**
 * The keys and values of a link, `#preset=xor/rich&seed=3`, the first of each key. Also of one that was escaped, once or
 * more, as HTML or as an address, that begins with "?", or that ends with the stop or bracket of its sentence.
 */
export function pairsOf(link: string): Map<string, string> {
  const pairs = new Map<string, string>();
  const text = unescaped(link).replaceAll(/&(amp;)+/gi, '&').replace(/[\s.,;:)\]>"'”]+$/, '');
  for (const part of text.replace(/^[#?]+/, '').split('&')) {
    const [key, value = ''] = part.split(/=(.*)/s);
    // A plus sign is one in "1e+3", and a space in forms.
    const name = key!.trim().toLowerCase();
    if (name && !pairs.has(name)) pairs.set(name, value.replaceAll(/\+(?!\d)/g, ' ').trim());
  }
  return pairs;
}

/** Whether a fragment names a place in the page and no state of a lab. */
const isPlace = (hash: string) => !unescaped(hash).includes('=');

/** The link in this page's address: its fragment, or what stands where a fragment was meant. Empty for none. */
export function addressLink(): string {
  const { hash, search } = location;
  if (!isPlace(hash)) return hash;
  return /[?&](preset|seed|\w+\.\w+)=/i.test(unescaped(search)) ? search : '';
}
