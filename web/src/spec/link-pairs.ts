/** Links as they arrive: mail programs, forms and pages escape them on the way, and what they meant still has one reading. */

/** As often as any way that links go escapes them, and a few times more; each time costs a pass over the whole. */
const mostEscapes = 8;

/** Undoes every escape: nothing in a link of ours holds a "%", "&" or "#" of its own. */
function unescaped(link: string): string {
  let text = link;
  for (let times = 0; times < mostEscapes; times++) {
    try {
      const plain = decodeURIComponent(text);
      if (plain === text) return plain;
      text = plain;
    } catch {
      break; // A percent sign that escapes nothing: what names it will be told.
    }
  }
  return text;
}

/** Without the stop, bracket or space of the sentence it stood in. By hand, since a pattern would look at a long run once for each of its signs. */
function withoutEnd(text: string): string {
  let end = text.length;
  while (end > 0 && /[\s.,;:)\]>"'”]/.test(text[end - 1]!)) end -= 1;
  return text.slice(0, end);
}

/**
 * The keys and values of a link, `#preset=xor/rich&seed=3`, the first of each key. Also of one that was escaped, once or
 * more, as HTML or as an address, that begins with "?", or that ends with the stop or bracket of its sentence.
 */
export function pairsOf(link: string): Map<string, string> {
  const pairs = new Map<string, string>();
  const text = withoutEnd(unescaped(link).replaceAll(/&(amp;)+/gi, '&'));
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
