import assert from 'node:assert/strict';
import { before, describe, it } from 'node:test';
import { reader } from './lib/browser.js';
import { kind, kinds } from './lib/site.js';
import { opened } from './lib/suite.js';

describe('on paper', () => {
  const suite = opened();
  let reads;
  before(async () => {
    reads = await reader(suite.browser, suite.site, { width: 794, height: 1123, dark: true });
    await reads.page.emulateMedia({ media: 'print' });
  });

  for (const { name, page } of kinds) {
    if (!page) continue;
    it(`${name} becomes a document`, async () => {
      const troubles = await reads.open(page.address);
      const pdf = await reads.page.pdf({ format: 'A4', printBackground: false });
      assert.equal(pdf.subarray(0, 5).toString(), '%PDF-');
      assert.deepEqual(troubles, []);
    });
  }

  it('text is dark on white, whatever the screen was', async () => {
    await reads.open(kind('the front page').address);
    const { ink, paper } = await reads.page.evaluate(() => ({
      ink: getComputedStyle(document.body).color,
      paper: getComputedStyle(document.documentElement).backgroundColor,
    }));
    const light = (colour) => colour.match(/[\d.]+/g).slice(0, 3).reduce((sum, n) => sum + Number(n), 0) / 765;
    assert.ok(light(ink) < 0.2, ink);
    assert.ok(light(paper) > 0.95 || paper === 'rgba(0, 0, 0, 0)', paper);
  });

  it('a source has its address beside it, and what can only be clicked is gone', async () => {
    await reads.open(kind('an article with corrections and events').address);
    const found = await reads.page.evaluate(() => {
      const link = document.querySelector('.sources a[href^="http"]');
      const shown = (selector) => {
        const one = document.querySelector(selector);
        return one !== null && one.getClientRects().length > 0;
      };
      return {
        address: getComputedStyle(link, '::after').content,
        href: link.getAttribute('href'),
        menu: shown('.menu'),
        share: shown('.share'),
      };
    });
    assert.ok(found.address.includes(found.href), found.address);
    assert.deepEqual([found.menu, found.share], [false, false]);
  });

  it('the lines of a heading stay within it, and draw no frame beside the page', async () => {
    for (const what of ['the front page', 'a term', 'a year']) {
      await reads.open(kind(what).address);
      const heads = await reads.page.evaluate(() =>
        [...document.querySelectorAll('.spine .month-name')].map((head) => ({
          line: Number.parseFloat(getComputedStyle(head, '::before').blockSize),
          head: head.offsetHeight,
        })),
      );
      assert.ok(heads.length > 0, what);
      const longer = heads.filter(({ line, head }) => line > head + 1);
      assert.deepEqual(longer, [], what);
    }
  });

  it('nothing sticks, and nothing is cut off at the edge of the paper', async () => {
    for (const { page } of kinds) {
      if (!page) continue;
      await reads.open(page.address);
      const found = await reads.page.evaluate(() => ({
        wide: document.documentElement.scrollWidth - document.documentElement.clientWidth,
        sticky: [...document.querySelectorAll('*')].filter((e) => ['sticky', 'fixed'].includes(getComputedStyle(e).position)).length,
      }));
      assert.deepEqual({ at: page.address, ...found }, { at: page.address, wide: 0, sticky: 0 });
    }
  });
});
