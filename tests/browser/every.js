// Every page, where the others look at one of each kind: for a site that is all edges.
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { faults, launch, reader } from './lib/browser.js';
import { pages, serve } from './lib/site.js';

describe('every page fits, stays still, asks nobody and can be read by everybody', () => {
  let site;
  let browser;
  before(async () => {
    site = await serve();
    browser = await launch();
  });
  after(async () => {
    await browser?.close();
    await site?.close();
  });

  for (const [width, dark] of [[320, false], [1280, true]]) {
    it(`at ${width} pixels, ${dark ? 'dark' : 'light'}`, async (t) => {
      const reads = await reader(browser, site, { width, height: 844, dark });
      const wrong = [];
      const looked = pages.filter(({ kind }) => kind !== 'redirect');
      for (const page of looked) {
        const troubles = await reads.open(page.address);
        const found = await faults(reads.page);
        wrong.push(...[...troubles, ...found].map((said) => `${page.address}: ${said}`));
      }
      await reads.close();
      t.diagnostic(`looked at ${looked.length} pages`);
      assert.deepEqual(wrong, []);
    });
  }
});
