// What the theme promises and a ruler can check: where things stand, what is named once, what stays.
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { reader } from './lib/browser.js';
import { kind, kinds, pages } from './lib/site.js';
import { opened } from './lib/suite.js';

const PHONE = { width: 360, height: 800 };
const DESK = { width: 1280, height: 900 };
const named = kinds.filter(({ page }) => page);

/** A window for a suite. */
function windowOf(suite, size) {
  const held = {};
  before(async () => {
    held.reads = await reader(suite.browser, suite.site, size);
  });
  after(() => held.reads?.close());
  return {
    open: (address) => held.reads.open(address),
    get page() {
      return held.reads.page;
    },
  };
}

describe('on a phone', () => {
  const phone = windowOf(opened(), PHONE);

  it('bar, lead, picture and first entries stand within two screens, what is expected within three', async () => {
    await phone.open(kind('the front page').address);
    const ends = await phone.page.evaluate(() => {
      const bottom = (selector) => document.querySelector(selector)?.getBoundingClientRect().bottom;
      return {
        bar: bottom('.now-bar'),
        lead: bottom('.lead-first'),
        picture: bottom('.lanes-front'),
        entries: bottom('.lead-item'),
        expected: document.querySelector('.coming')?.getBoundingClientRect().top,
        timeline: document.querySelector('.column .entry')?.getBoundingClientRect().top,
      };
    });
    for (const [what, end] of Object.entries(ends)) {
      const screens = what === 'expected' || what === 'timeline' ? 3 : 2;
      assert.ok(end === undefined || end <= screens * PHONE.height, `${what}: ${end} px`);
    }
  });

  it('the bar tells what was last, what is next and what is overdue, in one line each', async () => {
    await phone.open(kind('the front page').address);
    const lines = await phone.page.evaluate(() =>
      [...document.querySelectorAll('.now-line')].map((line) => ({
        title: line.querySelector('a').getBoundingClientRect().height,
        link: line.querySelector('a').getAttribute('href'),
        date: line.querySelector('.date').textContent,
        overdue: line.querySelector('dt').classList.contains('overdue'),
        checked: line.querySelector('.checked')?.textContent,
      })),
    );
    assert.ok(lines.length >= 2, `${lines.length} lines`);
    for (const { title, link, date, overdue, checked } of lines) {
      assert.ok(title < 40 && link && date, JSON.stringify({ title, link, date }));
      assert.equal(Boolean(checked), overdue, 'only what is overdue was checked, and says when');
    }
  });

  it('the list of recent articles has them all', async () => {
    await phone.open(kind('a page of the kind new').address);
    const hidden = await phone.page.evaluate(() =>
      [...document.querySelectorAll('main article')].filter((article) => !article.checkVisibility()).length);
    assert.equal(hidden, 0);
  });

  it('marks, dates and titles of the bar stand in columns, and the mark of what is overdue is its own', async () => {
    await phone.open(kind('the front page').address);
    const lines = await phone.page.evaluate(() =>
      [...document.querySelectorAll('.now-line')].map((line) => ({
        columns: ['dt', '.date', 'a'].map((part) => Math.round(line.querySelector(part).getBoundingClientRect().x)),
        mark: getComputedStyle(line.querySelector('dt'), '::before').backgroundImage,
      })),
    );
    for (const { columns } of lines) assert.deepEqual(columns, lines[0].columns);
    assert.equal(new Set(lines.map(({ mark }) => mark)).size, lines.length, 'each has its own mark');
  });

  it('the lanes have a key to the stances that they show', async () => {
    await phone.open(kind('the front page').address);
    const { key, present } = await phone.page.evaluate(() => {
      const texts = (selector) => [...document.querySelectorAll(selector)].map((found) => found.textContent.trim());
      return { key: texts('.lanes-front .stance-key .stance'), present: texts('.lanes-front .lane-head b') };
    });
    assert.ok(present.length >= 2 && key.length >= 2, `${present} / ${key}`);
    for (const stance of present) assert.ok(key.includes(stance), `${stance} of ${key}`);
  });

  it('fifteen entries stand before the link to the older ones', async () => {
    await phone.open(kind('the front page').address);
    const { shown, all, links } = await phone.page.evaluate(() => {
      const seen = (element) => element.checkVisibility();
      const entries = [...document.querySelectorAll('.column .entry')];
      const links = [...document.querySelectorAll('.column > .more')];
      return { shown: entries.filter(seen).length, all: entries.length, links: links.filter(seen).length };
    });
    assert.equal(shown, Math.min(15, all));
    assert.equal(links, 1);
  });

  it('the menu is one line that scrolls, beside a link to the search', async () => {
    for (const { name, page } of named) {
      await phone.open(page.address);
      const { height, scrolls, search } = await phone.page.evaluate(() => {
        const menu = document.querySelector('.menu');
        const search = document.querySelector('.to-search');
        return {
          height: menu.getBoundingClientRect().height,
          scrolls: getComputedStyle(menu).overflowX,
          search: search.checkVisibility() && search.getBoundingClientRect().height,
        };
      });
      assert.ok(height < 60, `${name}: the menu is ${height} px high`);
      assert.equal(scrolls, 'auto');
      assert.ok(search >= 44, `${name}: the link to the search is ${search} px high`);
    }
  });

  it('contents and stances are folded, and the banner on corrections is not', async () => {
    const folded = pages.find(({ kind, text }) => kind === 'article' && /class="fold"/.test(text) && /class="banner correction"/.test(text));
    assert.ok(folded, 'no article has both');
    await phone.open(folded.address);
    const { lists, banner } = await phone.page.evaluate(() => ({
      lists: [...document.querySelectorAll('.fold > :is(ol, ul)')].map((list) => list.checkVisibility({ contentVisibilityAuto: true })),
      banner: document.querySelector('.banner').checkVisibility() && !document.querySelector('.banner').closest('details'),
    }));
    assert.ok(lists.length > 0 && lists.every((seen) => !seen), `${lists}`);
    assert.ok(banner);
    await phone.page.locator('.fold > summary').first().click();
    assert.ok(await phone.page.evaluate(() => document.querySelector('.fold > :is(ol, ul)').checkVisibility()));
  });

  it('controls are at least 24 px high, those used most 44 px', async () => {
    for (const { name, page } of named) {
      await phone.open(page.address);
      const small = await phone.page.evaluate(() => {
        const most = '.menu a, .to-search, .fold > summary, .facet > summary, .look select';
        const all = ['button, select, summary, input, label.option', 24];
        const of = ([selector, least]) =>
          [...document.querySelectorAll(selector)]
            .filter((element) => element.checkVisibility() && !(element.type === 'checkbox'))
            .map((element) => [element.outerHTML.slice(0, 80), element.getBoundingClientRect().height, least])
            .filter(([, height, least]) => height > 0 && height < least - 0.5);
        return [...of(all), ...of([most, 44])];
      });
      assert.deepEqual(small, [], name);
    }
  });
});

