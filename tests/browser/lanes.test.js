import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { after, before, describe, it } from 'node:test';
import { faults, reader } from './lib/browser.js';
import { fileAt, filesOf, pages } from './lib/site.js';
import { opened } from './lib/suite.js';

const lanes = pages.find(({ kind }) => kind === 'lanes');
const compare = pages.find(({ kind }) => kind === 'compare');

describe('lanes with their script', { skip: !lanes && 'this site has no /lanes/' }, () => {
  const suite = opened();
  let reads;
  let page;
  let troubles;
  before(async () => {
    reads = await reader(suite.browser, suite.site);
    page = reads.page;
  });
  after(() => reads?.close());

  const go = async (address = lanes.address) => {
    troubles = await reads.open(address);
    await page.waitForSelector('.lanes-tools.is-live');
  };
  const query = () => new URL(page.url()).searchParams;
  /** Waits until the address says what the fields say, which a busy machine does late. */
  const settled = async () => {
    await page.waitForTimeout(400);
    await page.waitForFunction(() => {
      const asked = new URLSearchParams(location.search);
      const isZoomed = !document.querySelector('[data-out]').disabled;
      return ['from', 'to'].every((name) => (isZoomed ? asked.get(name) === document.querySelector(`[data-${name}]`).value : !asked.has(name)));
    });
  };
  const wide = () => page.evaluate(() => document.querySelector('.chart-scroll svg[data-axis]').width.baseVal.value);
  const days = () => page.evaluate(() => ['from', 'to'].map((name) => document.querySelector(`[data-${name}]`).value));
  const scroller = () => page.locator('.lanes-wide .chart-scroll');
  const shown = () => page.evaluate(() => [...document.querySelectorAll('.chart-scroll g[data-y]')].filter((lane) => lane.getAttribute('display') !== 'none').length);

  it('has at most 6 kB of script, packed, on these pages alone', () => {
    const path = filesOf().find((file) => /^assets\/lanes\.[^/]*\.js$/.test(file));
    assert.ok(path, 'there is no such script');
    const bytes = gzipSync(readFileSync(fileAt(`/${path}`))).length;
    assert.ok(bytes <= 6000, `${bytes} bytes`);
    const users = pages.filter(({ text }) => text.includes(path)).map(({ kind }) => kind);
    assert.deepEqual([...new Set(users)].filter((kind) => kind !== 'lanes' && kind !== 'compare'), []);
  });

  it('zooms with buttons and keys, and shows all of the time again', async () => {
    await go();
    const before = await wide();
    await page.click('[data-in]');
    const after = await wide();
    assert.ok(after > before * 1.2, `${before} → ${after}`);
    await scroller().focus();
    await page.keyboard.press('+');
    assert.ok((await wide()) > after);
    await page.keyboard.press('0');
    assert.ok(Math.abs((await wide()) - before) < 1);
    assert.ok(await page.locator('[data-out]').isDisabled());
    assert.deepEqual(troubles, []);
  });

  it('moves every sign with the axis', async () => {
    await go();
    const centres = () => page.evaluate(() =>
      [...document.querySelectorAll('.chart-scroll svg[data-axis] :is(circle, use)')].filter((sign) => !sign.closest('defs, .hd')).map((sign) => Number(sign.getAttribute('cx') ?? sign.getAttribute('x'))));
    const start = await page.evaluate(() => Number(document.querySelector('.chart-scroll svg[data-axis]').dataset.axis.split(' ')[1]));
    const before = await centres();
    await page.click('[data-in]');
    const after = await centres();
    assert.ok(before.length > 20, `${before.length} signs`);
    const [far, was] = [Math.max(...after), Math.max(...before)];
    const factor = (far - start) / (was - start);
    assert.ok(factor > 1.2, `${factor}`);
    for (const [n, x] of before.entries()) assert.ok(Math.abs((after[n] - start) - (x - start) * factor) < 2, `${x} → ${after[n]}`);
  });

  it('keeps the line between a mark and its label at both, however far it zooms', async () => {
    await go();
    /** The labels that stand beside a line that ends at their mark. */
    const joined = () => page.evaluate(() => {
      const middle = (part) => { const box = part.getBoundingClientRect(); return box.x + box.width / 2; };
      const found = [];
      for (const mark of document.querySelectorAll('.chart-scroll svg[data-axis] g[role="listitem"]')) {
        const [sign, label] = [mark.querySelector('use'), mark.querySelector('text')];
        if (!sign || !label) continue;
        const lines = [...mark.parentNode.querySelectorAll(':scope > .l')].filter((path) => /^M\S+ \S+V/.test(path.getAttribute('d')));
        // Marks that are close to each other share the line of one of them.
        const line = lines.find((path) => Math.abs(middle(path) - middle(sign)) < 0.3);
        if (!line) continue;
        const { left, right } = label.getBoundingClientRect();
        const aside = Math.min(Math.abs(left - middle(line)), Math.abs(right - middle(line)));
        if (aside < 7) found.push(label.textContent);
      }
      return found;
    });
    const before = await joined();
    assert.ok(before.length > 10, before.join('\n'));
    for (let turn = 0; turn < 8; turn += 1) await page.click('[data-in]');
    const after = await joined();
    assert.deepEqual(before.filter((label) => !after.includes(label)), []);
  });

  it('keeps the window in the address, and comes back to it', async () => {
    await go();
    await page.click('[data-in]');
    await page.click('[data-in]');
    await settled();
    const [from, to] = [query().get('from'), query().get('to')];
    assert.match(`${from} ${to}`, /^\d{4}-\d\d-\d\d \d{4}-\d\d-\d\d$/);
    assert.deepEqual(await days(), [from, to]);
    const seen = await wide();
    await go(`${lanes.address}?from=${from}&to=${to}`);
    await settled();
    assert.ok(Math.abs((await wide()) - seen) / seen < 0.05, `${seen} → ${await wide()}`);
    const [again] = await days();
    assert.ok(Math.abs(Date.parse(again) - Date.parse(from)) < 20 * 864e5, `${from} → ${again}`);
    await page.click('[data-all]');
    await settled();
    assert.equal(query().size, 0);
  });

  it('pans by scrolling, with names in sight', async () => {
    await go();
    await page.click('[data-in]');
    await page.click('[data-in]');
    const place = () => page.evaluate(() => document.querySelector('.chart-heads a').getBoundingClientRect().left);
    const [before, named] = [await days(), await place()];
    await scroller().evaluate((element) => element.scrollBy(200, 0));
    await settled();
    assert.notDeepEqual(await days(), before);
    assert.ok(Math.abs((await place()) - named) < 1);
  });

  it('shows chosen lanes in a chosen order, one at least', async () => {
    await go();
    const all = await shown();
    const high = () => page.evaluate(() => +document.querySelector('.chart-scroll svg[data-axis]').getAttribute('height'));
    const before = await high();
    await page.click('.lanes-tools summary');
    const boxes = page.locator('[data-lane] input');
    await boxes.nth(0).uncheck();
    assert.equal(await shown(), all - 1);
    assert.ok((await high()) < before);
    await page.locator('[data-lane]').nth(1).locator('[data-down]').click();
    await page.waitForFunction(() => new URLSearchParams(location.search).has('lanes'));
    const wanted = query().get('lanes').split('.');
    assert.equal(wanted.length, all - 1);
    await go(`${lanes.address}?lanes=${wanted[0]}`);
    assert.equal(await shown(), 1);
    await page.click('.lanes-tools summary');
    await page.locator('[data-lane] input:checked').click();
    assert.equal(await shown(), 1);
  });

  it('takes a window from the row of bars', { skip: !lanes?.text.includes('row-of-bars') }, async () => {
    await go();
    const row = await page.locator('.row-wide svg').boundingBox();
    const y = row.y + row.height / 2;
    await page.mouse.move(row.x + row.width * 0.6, y);
    await page.mouse.down();
    await page.mouse.move(row.x + row.width * 0.7, y, { steps: 5 });
    await page.mouse.move(row.x + row.width * 0.8, y, { steps: 5 });
    await page.mouse.up();
    await settled();
    assert.ok(query().get('from') && query().get('to'));
  });

  it('tells the mark that has the focus in full', async () => {
    await go();
    const link = page.locator('.chart-scroll g[role="listitem"] a').nth(3);
    await link.focus();
    const title = await link.locator('title').textContent();
    assert.equal(await page.locator('[data-detail]').textContent(), title);
  });

  it('keeps texts apart, however far it zooms', async () => {
    await go();
    for (let turn = 0; turn < 4; turn += 1) {
      const over = await page.evaluate(() => {
        const found = [];
        for (const lane of document.querySelectorAll('.chart-scroll svg[data-axis] g[data-y]')) {
          const texts = [...lane.querySelectorAll('text')].map((text) => ({ text: text.textContent, box: text.getBBox() }));
          texts.forEach(({ text, box }, n) => {
            for (const { text: other, box: next } of texts.slice(n + 1)) {
              const apart = box.x + box.width <= next.x + 1 || next.x + next.width <= box.x + 1 || box.y + box.height * 0.8 <= next.y + next.height * 0.2 || next.y + next.height * 0.8 <= box.y + box.height * 0.2;
              if (!apart) found.push(`${text} | ${other}`);
            }
          });
        }
        return found;
      });
      assert.deepEqual(over, []);
      await page.click('[data-in]');
    }
  });

  it('is printed as it is without a script', async () => {
    await go();
    await page.click('[data-in]');
    const inLanes = () => page.evaluate(() => document.querySelectorAll('g[data-y] > .hd').length);
    assert.equal(await inLanes(), 0);
    await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
    assert.equal(await inLanes(), await page.evaluate(() => document.querySelectorAll('g[data-y]').length));
    await page.evaluate(() => dispatchEvent(new Event('afterprint')));
    assert.equal(await inLanes(), 0);
    assert.ok((await wide()) > 1300);
  });

  it('moves nothing when it begins, and axe finds nothing', async () => {
    for (const address of [lanes.address, compare?.address].filter(Boolean)) {
      await go(address);
      assert.deepEqual(await faults(page), [], address);
      assert.deepEqual(troubles, [], address);
    }
  });

  it('is absent without a script, and the picture is there', async () => {
    const plain = await reader(suite.browser, suite.site, { script: false });
    await plain.open(lanes.address);
    assert.equal(await plain.page.locator('.lanes-tools').isVisible(), false);
    assert.ok(await plain.page.locator('.chart-scroll svg').isVisible());
    assert.ok((await plain.page.locator('.lanes-table tbody tr').count()) > 0);
    await plain.close();
  });
});
