// What a reader asks is answered: two lists of questions, spellings, the signs of a question, dates
// in words. It builds its own sites with the program that DATELINE names.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { unescape } from './lib/html.js';
import { aside, build, mean, named, SITES } from './lib/questions.js';
import { dated, open } from '../../src/render/modules/search.js';

const root = join(import.meta.dirname, '../..');
const program = [process.env.DATELINE, ...['release', 'debug'].map((profile) => join(process.env.CARGO_TARGET_DIR ?? join(root, 'target'), profile, 'dateline'))]
  .find((path) => path && existsSync(path));
const skip = !program && 'build dateline first, or say where it is in DATELINE';

/** The text of an article as a plain reader of its page sees it. */
const prose = (out) => (address) => {
  const page = readFileSync(join(out, decodeURI(address), 'index.html'), 'utf8');
  return unescape(page.slice(page.indexOf('<article')).replace(/<sup.*?<\/sup>/gs, '').replace(/<[^>]*>/g, ' '));
};
const opened = (out) => open(async (file) => new Uint8Array(readFileSync(join(out, 'search', file))), async (address) => prose(out)(address));
const titles = async (index, results) => Promise.all(results.map(async (n) => (await index.card(n)).t));

for (const [name, { questions }] of Object.entries(SITES)) {
  describe(`the questions of ${name}`, { skip }, () => {
    const folder = mkdtempSync(join(tmpdir(), 'questions-'));
    let index;
    let ids;
    before(async () => {
      index = await opened(build(program, name, folder));
      ids = await Promise.all(Array.from({ length: index.count }, async (_, n) => named((await index.card(n)).u)));
    });
    after(() => rmSync(folder, { recursive: true, force: true }));

    it('are answered by what was expected, first or near', async (t) => {
      const ranks = [];
      for (const [text, ...wanted] of questions) {
        const { results, terms } = await index.ask({ text, sort: 'best' });
        ranks.push([...terms.map(({ t }) => `=${t}`), ...results.map((n) => ids[n])].findIndex((id) => wanted.includes(id)) + 1);
      }
      const [all, kept] = [mean(ranks), mean(ranks.filter((_, n) => aside(n)))];
      t.diagnostic(`mean reciprocal rank ${all.toFixed(3)}, of those kept aside ${kept.toFixed(3)}`);
      assert.ok(all >= 0.85 && kept >= 0.8);
    });
  });
}