describe('on a desk', () => {
  const desk = windowOf(opened(), DESK);

  it('an entry that leads the page is one line in the timeline, with its source', async () => {
    await desk.open(kind('the front page').address);
    const cards = await desk.page.evaluate(() => {
      const led = [...document.querySelectorAll('.lead-first .title a')].map((link) => link.getAttribute('href'));
      const cards = [...document.querySelectorAll('.column .entry')];
      return cards
        .filter((card) => led.includes(card.querySelector('.title a').getAttribute('href')))
        .map((card) => ({ brief: card.classList.contains('brief'), dek: Boolean(card.querySelector('.dek')), source: Boolean(card.querySelector('.source')) }));
    });
    assert.ok(cards.length > 0);
    for (const card of cards) assert.deepEqual(card, { brief: true, dek: false, source: true });
  });

  it('the name of every source leads to the source', async () => {
    for (const { name, page } of named) {
      await desk.open(page.address);
      const without = await desk.page.evaluate(() =>
        [...document.querySelectorAll('.entry .meta .source')].filter((source) => !source.querySelector('a[href]')).map((source) => source.textContent),
      );
      assert.deepEqual(without, [], name);
    }
  });

  it('the day of publication stands once for all articles of that day', async () => {
    await desk.open(kind('the front page').address);
    const days = await desk.page.evaluate(() => [...document.querySelectorAll('.lead .published time')].map((time) => time.dateTime));
    assert.ok(days.length > 0);
    const dates = days.map((day) => day.slice(0, 10));
    assert.deepEqual(dates, [...new Set(dates)]);
    // The lead has its time too.
    assert.ok(days.slice(1).every((day) => /^\d{4}-\d\d-\d\d$/.test(day)), `${days}`);
  });

  it('a run of entries of one article names it once, and each of them keeps its source', async () => {
    let runs = 0;
    for (const { page } of named) {
      await desk.open(page.address);
      const faults = await desk.page.evaluate(() => {
        const again = [...document.querySelectorAll('.entries > .again')];
        const article = (card) => card.querySelector('.title a')?.getAttribute('href').split('#')[0];
        return {
          count: again.length,
          wrong: again.filter((card) => card.querySelector('.from') || article(card) !== article(card.previousElementSibling)).map((card) => card.textContent),
        };
      });
      runs += faults.count;
      assert.deepEqual(faults.wrong, []);
    }
    assert.ok(runs > 0, 'no page has a run');
  });

  it('the search says how many entries it searches', async () => {
    await desk.open(kind('the front page').address);
    const { hint, tally } = await desk.page.evaluate(() => ({
      hint: document.querySelector('.search input').placeholder,
      tally: document.querySelector('.section-head .tally').textContent,
    }));
    assert.equal(hint.match(/\d[\d,. ]*/)?.[0].trim(), tally.match(/\d[\d,. ]*/)?.[0].trim(), `${hint}; ${tally}`);
  });

  it('contents and stances are open beside the text', async () => {
    const folded = pages.find(({ kind, text }) => kind === 'article' && /class="fold"/.test(text));
    await desk.open(folded.address);
    const seen = await desk.page.evaluate(() => [...document.querySelectorAll('.fold > :is(ol, ul)')].map((list) => list.getBoundingClientRect().height));
    assert.ok(seen.every((height) => height > 10), `${seen}`);
  });

  it('what is expected stays in sight along the timeline', async () => {
    await desk.open(kind('the front page').address);
    const top = await desk.page.evaluate(async () => {
      scrollTo(0, document.querySelector('.column .entry:last-child').getBoundingClientRect().top + 800);
      await new Promise(requestAnimationFrame);
      return document.querySelector('.coming .box').getBoundingClientRect().top;
    });
    assert.ok(top >= 0 && top < DESK.height / 2, `${top} px`);
  });
});

