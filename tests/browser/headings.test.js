// Headings of early years and of dates of which no year is known: all of each is seen, and years are of one size.
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { launch } from './lib/browser.js';
import { project, served } from './lib/served.js';

const DATES = ['2025-03-04', '1204', '0500', '-0054', '-0549', '00XX', '13XX', '199X', '01XX'];
const article = (date, n) => [`content/a${n}.md`, `---\ntitle: Event ${n}\ndate: ${date}\n---\nIt is so.\n`];
const files = {
  'site.yaml': 'title: T\nurl: https://example.org/\nlanguage: en\ntimezone: UTC\n',
  ...Object.fromEntries(DATES.map(article)),
};

describe('headings of the timeline', () => {
  let site;
  let server;
  let browser;
  before(async () => {
    site = project(files);
    server = await served(site.root);
    browser = await launch();
  });
  after(async () => {
    await browser?.close();
    await server?.end();
    site?.done();
  });

  for (const width of [320, 390, 768, 1280]) {
    it(`have room for their words at ${width} pixels`, async () => {
      const page = await browser.newPage({ viewport: { width, height: 900 } });
      await page.goto(server.address('/'));
      const headings = await page.evaluate(() => [...document.querySelectorAll('.year-name')].map((heading) => {
        const range = document.createRange();
        range.selectNodeContents(heading.querySelector('a') ?? heading);
        const words = range.getBoundingClientRect();
        const box = heading.getBoundingClientRect();
        const entry = heading.parentElement.querySelector('.entry').getBoundingClientRect();
        return {
          text: heading.textContent,
          inside: words.top >= box.top && words.bottom <= box.bottom && words.left >= box.left - 1 && words.right <= box.right + 1,
          above: words.bottom <= entry.top,
          size: getComputedStyle(heading).fontSize,
        };
      }));
      assert.ok(headings.length >= DATES.length, JSON.stringify(headings));
      for (const heading of headings) assert.ok(heading.inside && heading.above, JSON.stringify(heading));
      const years = headings.filter(({ text }) => /^(AD )?\d+( BC)?$/.test(text));
      assert.equal(years.length, 5, JSON.stringify(headings));
      assert.equal(new Set(years.map(({ size }) => size)).size, 1, JSON.stringify(years));
      await page.close();
    });
  }
});
