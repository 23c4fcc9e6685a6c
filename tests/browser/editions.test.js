import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { reader } from './lib/browser.js';
import { attribute, tags } from './lib/html.js';
import { filesOf, pages, read } from './lib/site.js';
import { opened } from './lib/suite.js';

/** The explore page of each edition. */
const explores = pages.filter(({ kind }) => kind === 'explore');
const languageOf = (page) => attribute(tags(page.text).find((tag) => tag.name === 'html'), 'lang');
/** What is before `search/` and `explore/` in the routes of the edition of a page: '' or 'ar/'. */
const prefixOf = (page) => page.address.slice(1).replace(/explore\/$/, '');
const cardsOf = (prefix) => filesOf()
  .filter((path) => path.startsWith(`${prefix}search/cards-`))
  .flatMap((path) => JSON.parse(read(path)));
/** The longest word of a text that is letters alone. */
const word = (text) => text.match(/\p{L}+/gu).toSorted((a, b) => b.length - a.length)[0];

describe('editions', { skip: explores.length < 2 && 'this site has one edition' }, () => {
  const suite = opened();
  let reads;
  let page;
  let troubles;
  before(async () => {
    reads = await reader(suite.browser, suite.site);
    page = reads.page;
  });
  after(() => reads?.close());

  const settled = () => page.waitForFunction(() => !document.querySelector('[data-explore]').hasAttribute('aria-busy'));
  const go = async (address) => {
    troubles = await reads.open(address);
    await settled();
  };
  const found = () => page.locator('[data-explore] .entry .title a').evaluateAll((links) => links.map((link) => ({ title: link.textContent, path: new URL(link.href).pathname })));

  for (const explore of explores) {
    it(`/explore/ of ${languageOf(explore)} finds the articles of its edition`, async () => {
      const cards = cardsOf(prefixOf(explore));
      const own = cards.filter((card) => !card.l);
      assert.ok(own.length > 0);
      for (const card of own.slice(-5)) {
        await go(`${explore.address}?q=${encodeURIComponent(word(card.t))}`);
        const results = await found();
        assert.ok(results.some(({ path }) => path === new URL(card.u, 'http://x').pathname), `${card.t}: ${JSON.stringify(results)}`);
        const known = new Set(cards.map(({ u }) => new URL(u, 'http://x').pathname));
        assert.ok(results.every(({ path }) => known.has(path)), JSON.stringify(results));
      }
      assert.deepEqual(troubles, []);
    });

    it(`the menu of languages leads from /explore/ of ${languageOf(explore)} to that of the others`, async () => {
      await go(explore.address);
      const links = page.locator('nav.languages a');
      for (let n = 0; n < await links.count(); n += 1) {
        await go(explore.address);
        const lang = await links.nth(n).getAttribute('hreflang');
        await links.nth(n).click();
        await settled();
        assert.equal(await page.evaluate(() => document.documentElement.lang), lang);
        assert.match(new URL(page.url()).pathname, /\/explore\/$/);
      }
      assert.deepEqual(troubles, []);
    });
  }
});
