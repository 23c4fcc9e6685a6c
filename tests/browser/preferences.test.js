// What a reader's system asks for: forced colours, less motion, 400 % zoom.
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { faults, reader } from './lib/browser.js';
import { kinds } from './lib/site.js';
import { opened } from './lib/suite.js';

const pages = kinds.filter(({ page }) => page);

/** Runs in the page: how each kind of mark on a date is painted, and what it is painted on. */
const marks = () => {
  const canvas = getComputedStyle(document.body).backgroundColor;
  const seen = {};
  const drawn = [
    ['.when', '::after'],
    ['.clock dt', '::after'],
    ['.mark', '::before'],
  ];
  for (const [selector, pseudo] of drawn) {
    for (const element of document.querySelectorAll(selector)) {
      const holder = element.closest('.entry, .clock, .mark');
      const kind = ['expected', 'approximate', 'partial', 'range', 'exact'].find((k) => holder?.classList.contains(k));
      if (!kind) continue;
      const style = getComputedStyle(element, pseudo);
      if (style.content === 'none' || style.display === 'none') continue;
      seen[kind] = {
        fill: style.backgroundColor,
        edge: style.borderTopColor,
        line: `${style.borderTopStyle} ${style.borderTopWidth}`,
        pattern: style.backgroundImage,
        size: `${style.inlineSize} ${style.blockSize}`,
      };
    }
  }
  return { canvas, seen };
};

describe('with forced colours', () => {
  const suite = opened();
  const all = {};
  let reads;
  before(async () => {
    reads = await reader(suite.browser, suite.site, { width: 390, height: 844 });
    await reads.page.emulateMedia({ forcedColors: 'active' });
  });
  after(() => reads?.close());

  for (const { name, page } of pages) {
    it(`nothing is wrong with ${name} (${page.address})`, async () => {
      const troubles = await reads.open(page.address);
      assert.deepEqual([...troubles, ...(await faults(reads.page))], []);
      const { canvas, seen } = await reads.page.evaluate(marks);
      for (const [kind, { edge, line, pattern }] of Object.entries(seen)) {
        if (pattern !== 'none') continue;
        assert.notEqual(edge, canvas, `the mark for ${kind} is drawn in the colour of the paper`);
        assert.doesNotMatch(line, /^none|^\S+ 0px/, `the mark for ${kind} has no outline`);
      }
      Object.assign(all, seen);
    });
  }

  it('kinds of dates are told apart by form', () => {
    const kinds = Object.keys(all);
    assert.ok(kinds.length >= 3, `only these were met: ${kinds.join(', ')}`);
    const forms = kinds.map((kind) => JSON.stringify(all[kind]));
    assert.equal(new Set(forms).size, kinds.length, forms.join('\n'));
  });
});

describe('with less motion', () => {
  const suite = opened();

  for (const reducedMotion of ['reduce', 'no-preference']) {
    it(`scrolling is ${reducedMotion === 'reduce' ? 'at once and nothing moves' : 'smooth'}`, async () => {
      const reads = await reader(suite.browser, suite.site, {});
      await reads.page.emulateMedia({ reducedMotion });
      for (const { page } of pages) {
        await reads.open(page.address);
        const found = await reads.page.evaluate(() => {
          const moves = (element) => {
            const style = getComputedStyle(element);
            const times = `${style.animationDuration},${style.transitionDuration}`.split(',');
            return times.some((time) => parseFloat(time) > 0);
          };
          return {
            scroll: getComputedStyle(document.documentElement).scrollBehavior,
            moving: [...document.querySelectorAll('*')].filter(moves).map((e) => e.className || e.nodeName),
          };
        });
        if (reducedMotion === 'reduce') assert.deepEqual(found, { scroll: 'auto', moving: [] }, page.address);
        else assert.equal(found.scroll, 'smooth', page.address);
      }
      await reads.close();
    });
  }
});

// A window of 1280 by 1024 pixels at 400 %.
describe('at 400 % zoom', () => {
  const suite = opened();
  let reads;
  before(async () => {
    reads = await reader(suite.browser, suite.site, { width: 320, height: 256 });
  });
  after(() => reads?.close());

  for (const { name, page } of pages) {
    it(`what stays in sight leaves room to read on ${name} (${page.address})`, async () => {
      await reads.open(page.address);
      const covered = await reads.page.evaluate(async () => {
        let most = 0;
        const stays = [...document.querySelectorAll('body *')].filter((element) =>
          ['sticky', 'fixed'].includes(getComputedStyle(element).position),
        );
        for (const part of [0.2, 0.5, 0.8]) {
          scrollTo(0, part * document.documentElement.scrollHeight);
          await new Promise(requestAnimationFrame);
          const rows = new Set();
          for (const element of stays) {
            const { top, bottom, width } = element.getBoundingClientRect();
            const stuck = top < innerHeight / 3 && width > innerWidth / 2;
            for (let y = Math.max(0, Math.ceil(top)); stuck && y < Math.min(bottom, innerHeight); y += 1) rows.add(y);
          }
          most = Math.max(most, rows.size);
        }
        return most;
      });
      assert.ok(covered <= 256 / 3, `${covered} of 256 pixels are covered`);
    });
  }
});
