import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { reader } from './lib/browser.js';
import { attribute, tags } from './lib/html.js';
import { home, kind, kinds, pages, prefix } from './lib/site.js';
import { opened } from './lib/suite.js';

describe('without scripts, and by keyboard', () => {
  const suite = opened();
  let reads;
  let page;
  before(async () => {
    reads = await reader(suite.browser, suite.site, { width: 390, height: 844, script: false });
    page = reads.page;
  });

  const path = () => new URL(page.url()).pathname.slice(prefix.length - 1);
  const kindNow = async () => (await page.locator('body').getAttribute('class')).split(' ')[0];
  /** Follows a link that a reader can see, by a click. */
  const click = async (link) => {
    const left = page.url();
    await link.scrollIntoViewIfNeeded();
    await Promise.all([page.waitForURL((url) => url.href !== left, { waitUntil: 'load' }), link.click()]);
  };
  const section = (name) => page.getByRole('region', { name, exact: true });

  describe('from the front page, by clicks', () => {
    it('a reader reaches the newest article in one, and its source has a link to the publisher', async () => {
      await reads.open('/');
      const newest = section('Just published').getByRole('heading').getByRole('link').first();
      const headline = await newest.textContent();
      await click(newest);
      assert.equal(await kindNow(), 'article');
      assert.equal(await page.getByRole('heading', { level: 1 }).textContent(), headline);

      const source = section('Sources').getByRole('listitem').first().getByRole('link').first();
      assert.ok(await source.isVisible());
      const address = new URL(await source.getAttribute('href'), page.url());
      assert.match(address.protocol, /^https?:$/);
      assert.notEqual(address.origin, suite.site.origin);
    });

    it('a reader gets from a citation in the text to its source and back', async () => {
      await reads.open(kind('an article with corrections and events').address);
      await click(page.getByRole('link', { name: 'Source 1', exact: true }).first());
      assert.equal(new URL(page.url()).hash, '#source-1');
      await click(page.locator('#source-1').getByRole('link', { name: /^Back to (the citation|citation 1) of source 1/ }).first());
      assert.match(new URL(page.url()).hash, /^#cite-/);
    });

    it('a reader reaches the page of the organisation that an article is about', async () => {
      await reads.open('/');
      await click(section('Just published').getByRole('heading').getByRole('link').first());
      const organisation = section('Filed under').locator('a[href*="/organisations/"]').first();
      const name = await organisation.textContent();
      await click(organisation);
      assert.equal(await kindNow(), 'term');
      assert.equal(await page.getByRole('heading', { level: 1 }).textContent(), name);
    });

    it('a reader reaches a month, and from there the month before', async () => {
      await reads.open('/');
      const headings = await section('Timeline').getByRole('heading').getByRole('link').all();
      const addresses = await Promise.all(headings.map((link) => link.getAttribute('href')));
      const month = addresses.findIndex((address) => /^\/\d{4}\/\d{2}\/$/.test(address));
      assert.notEqual(month, -1, 'the timeline has months');
      await click(headings[month]);
      assert.equal(await kindNow(), 'month');
      assert.equal(path(), addresses[month]);
      const before = path();
      await click(page.locator('a[rel=prev]').first());
      assert.equal(await kindNow(), 'month');
      assert.ok(path() < before, `${path()} is not before ${before}`);
    });

    it('a reader of a phone reaches a year by the list of years', async () => {
      await reads.open('/');
      await page.locator('summary', { hasText: 'Years' }).click();
      await click(page.getByRole('navigation', { name: 'Entries by year' }).getByRole('link').last());
      assert.equal(await kindNow(), 'year');
    });

    it('a reader reaches what is expected by the menu', async () => {
      await reads.open('/');
      await click(page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Expected', exact: true }));
      assert.equal(await kindNow(), 'expectations');
    });

    it('a reader reaches the corrections', async () => {
      await reads.open('/');
      await click(page.getByRole('contentinfo').getByRole('link', { name: 'Corrections', exact: true }));
      assert.equal(await kindNow(), 'corrections');
    });

    it('a reader of a missing page is led back to the front page', async () => {
      await reads.open('/no-such-page/');
      assert.equal(await kindNow(), 'not-found');
      await click(page.getByRole('main').getByRole('link').first());
      assert.equal(await kindNow(), 'front');
    });

    it('a reader with an old address arrives at a page, and one of an article at the article', async () => {
      const arrived = new Set();
      for (const old of pages.filter((one) => one.kind === 'redirect')) {
        await reads.open(old.address);
        await page.waitForURL((url) => url.pathname !== `${prefix}${old.path}`);
        await page.waitForLoadState();
        const there = await kindNow();
        assert.notEqual(there, 'not-found', old.path);
        arrived.add(there);
      }
      assert.ok(arrived.has('article'), [...arrived].join(', '));
    });
  });

  it('whatever a reader with scripts can reach, a reader without them can', async () => {
    const scripted = await reader(suite.browser, suite.site, { width: 390, height: 844 });
    const links = () => [...new Set([...document.querySelectorAll('main a[href]')].filter((a) => a.checkVisibility()).map((a) => a.href.baseVal ?? a.href))];
    try {
      for (const { name, page: one } of kinds.filter((some) => some.page)) {
        await scripted.open(one.address);
        await reads.open(one.address);
        const without = new Set(await page.evaluate(links));
        const lost = (await scripted.page.evaluate(links)).filter((href) => !without.has(href));
        assert.deepEqual(lost, [], name);
      }
    } finally {
      await scripted.close();
    }
  });

  it('Tab reaches the skip link first, it can be seen, and it leads past the menu', async () => {
    for (const { name, page: one } of kinds.filter((some) => some.page)) {
      await reads.open(one.address);
      await page.keyboard.press('Tab');
      const seen = await page.evaluate(() => {
        const at = document.activeElement;
        const { left, top, right, bottom } = at.getBoundingClientRect();
        return {
          words: at.textContent,
          inside: left >= 0 && top >= 0 && right <= innerWidth && bottom <= innerHeight && bottom > top,
          outline: parseFloat(getComputedStyle(at).outlineWidth),
        };
      });
      assert.deepEqual({ ...seen, outline: seen.outline >= 2 }, { words: 'Skip to content', inside: true, outline: true }, name);
      await page.keyboard.press('Enter');
      await page.keyboard.press('Tab');
      const after = await page.evaluate(() => ({
        left: document.activeElement.closest('header.masthead, nav[aria-label=Main]') !== null,
        on: document.activeElement.tagName,
      }));
      assert.equal(after.left, false, `${name}: the next Tab is still in the masthead`);
    }
  });

  for (const [width, height] of [[390, 600], [1280, 720]]) {
    describe(`at ${width} pixels`, () => {
      let keys;
      before(async () => {
        keys = await reader(suite.browser, suite.site, { width, height, script: false });
      });
      after(() => keys?.close());

      for (const way of ['Tab', 'Shift+Tab']) {
        it(`${way} goes through everything, and what has the focus is marked and not covered`, async () => {
          for (const name of ['the front page', 'an article with corrections and events']) {
            const { address } = kind(name);
            await keys.open(address);
            const count = await keys.page.evaluate((back) => {
              const shown = [...document.querySelectorAll('a[href]')].filter((link) => link.checkVisibility());
              if (back) shown.at(-1).focus();
              return shown.length;
            }, way !== 'Tab');
            const bad = [];
            const visited = new Set();
            for (let press = 0; press < count + 5; press += 1) {
              await keys.page.keyboard.press(way);
              const seen = await keys.page.evaluate(() => {
                const at = document.activeElement;
                if (at === document.body || at === document.documentElement) return undefined;
                const all = [...document.querySelectorAll('*')];
                const style = getComputedStyle(at);
                const boxes = [...at.getClientRects()].filter(({ width, height }) => width > 0 && height > 0);
                const isOwn = (hit) => at.contains(hit) || hit.contains(at);
                // In a picture that is a list of marks, others that lie over this one fade to a fifth, or draw nothing there.
                const isFaded = (hit) => {
                  if (!hit.closest('svg')?.contains(at)) return false;
                  let opacity = 1;
                  for (let part = hit; part; part = part.parentElement) opacity *= getComputedStyle(part).opacity;
                  const { fill, stroke } = getComputedStyle(hit);
                  return opacity <= 0.2 || (/^(none|rgba\(.*, 0\))$/.test(fill) && stroke === 'none');
                };
                // Free at one place at least: in the window, and nothing else lies over it.
                const free = boxes.some(({ left, top, right, bottom }) =>
                  [[0.5, 0.5], [0.1, 0.5], [0.9, 0.5], [0.5, 0.2], [0.5, 0.8]].some(([x, y]) => {
                    const hits = document.elementsFromPoint(left + (right - left) * x, top + (bottom - top) * y);
                    return hits.find((hit) => isOwn(hit) || !isFaded(hit)) === hits.find(isOwn) && hits.some(isOwn);
                  }),
                );
                return {
                  number: all.indexOf(at),
                  words: `${at.textContent.trim().slice(0, 40)} (${at.getAttribute('href')})`,
                  marked: style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2,
                  free,
                };
              });
              if (!seen) break;
              if (visited.has(seen.number)) break;
              visited.add(seen.number);
              if (!seen.marked) bad.push(`${seen.words} is not marked`);
              if (!seen.free) bad.push(`${seen.words} is covered`);
            }
            assert.deepEqual(bad, [], name);
            assert.ok(visited.size >= count - 1, `${name}: ${visited.size} of ${count} links got the focus`);
          }
        });
      }

      if (width >= 1000) {
        it('a reader reaches a year by the row of bars', async () => {
          await keys.open('/');
          const year = keys.page.getByRole('navigation', { name: 'Entries over time' }).getByRole('link', { name: /^2025: / });
          await year.focus();
          await keys.page.keyboard.press('Enter');
          await keys.page.waitForURL('**/2025/');
        });
      }

      it('no heading that stays on top covers the place that a link leads to', async () => {
        // Every fragment that some page links to, a few of each page.
        const wanted = new Map();
        for (const one of pages) {
          const base = new URL(`${prefix}${one.address.slice(1)}`, home);
          for (const tag of tags(one.text)) {
            const to = tag.name === 'a' && attribute(tag, 'href');
            if (!to || !to.includes('#')) continue;
            const url = new URL(to, base);
            if (url.origin !== home.origin || url.hash === '#dl:page-main') continue;
            const at = url.pathname.slice(prefix.length - 1);
            if (!wanted.has(at)) wanted.set(at, new Set());
            wanted.get(at).add(url.hash);
          }
        }
        // Also the headings of the timeline, to which readers link from elsewhere.
        for (const name of ['the front page', 'a year', 'a term']) {
          const one = kind(name);
          const all = tags(one.text)
            .filter((tag) => /^h[2-6]$/.test(tag.name) && attribute(tag, 'id'))
            .map((tag) => `#${attribute(tag, 'id')}`);
          wanted.set(one.address, new Set([...(wanted.get(one.address) ?? []), ...all]));
        }
        const heavy = [...wanted].sort(([, one], [, other]) => other.size - one.size).slice(0, 8);
        const bad = [];
        for (const [address, hashes] of heavy) {
          await keys.open(address);
          const few = [...hashes].slice(0, 24);
          for (const from of ['top', 'end']) {
            for (const hash of few) {
              await keys.page.evaluate((end) => scrollTo(0, end ? 1e7 : 0), from === 'end');
              await keys.page.evaluate((to) => {
                location.hash = '';
                location.hash = to;
              }, hash);
              const fault = await keys.page.evaluate((id) => {
                const target = document.getElementById(id);
                const box = target.getBoundingClientRect();
                if (box.top < -1 || box.top >= innerHeight) return `is at ${Math.round(box.top)} px of ${innerHeight}`;
                const x = Math.min(box.left + Math.min(box.width / 2, 12), innerWidth - 1);
                const hit = document.elementFromPoint(x, Math.max(box.top, 0) + Math.min(box.height / 2, 8));
                for (let at = hit; at; at = at.parentElement) {
                  if (!/sticky|fixed/.test(getComputedStyle(at).position)) continue;
                  if (at.contains(target) || target.contains(at)) continue;
                  return `is under "${at.textContent.trim()}"`;
                }
                return undefined;
              }, decodeURIComponent(hash.slice(1)));
              if (fault) bad.push(`${address}${hash} from the ${from}: ${fault}`);
            }
          }
        }
        assert.deepEqual(bad, []);
      });
    });
  }
});