describe('what a question may say', { skip }, () => {
  const folder = mkdtempSync(join(tmpdir(), 'questions-'));
  const articles = {
    gpt: ['Acme releases GPT-5', 'The weights stay closed.'],
    gpt4: ['Acme retires GPT-4 after 5 years', 'A long farewell.'],
    open: ['An open-weight model from Borealis', 'Everyone may download it.'],
    spaced: ['Open weights are published', 'The open weight debate goes on.'],
    apart: ['Weight of the argument', 'The door stays open to all.'],
    seek: ['DeepSeek lowers its price', 'A price war starts.'],
    law: ['Governor signs SB 53', 'A law on frontier models.'],
    muller: ['Müller wins in Zürich', 'Die Straße war voll.'],
    anthropic: ['Anthropic opens an office', 'In Geneva.'],
    licence: ['Licences are written', 'A licence for each of the models.'],
  };
  let index;
  let out;
  before(async () => {
    mkdirSync(join(folder, 'content'));
    writeFileSync(join(folder, 'site.yaml'), 'title: T\nurl: https://example.org/\n');
    Object.entries(articles).forEach(([id, [title, text]], n) => {
      const lang = id === 'muller' ? 'de' : 'en';
      const tags = { seek: 'tags: [DeepSeek]\n', anthropic: 'organisations: [Anthropic]\n' }[id] ?? '';
      writeFileSync(join(folder, 'content', `${id}.md`), `---\ntitle: ${title}\ndate: 2025-0${1 + (n % 9)}-03\nslug: ${id}\nlang: ${lang}\n${tags}---\n${text}\n`);
    });
    out = join(folder, 'public');
    execFileSync(program, ['build', '--quiet', '--root', folder, '--output', out, '--now', '2026-01-15'], { stdio: 'pipe' });
    index = await opened(out);
  });
  after(() => rmSync(folder, { recursive: true, force: true }));

  const ask = async (text, more = {}) => {
    const answer = await index.ask({ text, sort: 'best', ...more });
    return { ...answer, ids: await Promise.all(answer.results.map(async (n) => named((await index.card(n)).u))) };
  };

  for (const [what, ways, first] of [
    ['letters and digits', ['GPT-5 ', 'GPT 5 ', 'GPT5 ', 'gpt‑5 '], 'gpt'],
    ['a law', ['SB 53 ', 'SB53 ', 'sb-53 '], 'law'],
    ['a name of two words', ['DeepSeek ', 'deep seek ', 'deep-seek '], 'seek'],
    ['diacritics and transcriptions', ['Müller ', 'Mueller ', 'muller ', 'MÜLLER '], 'muller'],
    ['a letter that keyboards lack', ['Straße ', 'strasse '], 'muller'],
  ]) {
    it(`${what}: ${ways.join('= ')}`, async () => {
      const found = await Promise.all(ways.map((way) => ask(way)));
      for (const [n, { ids, spelt }] of found.entries()) {
        assert.deepEqual(ids, found[0].ids, ways[n]);
        assert.equal(ids[0], first, ways[n]);
        assert.equal(spelt, undefined, ways[n]);
      }
    });
  }

  it('a word of two words is found joined, with a hyphen and apart', async () => {
    for (const way of ['open-weight ', 'openweight ', 'open weight ']) {
      const { ids } = await ask(way);
      assert.deepEqual(ids.toSorted(), ['apart', 'open', 'spaced'], way);
      assert.equal(ids.at(-1), 'apart', way);
    }
  });

  it('a misspelt word is told, and not taken where it is meant', async () => {
    for (const [text, spelt] of [['antropic ', 'anthropic '], ['nthropic ', 'anthropic '], ['xnthropic ', 'anthropic '], ['antrhopic ', 'anthropic '], ['govenor ', 'governor ']]) {
      const answer = await ask(text);
      assert.equal(answer.spelt, spelt);
      assert.equal(answer.results.length, 1, text);
      assert.equal((await ask(text, { strict: true })).spelt, undefined);
    }
    assert.deepEqual((await ask('antropic ')).terms.map(({ t }) => t), ['Anthropic']);
    // A word that a text has is never another.
    assert.equal((await ask('licence ')).spelt, undefined);
  });

  it('the name of a term leads to its page', async () => {
    for (const text of ['deepseek', 'Deep Seek', 'DEEPSEEK ']) assert.deepEqual((await ask(text)).terms.map(({ t, count }) => [t, count]), [['DeepSeek', 1]]);
    assert.deepEqual((await ask('deepseek price')).terms, []);
  });

  it('phrases, words that must not be, words of the headline', async () => {
    assert.deepEqual((await ask('"open weight"')).ids.toSorted(), ['open', 'spaced']);
    assert.deepEqual((await ask('"weight open"')).ids, []);
    assert.deepEqual((await ask('weight -open')).ids, ['gpt']);
    assert.deepEqual((await ask('open -"open weight"')).ids.filter((id) => ['open', 'spaced'].includes(id)), []);
    assert.deepEqual((await ask('weight -door ')).ids.toSorted(), ['gpt', 'open', 'spaced']);
    assert.deepEqual((await ask('title:price ')).ids, ['seek']);
    assert.deepEqual((await ask('title:war ')).ids, []);
    assert.deepEqual((await ask('title:"deepseek lowers"')).ids, ['seek']);
  });

  it('forms of a word do not hide each other', async () => {
    assert.deepEqual((await titles(index, (await ask('models ')).results)).toSorted(), ['An open-weight model from Borealis', 'Governor signs SB 53', 'Licences are written']);
  });

  it('by date, nothing is found that lacks a word', async () => {
    assert.deepEqual((await index.ask({ text: 'deepseek geneva ' })).results, []);
    const some = await ask('deepseek geneva ');
    assert.deepEqual([some.ids.toSorted(), some.partly], [['anthropic', 'seek'], true]);
  });
});

