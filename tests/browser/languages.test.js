// The interface in each language that comes with the program: the pages of one site, built in all of
// them, as a browser lays them out, as they are read out, and as the Nu checker sees them; and what a
// search says in languages that the program has no words for.
import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { appendFileSync, cpSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { faults, launch, reader } from './lib/browser.js';
import { program } from './lib/served.js';
import { serve } from './lib/site.js';

const run = promisify(execFile);
const languages = ['ar', 'de', 'en', 'es', 'fr', 'he', 'hi', 'id', 'ja', 'pt', 'ru', 'zh'];
const addresses = {
  front: '/',
  article: '/vestrol/',
  term: '/organisations/quorli/',
  expected: '/expected/',
  explore: '/explore/',
  lanes: '/lanes/',
};
const widths = [390, 1280];
const fixture = fileURLToPath(new URL('../sites/languages', import.meta.url));
const jar = String(createRequire(import.meta.url)('vnu-jar'));
const isTurned = (language) => language === 'ar' || language === 'he';

const build = (root, now = '2026-01-15') => run(program, ['build', '--quiet', '--root', root, '--now', now]);

const cores = Math.max(2, availableParallelism());

/** Does `work` for each of `items`, some at a time. */
async function together(items, atATime, work) {
  const left = [...items];
  const one = async () => {
    while (left.length) await work(left.shift());
  };
  await Promise.all(Array.from({ length: atATime }, one));
}

describe('the pages of a site in each language of the interface', { concurrency: false }, () => {
  let around;
  let browser;
  let checked;
  /** By language: what is wrong, and the language and direction of each page. */
  const seen = new Map(languages.map((language) => [language, { found: [], told: [] }]));

  /** Looks at all pages of a language in one window. */
  async function look(language, width) {
    const site = await serve(join(around, language, 'public'), '/');
    const { found, told } = seen.get(language);
    try {
      const reads = await reader(browser, site, { width, height: 900 });
      for (const [name, address] of Object.entries(addresses)) {
        const troubles = await reads.open(address);
        const all = [...troubles, ...(await faults(reads.page))];
        found.push(...all.map((fault) => `${name} at ${width}: ${fault}`));
        told.push(await reads.page.evaluate(() => {
          const root = document.documentElement;
          return [root.lang, getComputedStyle(root).direction];
        }));
      }
      await reads.close();
    } catch (error) {
      found.push(`at ${width}: ${error.message}`);
    } finally {
      await site.close();
    }
  }

  before(async () => {
    around = mkdtempSync(join(tmpdir(), 'dateline-languages-'));
    [browser] = await Promise.all([
      launch(),
      together(languages, cores, async (language) => {
        const root = join(around, language);
        cpSync(fixture, root, { recursive: true });
        appendFileSync(join(root, 'site.yaml'), `language: ${language}\n`);
        await build(root);
      }),
    ]);
    // Java works while the browser waits for its pages.
    const files = languages.flatMap((language) =>
      Object.values(addresses).map((address) => join(around, language, 'public', address, 'index.html')));
    assert.deepEqual(files.filter((file) => !existsSync(file)), []);
    checked = run(
      'java',
      ['-Xss1m', '-jar', jar, '--format', 'json', '--stdout', '--exit-zero-always', ...files],
      { encoding: 'utf8', maxBuffer: 1 << 28 },
    );
    checked.catch(() => {}); // The test of it says so.
    const windows = languages.flatMap((language) => widths.map((width) => [language, width]));
    // A page waits for frames most of the time.
    await together(windows, 2 * cores, ([language, width]) => look(language, width));
  });
  after(async () => {
    await browser?.close();
    rmSync(around, { recursive: true, force: true });
  });

  for (const language of languages) {
    it(`${language} fits a phone and a desk, and can be read by everybody`, () => {
      const { found, told } = seen.get(language);
      const direction = isTurned(language) ? 'rtl' : 'ltr';
      const pages = widths.length * Object.keys(addresses).length;
      assert.deepEqual(told, Array.from({ length: pages }, () => [language, direction]));
      assert.deepEqual(found, []);
    });
  }

  it('the Nu checker finds nothing in any of them', async () => {
    const { stdout } = await checked;
    // It guesses the language by the words, and most of these are names that are made up.
    const isGuess = ({ message }) => /^This document appears to be written in /.test(message);
    const said = JSON.parse(stdout).messages.filter((one) => !isGuess(one));
    assert.deepEqual(said.map(({ url, lastLine, message }) => `${url}:${lastLine} ${message}`), []);
  });

  // Each with a text that is found by another form of its word, and how the number is said: the words
  // are English where there are none, and so is their grammar.
  for (const [language, titles, asked, said] of [
    ['ar', ['الحكومة تعلن الخطة'], 'حكومة', 'عُثر على حدث واحد'],
    ['ar', ['وصول القطارات الجديدة'], 'قطارات', 'عُثر على حدث واحد'],
    ['fa', ['دولت برنامه را اعلام کرد'], 'دولت', '1 entry found'],
    ['ja', ['堤防の工事が始まる'], '堤防', '該当する出来事1件'],
    ['th', ['เปิดสะพานใหม่'], 'สะพานใหม่', '1 entry found'],
    ['lt', Array.from({ length: 21 }, (_, n) => `Tiltas ${n + 1}`), 'tiltas', '21 entries found'],
    ['sl', Array.from({ length: 101 }, (_, n) => `Most ${n + 1}`), 'most', '101 entries found'],
  ]) {
    it(`${asked} is found, and counted as ${said}`, async () => {
      const root = mkdtempSync(join(around, `search-${language}-`));
      mkdirSync(join(root, 'content'));
      writeFileSync(join(root, 'site.yaml'), `title: Gauge\nurl: https://example.org/\nlenient: true\nlanguage: ${language}\n`);
      for (const [n, title] of titles.entries()) {
        writeFileSync(join(root, 'content', `a${n}.md`), `---\ntitle: ${title}\ndate: 2026-02-03\n---\nText.\n`);
      }
      await build(root, '2026-06-01');
      const site = await serve(join(root, 'public'), '/');
      try {
        const reads = await reader(browser, site);
        const troubles = await reads.open(`/explore/?q=${encodeURIComponent(asked)}`);
        await reads.page.waitForFunction(() => !document.querySelector('[data-explore]').hasAttribute('aria-busy'));
        const text = await reads.page.locator('[data-found]').textContent();
        assert.equal(text.replace(/[\u2066-\u2069]/g, ''), said);
        assert.deepEqual(troubles, []);
        await reads.close();
      } finally {
        await site.close();
      }
    });
  }
});
