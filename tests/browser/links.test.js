import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { before, describe, it } from 'node:test';
import { attribute, tags, unescape } from './lib/html.js';
import { fileAt, filesOf, folder, home, pages, prefix, read } from './lib/site.js';

/** Addresses that a tag names, with the attribute that names them. */
function addresses(tag) {
  const found = [];
  for (const key of ['href', 'src', 'poster', 'action', 'formaction', 'data', 'cite', 'xlink:href']) {
    if (tag.attributes.has(key)) found.push([key, attribute(tag, key)]);
  }
  for (const one of (attribute(tag, 'srcset') ?? attribute(tag, 'imagesrcset') ?? '').split(/,\s+/)) {
    if (one.trim()) found.push(['srcset', one.trim().split(/\s+/)[0]]);
  }
  if (tag.name === 'meta') {
    const content = attribute(tag, 'content') ?? '';
    const to = /^refresh$/i.test(attribute(tag, 'http-equiv') ?? '') && content.match(/url=['"]?([^'"]+)/i);
    if (to) found.push(['refresh', to[1]]);
    if (/^(og:(url|image)|twitter:image)$/.test(attribute(tag, 'property') ?? attribute(tag, 'name') ?? '')) {
      found.push(['content', content]);
    }
  }
  return found;
}

describe('every address inside the site leads somewhere', () => {
  const ids = new Map();
  const asked = [];
  before(() => {
    for (const page of pages) {
      const here = new Set();
      for (const tag of tags(page.text)) {
        if (tag.attributes.has('id')) here.add(attribute(tag, 'id'));
        for (const [key, value] of addresses(tag)) asked.push({ page, tag, key, value });
      }
      ids.set(page.path, here);
    }
  });

  /** What is wrong with an address that a file at `base` names, or undefined. */
  function wrong(value, base, own = new Set()) {
    // A page for what is missing is read at any address, so its own places are looked up first.
    if (value.startsWith('#') && (value === '#' || own.has(decodeURIComponent(value.slice(1))))) return undefined;
    let url;
    try {
      url = new URL(value, base);
    } catch {
      return 'is no address';
    }
    if (url.origin !== home.origin) return undefined;
    if (!url.pathname.startsWith(prefix)) return 'leads out of the site, but not to another host';
    const file = fileAt(url.pathname);
    if (!file) return fileAt(`${url.pathname}/`) ? 'lacks the slash at its end' : 'leads nowhere';
    const fragment = decodeURIComponent(url.hash.slice(1));
    if (!fragment || !file.endsWith('.html')) return undefined;
    const path = file.slice(folder.length + 1).replaceAll('\\', '/');
    return ids.get(path).has(fragment) ? undefined : 'names a place that the page does not have';
  }

  const report = (list) => {
    const places = new Map();
    for (const { what, from } of list) places.set(what, [...(places.get(what) ?? []), from]);
    return [...places].map(([what, from]) => `${what}: on ${from.length} pages, first ${from[0]}`);
  };

  it('in pages', (t) => {
    const bad = [];
    for (const { page, tag, key, value } of asked) {
      const fault = wrong(value, new URL(`${prefix}${page.address.slice(1)}`, home), ids.get(page.path));
      if (fault) bad.push({ what: `<${tag.name} ${key}="${value}"> ${fault}`, from: page.path });
    }
    t.diagnostic(`${asked.length} addresses in ${pages.length} pages`);
    assert.deepEqual(report(bad), []);
  });

  it('in feeds, in the site map and in robots.txt', (t) => {
    const bad = [];
    let count = 0;
    for (const path of filesOf().filter((one) => /(^|[^/])\.(xml|txt)$/.test(one))) {
      const text = read(path);
      const found = [
        ...[...text.matchAll(/<(?:loc|url|id)>\s*([^<]+?)\s*<\/(?:loc|url|id)>/g)].map(([, one]) => unescape(one)),
        ...tags(text.replace(/<content\b[^>]*>[\s\S]*?<\/content>/g, '')).flatMap((tag) => addresses(tag).map(([, one]) => one)),
        // The content of a feed's entry is escaped HTML.
        ...[...text.matchAll(/<content\b[^>]*type="html"[^>]*>([\s\S]*?)<\/content>/g)].flatMap(([, one]) =>
          tags(unescape(one)).flatMap((tag) => addresses(tag).map(([, to]) => to)),
        ),
        ...[...text.matchAll(/^Sitemap:\s*(\S+)/gm)].map(([, one]) => one),
      ].filter((one) => /^https?:|^\//.test(one));
      count += found.length;
      for (const value of found) {
        const fault = wrong(value, new URL(path, home));
        if (fault) bad.push({ what: `${value} ${fault}`, from: path });
      }
    }
    t.diagnostic(`${count} addresses`);
    assert.deepEqual(report(bad), []);
  });

  it('every page that may be indexed is in the site map, and nothing else is', () => {
    if (!existsSync(join(folder, 'sitemap.xml'))) assert.fail('there is no sitemap.xml');
    const maps = filesOf().filter((path) => /^sitemap[^/]*\.xml$/.test(path));
    const listed = new Set(
      maps.flatMap((path) => [...read(path).matchAll(/<loc>\s*([^<]+?)\s*<\/loc>/g)].map(([, one]) => unescape(one))),
    );
    for (const one of listed) if (/\/sitemap[^/]*\.xml$/.test(one)) listed.delete(one);
    const open = new Set(
      pages
        .filter(({ text }) => !tags(text).some((tag) => attribute(tag, 'name') === 'robots' && /noindex/.test(attribute(tag, 'content'))))
        .map(({ address }) => new URL(`${prefix}${address.slice(1)}`, home).href),
    );
    assert.deepEqual({ unlisted: [...open].filter((one) => !listed.has(one)), listed: [...listed].filter((one) => !open.has(one)) }, { unlisted: [], listed: [] });
  });

  it('every page except the front page can be reached from the front page by links', () => {
    const reached = new Set(['index.html']);
    const queue = ['index.html'];
    const links = new Map();
    for (const { page, tag, key, value } of asked) {
      if (tag.name !== 'a' && key !== 'refresh') continue;
      links.set(page.path, [...(links.get(page.path) ?? []), new URL(value, new URL(`${prefix}${page.address.slice(1)}`, home))]);
    }
    while (queue.length > 0) {
      for (const url of links.get(queue.pop()) ?? []) {
        const file = url.origin === home.origin && fileAt(url.pathname);
        const path = file && file.slice(folder.length + 1).replaceAll('\\', '/');
        if (path && !reached.has(path)) {
          reached.add(path);
          queue.push(path);
        }
      }
    }
    const lost = pages.filter(({ path, kind }) => !reached.has(path) && kind !== 'not-found' && kind !== 'redirect');
    assert.deepEqual(lost.map(({ address }) => address), []);
  });

  it('labels and descriptions name elements of their own page', () => {
    const bad = [];
    for (const page of pages) {
      for (const tag of tags(page.text)) {
        for (const key of ['aria-labelledby', 'aria-describedby', 'aria-controls', 'aria-owns', 'for', 'headers', 'list']) {
          for (const id of (attribute(tag, key) ?? '').split(/\s+/).filter(Boolean)) {
            if (!ids.get(page.path).has(id)) bad.push({ what: `<${tag.name} ${key}="${id}">`, from: page.path });
          }
        }
      }
    }
    assert.deepEqual(report(bad), []);
  });
});
