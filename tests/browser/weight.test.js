import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { describe, it } from 'node:test';
import { reader } from './lib/browser.js';
import { attribute, tags } from './lib/html.js';
import { fileAt, home, kind, pages, prefix } from './lib/site.js';
import { opened } from './lib/suite.js';

// As most hosts compress: gzip at its usual level. 1 kB is 1,000 bytes.
const packed = (file) => gzipSync(readFileSync(file)).length;
const kilobytes = (bytes) => `${(bytes / 1000).toFixed(1)} kB`;

/** A page with the style sheets (and scripts) that it asks for, packed; without pictures. */
function weigh(page) {
  const base = new URL(`${prefix}${page.address.slice(1)}`, home);
  const files = new Map([['page', fileAt(base.pathname)]]);
  for (const tag of tags(page.text)) {
    const sheet = tag.name === 'link' && /\bstylesheet\b/.test(attribute(tag, 'rel') ?? '') && attribute(tag, 'href');
    const script = tag.name === 'script' && attribute(tag, 'src');
    if (sheet || script) files.set(sheet || script, fileAt(new URL(sheet || script, base).pathname));
  }
  const parts = [...files].map(([name, file]) => ({ name, bytes: packed(file) }));
  const bytes = parts.reduce((sum, part) => sum + part.bytes, 0);
  return { bytes, words: `${kilobytes(bytes)} = ${parts.map((part) => `${part.name} ${kilobytes(part.bytes)}`).join(' + ')}` };
}

describe('pages are light', () => {
  it('the front page with its styles has at most 35 kB, packed', (t) => {
    const { bytes, words } = weigh(kind('the front page'));
    t.diagnostic(words);
    assert.ok(bytes <= 35_000, words);
  });

  it('every article with its styles and without its pictures has at most 25 kB, packed', (t) => {
    const articles = pages.filter((page) => page.kind === 'article').map((page) => ({ page, ...weigh(page) }));
    assert.ok(articles.length > 0, 'the site has no article');
    const heaviest = articles.toSorted((one, other) => other.bytes - one.bytes)[0];
    t.diagnostic(`the heaviest of ${articles.length} is ${heaviest.page.address}: ${heaviest.words}`);
    const heavy = articles.filter(({ bytes }) => bytes > 25_000).map(({ page, words }) => `${page.address}: ${words}`);
    assert.deepEqual(heavy, []);
  });

  describe('a first visit', () => {
    const suite = opened();

    /** What a reader with a phone fetches at a first visit, packed. */
    const visit = async (page, t) => {
      const reads = await reader(suite.browser, suite.site, { width: 390, height: 844 });
      const fetched = new Map();
      reads.page.on('response', (response) => fetched.set(new URL(response.url()).pathname, response.request().resourceType()));
      await reads.open(page.address);
      await reads.page.waitForLoadState('networkidle');
      await reads.close();
      // The icon is fetched by browsers with a window; count it too.
      for (const tag of tags(page.text)) {
        if (/\bicon\b/.test(attribute(tag, 'rel') ?? '')) fetched.set(new URL(attribute(tag, 'href'), home).pathname, 'icon');
      }
      const parts = [...fetched].map(([path, type]) => ({ path, type, bytes: packed(fileAt(path)) }));
      const sum = (some) => some.reduce((total, { bytes }) => total + bytes, 0);
      const [all, script] = [sum(parts), sum(parts.filter(({ type }) => type === 'script'))];
      const words = `${kilobytes(all)} in ${parts.length} files, ${kilobytes(script)} of it script`;
      t.diagnostic(words);
      return { all, script, words };
    };

    it('of the front page fetches less than 60 kB, less than 10 kB of it script', async (t) => {
      const { all, script, words } = await visit(kind('the front page'), t);
      assert.ok(all < 60_000 && script < 10_000, words);
    });

    it('of /explore/ fetches at most 35 kB: what searches comes with the first question', async (t) => {
      const { all, words } = await visit(kind('the page that explores'), t);
      assert.ok(all <= 35_000, words);
    });
  });
});
