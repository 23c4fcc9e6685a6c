// Enough of an HTML tokeniser for pages that the Nu checker has passed: start tags and their
// attributes, without comments and without what script, style and template-like elements hold.
const pattern =
  /<!--[\s\S]*?-->|<(script|style|textarea|title)\b((?:"[^"]*"|'[^']*'|[^'">])*)>[\s\S]*?<\/\1\s*>|<([a-zA-Z][^\s/>]*)((?:"[^"]*"|'[^']*'|[^'">])*)>/g;
const parts = /([^\s=/"'<>]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+)))?/g;
const named = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: '\u00a0' };

export const unescape = (text) =>
  text.replace(/&(?:#x([0-9a-f]+)|#(\d+)|(\w+));/gi, (whole, hex, decimal, name) => {
    if (hex) return String.fromCodePoint(parseInt(hex, 16));
    if (decimal) return String.fromCodePoint(Number(decimal));
    return named[name] ?? whole;
  });

/** The start tags of a page: `{ name, attributes }`, names in lower case, in order. */
export function tags(text) {
  const found = [];
  for (const [, raw, rawRest, name, rest] of text.matchAll(pattern)) {
    if (!raw && !name) continue;
    const attributes = new Map();
    for (const [, key, double, single, bare] of (raw ? rawRest : rest).matchAll(parts)) {
      attributes.set(key.toLowerCase(), unescape(double ?? single ?? bare ?? ''));
    }
    found.push({ name: (raw ?? name).toLowerCase(), attributes });
  }
  return found;
}

export const attribute = (tag, key) => tag.attributes.get(key);