describe('long words', () => {
  const suite = opened();

  for (const width of [320, 768, 1280]) {
    const view = windowOf(suite, { width, height: 700 });

    it(`break at ${width} px on every kind of page`, async () => {
      for (const { name, page } of named) {
        await view.open(page.address);
        const wide = await view.page.evaluate(() => {
          const word = 'Overstromingsrisicobeheersplanvergadering'.repeat(3);
          const kept = 'svg, script, style, pre, code, select, textarea, table, noscript, time, .date, .count, .year-name';
          const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
          while (walker.nextNode()) {
            const text = walker.currentNode;
            if (text.data.trim().length > 3 && !text.parentElement.closest(kept)) text.data = word;
          }
          const { scrollWidth, clientWidth } = document.documentElement;
          return scrollWidth > clientWidth ? scrollWidth : 0;
        });
        assert.equal(wide, 0, `${name} (${page.address})`);
      }
    });
  }
});

describe('headings that stay in sight', () => {
  const suite = opened();

  for (const size of [PHONE, DESK]) {
    const view = windowOf(suite, size);

    it(`say the year once, and hide what scrolls below them, at ${size.width} px`, async () => {
      for (const what of ['the front page', 'a term']) {
        await view.open(kind(what).address);
        const found = await view.page.evaluate(() => {
          const repeated = [...document.querySelectorAll('.spine .years')].flatMap((section) => {
            const year = section.querySelector('.year-name').textContent.trim();
            const months = [...section.querySelectorAll('.month-name')].map((head) => head.textContent.trim());
            return months.filter((month) => /^\d{4}$/.test(year) && month.includes(year));
          });
          // The longest year, scrolled to its middle: its name is in sight, and on top there.
          const years = [...document.querySelectorAll('.spine .years')];
          const tall = years.sort((a, b) => b.offsetHeight - a.offsetHeight)[0];
          const box = tall.getBoundingClientRect();
          scrollTo({ top: scrollY + box.top + box.height / 2, behavior: 'instant' });
          const name = tall.querySelector('.year-name');
          const { top, left, width, height } = name.getBoundingClientRect();
          const at = document.elementFromPoint(left + width / 2, top + height / 2);
          return { repeated, top, tall: box.height > 2 * innerHeight, covered: !name.contains(at) };
        });
        assert.deepEqual(found.repeated, [], what);
        if (!found.tall) continue;
        assert.ok(found.top >= -0.5 && found.top < 120, `${what}: ${found.top}`);
        assert.equal(found.covered, false, what);
      }
    });
  }
});

