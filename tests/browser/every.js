// Every page, where the others look at one of each kind: for a site that is all edges.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { faults, reader } from './lib/browser.js';
import { pages } from './lib/site.js';
import { opened } from './lib/suite.js';

describe('every page fits, stays still, asks nobody and can be read by everybody', () => {
  const suite = opened();

  for (const [width, dark] of [[320, false], [1280, true]]) {
    it(`at ${width} pixels, ${dark ? 'dark' : 'light'}`, async (t) => {
      const reads = await reader(suite.browser, suite.site, { width, height: 844, dark });
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

const talked = pages.find(({ text }) => text.includes('data-giscus'));
describe('comments of another host', { skip: !talked && 'this site has none' }, () => {
  const suite = opened();

  it('are asked for by a click and not before, and the policy lets them in', async () => {
    const { site, browser } = suite;
    const context = await browser.newContext();
    const page = await context.newPage();
    const asked = [];
    const refused = [];
    // Nothing leaves this machine: the other host is played.
    await page.route(
      (url) => url.origin !== site.origin,
      (route) => {
        asked.push(new URL(route.request().url()).host);
        return route.fulfill({ contentType: 'text/html', body: '<title>Comments</title>' });
      },
    );
    page.on('console', (message) => message.type() === 'error' && refused.push(message.text()));
    await page.goto(site.address(talked.address), { waitUntil: 'networkidle' });
    const before = [...asked];
    await page.locator('[data-giscus] button').click();
    await page.locator('[data-giscus] iframe').waitFor();
    await page.waitForLoadState('networkidle');
    await context.close();
    assert.deepEqual({ before, asked, refused }, { before: [], asked: ['giscus.app'], refused: [] });
  });
});
