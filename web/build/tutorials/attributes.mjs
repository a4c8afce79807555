// Attributes as authors write them: `key=value`, `key="value with spaces"`, or a bare `key`.

const ATTRIBUTE = /([A-Za-z][\w-]*)(?:=(?:"([^"]*)"|([^\s"{}]+)))?/y;

/**
 * Parses an attribute list.
 * @returns {{ attributes: Record<string, string>, fault?: string }} A bare key has the value "true".
 */
export function parseAttributes(text) {
  const attributes = {};
  let position = 0;
  while (position < text.length) {
    if (/\s/.test(text[position])) {
      position += 1;
      continue;
    }
    ATTRIBUTE.lastIndex = position;
    const match = ATTRIBUTE.exec(text);
    const rest = text.slice(position).trim();
    if (!match) return { attributes, fault: `cannot read the attribute at: ${rest}` };
    const next = text[ATTRIBUTE.lastIndex];
    if (next !== undefined && !/\s/.test(next)) {
      return { attributes, fault: `cannot read the attribute at: ${rest}` };
    }
    const [, key, quoted, bare] = match;
    if (key in attributes) return { attributes, fault: `attribute "${key}" is given twice` };
    attributes[key] = quoted ?? bare ?? 'true';
    position = ATTRIBUTE.lastIndex;
  }
  return { attributes };
}

/** Escapes text for use in HTML, inside or outside an attribute. */
export function escapeHtml(text) {
  return String(text)
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}

/** Writes attributes as HTML, leaving out the undefined ones; `true` becomes an empty attribute. */
export function htmlAttributes(attributes) {
  return Object.entries(attributes)
    .filter(([, value]) => value !== undefined && value !== false)
    .map(([key, value]) => (value === true ? ` ${key}` : ` ${key}="${escapeHtml(value)}"`))
    .join('');
}