describe('dates in words', { skip }, () => {
  const now = new Date(2026, 10, 29);
  for (const language of ['ar', 'de', 'en', 'es', 'fr', 'he', 'hi', 'id', 'ja', 'pt', 'ru', 'zh']) {
    it(language, () => {
      const folder = mkdtempSync(join(tmpdir(), 'questions-'));
      try {
        mkdirSync(join(folder, 'content'));
        writeFileSync(join(folder, 'site.yaml'), `title: T\nurl: https://example.org/\nlanguage: ${language}\n`);
        const dates = [['2026-03-12', '2026-03-12', '2026-03-12'], ['2026-03', '2026-03', '2026-03'], ['2026-Q1', '2026-01', '2026-03'], ['2025-12', '2025-12', '2025-12'], ['199X', '1990', '1999']];
        dates.forEach(([date], n) => writeFileSync(join(folder, 'content', `a${n}.md`), `---\ntitle: Article ${n}\ndate: "${date}"\n---\nText.\n`));
        const out = join(folder, 'public');
        execFileSync(program, ['build', '--quiet', '--root', folder, '--output', out, '--now', '2026-11-29'], { stdio: 'pipe' });
        const page = readFileSync(join(out, 'explore/index.html'), 'utf8');
        const words = JSON.parse(unescape(page.match(/data-dates="([^"]*)"/)[1]));
        // As the cards of the same dates say them.
        const files = readdirSync(join(out, 'search')).filter((name) => name.startsWith('cards-'));
        const cards = files.flatMap((name) => JSON.parse(readFileSync(join(out, 'search', name), 'utf8')));
        for (const [n, [, from, to]] of dates.entries()) {
          const { w } = cards.find(({ u }) => u === `/a${n}/`);
          const found = dated(`${w} x`, words, language, now);
          assert.deepEqual([found?.from, found?.to, found?.text], [from, to, 'x'], w);
        }
        const last = new Intl.RelativeTimeFormat(language, { numeric: 'auto' }).format(-1, 'month');
        assert.deepEqual([dated(last, words, language, now)?.from, dated(last, words, language, now)?.to], ['2026-10-01', '2026-10-31'], last);
      } finally {
        rmSync(folder, { recursive: true, force: true });
      }
    });
  }
  it('a year is one of the words of an entry', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'questions-'));
    try {
      mkdirSync(join(folder, 'content'));
      writeFileSync(join(folder, 'site.yaml'), 'title: T\nurl: https://example.org/\n');
      const dates = { flood: '1953-01-31', storm: '1953', wall: '1362-22~', strike: '1952-11/1953-02', fort: '-0054-08-25', later: '2027-Q1', decade: '195X', said: '2020-04-02' };
      for (const [id, date] of Object.entries(dates)) {
        const title = id === 'said' ? 'Not before 1953' : `The ${id} came`;
        writeFileSync(join(folder, 'content', `${id}.md`), `---\ntitle: ${title}\ndate: "${date}"\n---\nText.\n`);
      }
      const out = join(folder, 'public');
      execFileSync(program, ['build', '--quiet', '--root', folder, '--output', out, '--now', '2026-11-29'], { stdio: 'pipe' });
      const index = await open(async (name) => readFileSync(join(out, 'search', name)));
      const ask = async (text) => {
        const { results } = await index.ask({ text, sort: 'best' });
        const cards = await Promise.all(results.map(index.card));
        return cards.map(({ u }) => u.replaceAll('/', '')).toSorted();
      };
      assert.deepEqual(await ask('1953 '), ['flood', 'said', 'storm', 'strike']);
      assert.deepEqual(await ask('flood 1953'), ['flood']);
      assert.deepEqual(await ask('summer 1362'), ['wall']);
      assert.deepEqual(await ask('55 BC'), ['fort']);
      assert.deepEqual(await ask('1959'), []);
      assert.deepEqual(await ask('2027'), ['later']);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });
  it('as numbers, and in another order', () => {
    const words = [['March 2034', 'm3'], ['28 March 2034', 'd3'], ['the 2030s', 't'], ['2030s', 't']];
    const said = (text) => dated(text, words, 'en', now);
    assert.deepEqual(said('Meta 2025-12-09'), { from: '2025-12-09', to: '2025-12-09', said: '2025-12-09', text: 'Meta ' });
    assert.deepEqual(said('march 12, 2026 llama'), { from: '2026-03-12', to: '2026-03-12', said: 'march 12, 2026', text: 'llama' });
    assert.deepEqual(said('the 1990s dam'), { from: '1990', to: '1999', said: 'the 1990s', text: ' dam'.trimStart() });
    for (const none of ['"roaring 1990s" dam', '-"the 1990s" dam', 'title:1990s', '-1990s', '"in March 2026"', '2026', 'march', 'marching 2026', 'GPT 2026-13-01', 'x2026-01']) assert.equal(said(none), undefined, none);
  });
});