describe('the filters of the page that explores', () => {
  const suite = opened();
  const desk = windowOf(suite, DESK);

  it('its results are drawn the same before and after a question', async () => {
    await desk.open('/explore/');
    const drawn = () =>
      desk.page.evaluate(() => {
        const clean = (element) => {
          const attributes = [...element.attributes].map(({ name, value }) => `${name}=${value.trim()}`).sort();
          const inside = [...element.childNodes].map((node) => (node.nodeType === 3 ? node.data.replace(/\s+/g, ' ') : clean(node)));
          return `<${element.localName} ${attributes.join(' ')}>${inside.join('').replace(/>\s+/g, '>').replace(/\s+</g, '<').trim()}</>`;
        };
        return [...document.querySelectorAll('.found-list .entry')].map(clean);
      });
    const before = await drawn();
    assert.ok(before.length > 5);
    await desk.page.selectOption('#explore-sort', 'published');
    await desk.page.waitForFunction(() => location.search.includes('published') && !document.querySelector('[aria-busy]'));
    await desk.page.selectOption('#explore-sort', 'happened');
    await desk.page.waitForFunction(() => !location.search && !document.querySelector('[aria-busy]'));
    assert.deepEqual(await drawn(), before);
  });

  it('a filter with one choice is not there, and the importance is told in words', async () => {
    await desk.open('/explore/');
    const facets = await desk.page.evaluate(() =>
      [...document.querySelectorAll('[data-facet]')].map((facet) => ({
        tag: facet.localName,
        id: facet.dataset.facet,
        total: Number(facet.querySelector('summary .count').textContent.replace(/\D/g, '')),
        labels: [...facet.querySelectorAll('.option > span:not(.count)')].map((label) => label.textContent),
      })),
    );
    assert.ok(facets.length > 2);
    for (const { tag, id, total, labels } of facets) {
      assert.equal(tag, 'details');
      assert.ok(total > 1, `${id}: ${total}`);
      if (id === 'importance') assert.ok(labels.every((label) => /^\D+$/.test(label)), `${labels}`);
    }
  });

  it('a link leads past them to the results', async () => {
    await desk.open('/explore/');
    await desk.page.locator('.explore-live > .skip').focus();
    await desk.page.keyboard.press('Enter');
    assert.equal(await desk.page.evaluate(() => document.activeElement.id), 'explore-results');
  });

  it('a button that names it removes each of them', async () => {
    await desk.open('/explore/');
    await desk.page.locator('[data-facet] input').first().check();
    const remove = desk.page.locator('[data-loose] button');
    await remove.waitFor();
    const label = await desk.page.locator('[data-facet] .option > span').first().textContent();
    assert.match(await remove.getAttribute('aria-label'), new RegExp(label.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')));
    await remove.click();
    await desk.page.waitForFunction(() => !location.search);
    assert.equal(await desk.page.locator('[data-facet] input').first().isChecked(), false);
  });

  it('on a phone a button in sight leads from them to as many results as it says', async () => {
    const reads = await reader(suite.browser, suite.site, PHONE);
    await reads.open('/explore/');
    await reads.page.locator('.filters-toggle').click();
    await reads.page.locator('[data-facet] input').first().check();
    await reads.page.waitForFunction(() => location.search && !document.querySelector('[aria-busy]'));
    const { show, found, top } = await reads.page.evaluate(() => ({
      show: document.querySelector('[data-show]').textContent.match(/\d+/)[0],
      found: document.querySelector('.found').textContent.match(/\d+/g).reduce((sum, n) => sum + Number(n), 0),
      top: document.querySelector('[data-show]').getBoundingClientRect().bottom,
    }));
    assert.equal(Number(show), found);
    assert.ok(top <= PHONE.height, `${top} px`);
    await reads.page.locator('[data-show]').click();
    assert.equal(await reads.page.evaluate(() => document.activeElement.id), 'explore-results');
    assert.equal(await reads.page.locator('.filters').isVisible(), false);
    await reads.close();
  });
});

describe('light or dark', () => {
  const suite = opened();
  const paper = (page) => page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);

  it('is chosen by the reader, kept on the device, and given back to the system', async () => {
    const reads = await reader(suite.browser, suite.site, DESK);
    await reads.open('/');
    const light = await paper(reads.page);
    await reads.page.selectOption('[data-choose-look]', 'dark');
    const dark = await paper(reads.page);
    assert.notEqual(dark, light);
    assert.deepEqual(await reads.open('/explore/'), []);
    assert.equal(await paper(reads.page), dark);
    assert.equal(await reads.page.inputValue('[data-choose-look]'), 'dark');
    await reads.page.emulateMedia({ colorScheme: 'dark' });
    await reads.page.selectOption('[data-choose-look]', 'light');
    assert.equal(await paper(reads.page), light);
    await reads.page.selectOption('[data-choose-look]', '');
    assert.equal(await paper(reads.page), dark, 'the system asks for dark');
    await reads.close();
  });

  it('is already chosen when the page is painted first', async () => {
    const reads = await reader(suite.browser, suite.site, DESK);
    await reads.page.addInitScript(() => {
      localStorage.setItem('dateline-look', 'dark');
      new PerformanceObserver((list) => {
        for (const { name } of list.getEntries()) {
          if (name === 'first-paint') globalThis.firstLook ??= document.documentElement.dataset.look;
        }
      }).observe({ type: 'paint', buffered: true });
      addEventListener('readystatechange', () => (globalThis.lookAtParse ??= document.documentElement.dataset.look), true);
    });
    await reads.open('/');
    assert.equal(await reads.page.evaluate(() => globalThis.lookAtParse), 'dark');
    await reads.close();
  });

  it('is the system’s without a script, and nothing offers a choice', async () => {
    const reads = await reader(suite.browser, suite.site, { ...DESK, dark: true, script: false });
    await reads.open('/');
    assert.equal(await reads.page.locator('[data-choose-look]').isVisible(), false);
    await reads.close();
  });
});

describe('on this day', () => {
  const suite = opened();
  const days = pages.find(({ kind }) => kind === 'days');

  it('today comes first', { skip: !days && 'the site has no such page' }, async () => {
    const reads = await reader(suite.browser, suite.site, DESK);
    await reads.page.clock.setFixedTime(new Date('2026-09-17T12:00:00'));
    assert.deepEqual(await reads.open(days.address), []);
    const { first, cell, line } = await reads.page.evaluate(() => {
      const months = [...document.querySelectorAll('.calendar > section')];
      const top = months.toSorted((a, b) => a.getBoundingClientRect().top - b.getBoundingClientRect().top || a.getBoundingClientRect().left - b.getBoundingClientRect().left)[0];
      return {
        first: months.indexOf(top) + 1,
        cell: document.querySelector('[aria-current="date"]').textContent,
        line: document.querySelector('[data-today]').textContent,
      };
    });
    assert.equal(first, 9);
    assert.match(cell, /^17/);
    assert.match(line, /17/);
    await reads.close();
  });
});
