import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { faults, reader } from './lib/browser.js';
import { kinds } from './lib/site.js';
import { opened } from './lib/suite.js';

const widths = [320, 390, 1280, 2000];

describe('every kind of page fits, stays still, asks nobody and can be read by everybody', () => {
  const suite = opened();

  it('the site has a page of every kind', () => {
    const missing = kinds.filter(({ page }) => !page).map(({ name }) => name);
    assert.deepEqual(missing, []);
  });

  for (const width of widths) {
    for (const dark of [false, true]) {
      describe(`at ${width} pixels, ${dark ? 'dark' : 'light'}`, () => {
        let reads;
        before(async () => {
          reads = await reader(suite.browser, suite.site, { width, height: width < 700 ? 844 : 900, dark });
        });
        after(() => reads?.close());

        for (const { name, page } of kinds) {
          if (!page) continue;
          it(`nothing is wrong with ${name} (${page.address})`, async () => {
            const troubles = await reads.open(page.address);
            // What does not hang on colours was looked at in the light.
            const found = await faults(reads.page, { colours: dark });
            assert.deepEqual([...troubles, ...found], []);
          });
        }
      });
    }
  }
});
