import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { after, before, describe, it } from 'node:test';
import { faults, reader } from './lib/browser.js';
import { attribute, tags } from './lib/html.js';
import { fileAt, filesOf, home, pages, read } from './lib/site.js';
import { opened } from './lib/suite.js';

const explore = pages.find(({ kind }) => kind === 'explore');
const choices = () => tags(explore.text).filter((tag) => tag.name === 'input' && attribute(tag, 'type') === 'checkbox' && attribute(tag, 'name') !== 'new');
/** A word of the newest dated headline: the longest that is letters alone. */
const word = () => {
  const first = filesOf().filter((path) => /^search\/cards-\d+\.json$/.test(path)).sort((a, b) => a.length - b.length || (a < b ? -1 : 1)).flatMap((path) => JSON.parse(read(path))).findLast((card) => card.m !== 'undated');
  return first.t.match(/\p{L}+/gu).toSorted((a, b) => b.length - a.length)[0];
};

describe('exploring', { skip: !explore && 'this site has no /explore/' }, () => {
  const suite = opened();
  let reads;
  let page;
  let troubles;
  before(async () => {
    reads = await reader(suite.browser, suite.site);
    page = reads.page;
  });
  after(() => reads?.close());

  const go = async (address) => {
    troubles = await reads.open(address);
    await settled();
  };
  /** Until the answer stands. */
  const settled = () => page.waitForFunction(() => !document.querySelector('[data-explore]').hasAttribute('aria-busy'));
  const number = async () => Number((await page.locator('[data-found]').textContent()).replace(/\D/g, ''));
  const query = () => new URL(page.url()).searchParams;
  const changed = async (act) => {
    await act();
    await page.waitForTimeout(30);
    await settled();
  };

  it('a filter finds as many entries as its choice says, and stands in the address', async () => {
    await go(explore.address);
    const all = await number();
    for (const tag of choices().slice(0, 12)) {
      const [name, value] = [attribute(tag, 'name'), attribute(tag, 'value')];
      const box = page.locator(`input[name="${name}"][value="${value}"]`);
      const said = Number((await box.locator('xpath=..').locator('.count').textContent()).replace(/\D/g, ''));
      await changed(() => box.check());
      assert.equal(await number(), said, `${name}=${value}`);
      assert.equal(query().get(name), value);
      await changed(() => box.uncheck());
      assert.equal(await number(), all);
      assert.equal(query().size, 0);
    }
    assert.deepEqual(troubles, []);
  });

  it('text finds while it is typed, marks what it found, and narrows the counts', async () => {
    await go(explore.address);
    const all = await number();
    const typed = word();
    await page.locator('#explore-text').pressSequentially(typed.slice(0, -1));
    await page.waitForTimeout(50);
    await settled();
    const some = await number();
    assert.ok(some > 0 && some <= all);
    const marks = (await page.locator('.entry mark').allTextContents()).map((text) => text.toLowerCase());
    assert.ok(marks.some((text) => text.startsWith(typed.slice(0, -1).toLowerCase())), `${typed}: ${marks}`);
    assert.equal(query().get('q'), typed.slice(0, -1));
    const counts = (await page.locator('.option .count').allTextContents()).map((text) => Number(text.replace(/\D/g, '')));
    assert.ok(counts.every((count) => count <= some), `${counts} of ${some}`);
    assert.deepEqual(troubles, []);
  });

  it('an address that is shared asks the same, and going back takes a step back', async () => {
    const [tag] = choices();
    const [name, value] = [attribute(tag, 'name'), attribute(tag, 'value')];
    await go(explore.address);
    const all = await number();
    const box = page.locator(`input[name="${name}"][value="${value}"]`);
    await changed(() => box.check());
    const some = await number();
    await changed(() => page.locator('#explore-sort').selectOption('published'));
    await go(`${explore.address}${new URL(page.url()).search}`);
    assert.ok(await box.isChecked());
    assert.equal(await page.locator('#explore-sort').inputValue(), 'published');
    assert.equal(await number(), some);
    await changed(() => box.uncheck());
    assert.equal(await number(), all);
    await changed(() => page.goBack());
    assert.equal(await number(), some);
    assert.ok(await box.isChecked());
    assert.deepEqual(troubles, []);
  });

  it('a period finds what may fall into it', async () => {
    await go(explore.address);
    const all = await number();
    const year = await page.locator('#explore-from').getAttribute('placeholder');
    await changed(() => page.locator('#explore-to').fill(String(Number(year) - 1)));
    const before = await number();
    await changed(() => page.locator('#explore-to').fill(year));
    const until = await number();
    assert.ok(before < until && until <= all, `${before}, ${until}, ${all}`);
    assert.equal(query().get('to'), year);
  });

  it('what finds nothing says what to take away, and a button takes it', async () => {
    await go(`${explore.address}?q=xyzzyxyzzy`);
    assert.equal(await number(), 0);
    await page.locator('[data-loose] button').click();
    await page.waitForTimeout(30);
    await settled();
    assert.ok((await number()) > 0);
    assert.equal(query().size, 0);
  });

  it('the field of every page leads here', async () => {
    await reads.open('/');
    await page.getByRole('search').getByRole('searchbox').fill(word());
    await Promise.all([page.waitForURL((url) => url.pathname.endsWith('/explore/')), page.keyboard.press('Enter')]);
    await settled();
    assert.ok((await number()) > 0);
    assert.equal(await page.locator('#explore-text').inputValue(), word());
  });

  it('by keyboard alone: type, filter, go on, open a result', async () => {
    await go(explore.address);
    const focused = () => page.evaluate(() => document.activeElement.name || document.activeElement.className || document.activeElement.textContent);
    const tabTo = async (wanted) => {
      for (let n = 0; n < 60; n++) {
        await page.keyboard.press('Tab');
        if (await page.evaluate((selector) => document.activeElement.matches(selector), wanted)) return;
      }
      assert.fail(`Tab does not reach ${wanted}, but ${await focused()}`);
    };
    await tabTo('#explore-text');
    await tabTo('.facet input[type="checkbox"]');
    await changed(() => page.keyboard.press('Space'));
    assert.equal(query().size, 1);
    await tabTo('#explore-sort');
    await changed(() => page.keyboard.press('ArrowDown'));
    assert.equal(query().get('sort'), 'published');
    await tabTo('.entries a');
    const title = await page.evaluate(() => document.activeElement.textContent);
    await Promise.all([page.waitForURL((url) => !url.pathname.endsWith('/explore/')), page.keyboard.press('Enter')]);
    assert.ok((await page.content()).includes(title.split('&')[0].slice(0, 12)));
    await page.goBack();
    await settled();
    assert.equal(query().size, 2);
  });

  it('the number is announced, and what is asked of it is named', async () => {
    await go(explore.address);
    assert.equal(await page.getByRole('status').count(), 1);
    assert.ok(await page.getByRole('group').count() > 1);
  });

  it('the next results follow on a press, and the first of them has the focus', async () => {
    await go(explore.address);
    const button = page.locator('[data-next]');
    if (!(await button.isVisible())) return;
    const before = await page.locator('.found-list .entry').count();
    await button.click();
    await page.waitForFunction((count) => document.querySelectorAll('.found-list .entry').length > count, before);
    assert.ok(await page.evaluate((n) => document.querySelectorAll('.found-list .entry')[n].contains(document.activeElement), before));
  });

  it('what is new since the last visit is known to this device alone', async () => {
    await go(explore.address);
    await page.evaluate(() => localStorage.setItem('dateline-visit', JSON.stringify({ last: 0, before: 0 })));
    await page.evaluate(() => localStorage.setItem('dateline-visit', JSON.stringify({ last: 1, before: 1 })));
    const asked = [];
    page.on('request', (request) => asked.push(`${request.method()} ${request.url()} ${request.postData() ?? ''}`));
    await go(explore.address);
    const all = await number();
    await changed(() => page.locator('input[name="new"]').check());
    assert.ok((await number()) <= all);
    await page.evaluate(() => localStorage.setItem('dateline-visit', JSON.stringify({ last: 4e7, before: 4e7 })));
    await go(`${explore.address}?new=1`);
    assert.equal(await number(), 0);
    assert.deepEqual(asked.filter((one) => !one.startsWith('GET') || /visit|=\d{7}/.test(one)), []);
  });

  it('without an index it says so and shows where the lists are', async () => {
    await page.route('**/search/index.json*', (route) => route.fulfill({ status: 404, body: '' }));
    await reads.open(`${explore.address}?q=a`);
    await page.locator('[data-broken]').waitFor();
    assert.ok(await page.locator('[data-broken] a').isVisible());
    await page.unroute('**/search/index.json*');
  });

  for (const [width, dark] of [[320, false], [320, true], [1280, false], [1280, true]]) {
    it(`in use, nothing is wrong with it at ${width} pixels, ${dark ? 'dark' : 'light'}`, async () => {
      const own = await reader(suite.browser, suite.site, { width, height: 844, dark });
      const [tag] = choices();
      const said = await own.open(`${explore.address}?q=${encodeURIComponent(word().slice(0, 4))}&${attribute(tag, 'name')}=${attribute(tag, 'value')}`);
      await own.page.waitForFunction(() => !document.querySelector('[data-explore]').hasAttribute('aria-busy'));
      if (width < 700) await own.page.locator('.filters-toggle').click();
      const found = await faults(own.page);
      await own.close();
      assert.deepEqual([...said, ...found], []);
    });
  }

  it('what has not arrived yet moves nothing of what stands above the results', async () => {
    for (const width of [390, 768, 1280]) {
      const own = await reader(suite.browser, suite.site, { width, height: 844 });
      await own.open(explore.address);
      const moved = await own.page.evaluate(() => {
        const parts = [...document.querySelectorAll('.sorting > p:not(.loose)')];
        const places = () => parts.map((part) => part.isConnected && `${part.offsetLeft} ${part.offsetTop}`);
        const whole = places();
        const found = [];
        const { words, articleWords } = document.querySelector('[data-words]').dataset;
        for (const [name, phrases] of [['found', words], ['articles', articleWords]]) {
          const said = document.querySelector(`[data-${name}]`);
          const before = said.textContent;
          for (const [, phrase] of JSON.parse(phrases)) {
            said.textContent = phrase.replace('#', '12,345');
            places().forEach((place, at) => place !== whole[at] && found.push(`${at} beside ${said.textContent}: ${whole[at]}, ${place}`));
          }
          said.textContent = before;
        }
        for (let n = parts.length - 1; n > 0; n -= 1) {
          parts[n].remove();
          places().forEach((place, at) => place && place !== whole[at] && found.push(`${at} without ${n}: ${whole[at]}, ${place}`));
        }
        return [parts.length, found];
      });
      await own.close();
      assert.deepEqual(moved, [4, []], `at ${width}`);
    }
  });

  it('a question is answered best match first, says so, and by date at one press', async () => {
    await go(explore.address);
    await changed(() => page.fill('#explore-text', `${word()} `));
    assert.equal(query().get('sort'), 'best');
    assert.equal(await page.locator('#explore-sort').inputValue(), 'best');
    const best = await number();
    await changed(() => page.fill('#explore-text', ''));
    assert.equal(query().size, 0);
    // An address without an order stays by date.
    await go(`${explore.address}?q=${encodeURIComponent(word())}`);
    assert.equal(await page.locator('#explore-sort').inputValue(), 'happened');
    assert.ok(best >= 1 && (await number()) >= 1);
    assert.deepEqual(troubles, []);
  });

  it('results are walked with arrow keys, lead to the match, and Back returns to the same', async () => {
    await go(explore.address);
    await page.focus('#explore-text');
    await changed(() => page.keyboard.type(word()));
    await page.keyboard.press('ArrowDown');
    const first = await page.evaluate(() => document.activeElement.textContent);
    assert.equal(first, await page.locator('.found-list .title a').first().textContent());
    assert.match(await page.evaluate(() => document.activeElement.getAttribute('href')), /:~:text=/);
    const asked = page.url();
    await page.keyboard.press('Enter');
    await page.waitForURL((url) => url.href !== asked);
    await page.goBack();
    await page.waitForFunction((first) => document.activeElement?.textContent === first, first);
    assert.equal(page.url(), asked);
    await page.keyboard.press('ArrowUp');
    assert.equal(await page.evaluate(() => document.activeElement.id), 'explore-text');
  });

  it('a date in words is the period, which can be taken away', async () => {
    await go(explore.address);
    const [, day] = explore.text.match(/<time[^>]* datetime="(\d{4}-\d{2}-\d{2})"/) ?? [];
    await changed(() => page.fill('#explore-text', day));
    const some = await number();
    await go(`${explore.address}?from=${day}&to=${day}`);
    assert.equal(some, await number());
    await go(`${explore.address}?q=${day}`);
    await changed(() => page.locator('.loose button').first().click());
    assert.equal(query().get('q'), null);
  });

  it('its scripts have at most 18 kB, packed, and no other page asks for one of them', () => {
    const tag = tags(explore.text).find((one) => one.name === 'script' && attribute(one, 'type') === 'module');
    const own = new URL(attribute(tag, 'src'), home).pathname;
    const [, imported] = /import\(['"]\.\/(search\.\w+\.js)['"]\)/.exec(readFileSync(fileAt(own), 'utf8'));
    const scripts = [own, own.replace(/[^/]+$/, imported)];
    const bytes = scripts.reduce((sum, path) => sum + gzipSync(readFileSync(fileAt(path))).length, 0);
    assert.ok(bytes <= 18_000, `${bytes} bytes`);
    const others = pages.filter(({ kind, text }) => kind !== 'explore' && /<script[^>]+src="[^"]*assets\/(explore|search)\./.test(text));
    assert.deepEqual(others.map(({ address }) => address), []);
  });

  it('without scripts it leads to every list', async () => {
    const plain = await reader(suite.browser, suite.site, { script: false });
    await plain.open(explore.address);
    assert.ok(!(await plain.page.locator('#explore-text').isVisible()));
    assert.ok(await plain.page.locator('.no-script').isVisible());
    const links = await plain.page.locator('.ways-of-all a').evaluateAll((all) => all.map(({ pathname }) => pathname));
    await plain.close();
    assert.ok(links.length > 3);
    assert.deepEqual(links.filter((path) => !fileAt(path)), []);
    assert.ok(home);
  });
});
