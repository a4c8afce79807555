// The texts of a page that is a file, and the page with others in their place.

const VOID = new Set(['area', 'base', 'br', 'col', 'embed', 'hr', 'img', 'input', 'link', 'meta', 'source', 'track', 'wbr']);
/** What is never a text of the page's language. */
const SKIPPED = new Set(['script', 'style', 'svg', 'pre', 'template']);
const TOKEN = /<!--[\s\S]*?-->|<!doctype[^>]*>|<(\/?)([a-zA-Z][\w-]*)((?:"[^"]*"|[^>"])*)>|[^<]+/gi;
const WORDS_IN = /[\s"'](alt|aria-label|title|placeholder)="([^"]*)"/g;

/** One line, as a text is known by. */
export const plain = (text) => text.replace(/\s+/g, ' ').trim();

const meansSomething = (text) => /\p{L}{2}/u.test(text.replace(/<[^>]*>/g, '')) && !/^<code>[^<]*<\/code>$/.test(text);

/**
 * Where texts stand: the inside of each outermost element that holds words directly, and attributes that are read out.
 * @param {string} html well-formed, as the files of this project are
 * @returns {{ start: number, end: number, text: string, tag?: number }[]} `tag`: where the element's own tag ends before its ">"
 */
export function textPlaces(html) {
  const open = [];
  const places = [];
  for (const match of html.matchAll(TOKEN)) {
    const [token, closing, name, attributes = ''] = match;
    const at = match.index;
    if (name === undefined) {
      const top = open.at(-1);
      if (!token.startsWith('<') && top && /\S/.test(token) && !open.some(({ skipped }) => skipped)) top.words = true;
      continue;
    }
    const tag = name.toLowerCase();
    if (closing) {
      const element = open.pop();
      if (element?.tag !== tag) throw new Error(`</${tag}> closes <${element?.tag}>`);
      if (element.words && !open.some(({ words }) => words)) {
        places.push({ start: element.start, end: at, text: plain(html.slice(element.start, at)), tag: element.start - 1 });
      }
      continue;
    }
    const shown = !open.some(({ skipped }) => skipped) && !SKIPPED.has(tag);
    if (shown) {
      for (const word of attributes.matchAll(WORDS_IN)) {
        const start = at + 1 + name.length + word.index + word[0].length - 1 - word[2].length;
        places.push({ start, end: start + word[2].length, text: plain(word[2]) });
      }
      const description = tag === 'meta' && /name="description"/.test(attributes) && /content="([^"]*)"/.exec(attributes);
      if (description) {
        const start = at + 1 + name.length + description.index + 'content="'.length;
        places.push({ start, end: start + description[1].length, text: plain(description[1]) });
      }
    }
    if (!VOID.has(tag) && !attributes.endsWith('/')) {
      open.push({ tag, start: at + token.length, skipped: SKIPPED.has(tag), words: false });
    }
  }
  // Words may follow an element that has its own: then the outer one is the text.
  const inner = (place) =>
    places.some((other) => other !== place && other.tag !== undefined && other.start <= place.start && other.end >= place.end);
  return places.filter((place) => meansSomething(place.text) && !inner(place)).sort((a, b) => a.start - b.start);
}

/** The texts of a page, each once, in its order. */
export const textsOf = (html) => [...new Set(textPlaces(html).map(({ text }) => text))];

/**
 * The page with texts exchanged; what has no translation stays, and says that it is English.
 * @param {string} html
 * @param {Map<string, string>} translated by the English text
 */
export function withTexts(html, translated) {
  let result = html;
  for (const { start, end, text, tag } of textPlaces(html).reverse()) {
    const other = translated.get(text);
    if (other !== undefined) result = result.slice(0, start) + other + result.slice(end);
    else if (tag !== undefined && !/^<title/.test(html.slice(html.lastIndexOf('<', tag), tag + 1))) {
      result = `${result.slice(0, tag)} lang="en"${result.slice(tag)}`;
    }
  }
  return result;
}
