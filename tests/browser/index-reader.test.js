// The reader of the search index on whatever it is given: any text of an article is found by its
// words, any question is answered with entries of the site, and a file that is not the one of the
// manifest is never taken for it. Each property is tried for SECONDS (5 if it is not set).
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import fc from 'fast-check';
import { fold, open, tokens } from '../../src/render/modules/search.js';

const root = join(import.meta.dirname, '../..');
const program = [process.env.DATELINE, ...['release', 'debug'].map((profile) => join(process.env.CARGO_TARGET_DIR ?? join(root, 'target'), profile, 'dateline'))]
  .find((path) => path && existsSync(path));
const SECONDS = Number(process.env.SECONDS ?? 5);
/** As many tries as there is time for; fails with the smallest input that fails. */
const tried = (property, runs = 1e9, examples = []) =>
  fc.assert(property, { numRuns: runs, examples, interruptAfterTimeLimit: SECONDS * 1000, markInterruptAsFailure: false, includeErrorInReport: true });

// Letters of many scripts, marks, digits, signs that fold into several, apostrophes, halves of
// pairs and what nobody can see.
const sign = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom(...'abcdefSs0123456789 .,-_/\'’') },
  { weight: 2, arbitrary: fc.constantFrom(...'éüßİıǆﬁ½²①Ωжשקعهक्षिไทยກພမြខ្មែ日本語々〇かガ한글𠮷𝒳🎉🇯🇵\u0301\u0308\u200d\u00ad\u02bc\u202e\ufeff') },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', minLength: 1, maxLength: 1 }) },
);
const text = fc.array(sign, { minLength: 1, maxLength: 40 }).map((signs) => signs.join(''));
const facetIds = ['organisations', 'people', 'tags', 'status', 'stance', 'importance', 'none'];
const day = fc.oneof(
  fc.constantFrom('', '2024', '2024-02', '2024-02-30', '-0044-03', '9999-12-31', '2024-13', 'soon', '0000'),
  fc.tuple(fc.integer({ min: 1990, max: 2040 }), fc.integer({ min: 1, max: 12 })).map(([y, m]) => `${y}-${String(m).padStart(2, '0')}`),
);
const question = fc.record({
  text: fc.oneof(text, fc.constantFrom('', 'event', 'Event 1', 'floo', 'flooding ')),
  from: day,
  to: day,
  sort: fc.constantFrom('happened', 'published', 'updated', 'nothing'),
  since: fc.option(fc.integer({ min: 0, max: 4e7 }), { nil: undefined }),
  chosen: fc.dictionary(fc.constantFrom(...facetIds), fc.array(fc.constantFrom('meta', 'openai', 'floods', 'happened', 'expected', '3', 'x'), { maxLength: 3 })),
}, { requiredKeys: [] });

/** Builds a site of these articles, each with lines of front matter and a body; returns its index, by file. */
function built(articles) {
  const folder = mkdtempSync(join(tmpdir(), 'index-'));
  try {
    mkdirSync(join(folder, 'content'));
    writeFileSync(join(folder, 'site.yaml'), 'title: T\nurl: https://example.org/\nlenient: true\nstances: {open: {label: Open}}\n');
    for (const [n, { lines, body }] of articles.entries()) {
      writeFileSync(join(folder, 'content', `e${n}.md`), `---\n${lines.join('\n')}\n---\n\n${body}\n`);
    }
    execFileSync(program, ['build', '--quiet', '--root', folder, '--now', '2026-05-07T12:00:00Z'], { stdio: 'pipe' });
    const at = join(folder, 'public/search');
    return Object.fromEntries(readdirSync(at).map((file) => [file, new Uint8Array(readFileSync(join(at, file)))]));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Opens an index; a file that is missing can't be fetched. */
const opened = (files) => open(async (file) => {
  if (!files[file]) throw new Error(`there is no ${file}`);
  return files[file];
});

/** What must hold of any answer. */
async function holds(index, asked) {
  const answer = await index.ask(asked);
  const { results } = answer;
  assert.ok(results.every((n) => Number.isInteger(n) && n >= 0 && n < index.count), 'an entry of the site');
  assert.ok(answer.entries <= results.length);
  for (const facet of index.facets) {
    const choices = await facet.near();
    for (const count of answer.counts(facet, choices)) assert.ok(count >= 0 && count <= index.entries);
  }
  return answer;
}

/** The fingerprint of a file, as the manifest has it. */
const print = (bytes) => {
  let hash = 0x811c9dc5;
  for (const byte of bytes) hash = Math.imul(hash ^ byte, 0x01000193);
  return (hash >>> 0).toString(16).padStart(8, '0');
};

describe('the reader of the index', { skip: !program && 'build dateline first, or say where it is in DATELINE' }, () => {
  let files;
  before(() => {
    const two = (n) => String(n).padStart(2, '0');
    files = built(Array.from({ length: 120 }, (_, n) => ({
      lines: [
        `title: Event ${n} ${['floods', 'flooding', 'café', '日本'][n % 4]}`, `date: 20${10 + (n % 16)}-${two(1 + (n % 12))}`,
        `organisations: [${['Meta', 'OpenAI', 'Google'][n % 3]}]`, `tags: [topic${n % 40}]`, `importance: ${1 + (n % 5)}`,
        `published: 20${10 + (n % 16)}-${two(1 + (n % 12))}-03T10:00:00Z`, ...(n % 9 ? [] : ['status: expected']), ...(n % 7 ? [] : ['stance: open']),
      ],
      body: `Words of ${n}.`,
    })));
  });

  it('finds every article by each word of its title, in any script', () => tried(
    fc.asyncProperty(fc.array(fc.tuple(text, fc.constantFrom('en', 'fr', 'id', 'ja', 'tr', 'ar')), { minLength: 20, maxLength: 60 }), async (titles) => {
      const articles = titles
        // What YAML, a title or a page can't hold is refused or left out: that is told elsewhere.
        .map(([title, lang]) => [title.replace(/[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Cn}\p{Zl}\p{Zp}\ufeff]/gu, ' ').trim(), lang])
        .filter(([title]) => title && tokens(title).length)
        .map(([title, lang], n) => ({ lines: [`title: ${JSON.stringify(`${title} nr${n}x`)}`, 'date: 2024-01-02', `lang: ${lang}`], body: 'Words.', title, n }));
      fc.pre(articles.length > 0);
      const index = await opened(built(articles));
      for (const { title, n } of articles) {
        const [only] = (await index.ask({ text: `nr${n}x ` })).results;
        for (const { word, from, to } of tokens(title)) {
          const { results } = await index.ask({ text: `${title.slice(from, to)} ` });
          assert.ok(results.includes(only), `${JSON.stringify(title)} is not found by ${JSON.stringify(word)}`);
        }
      }
    }), SECONDS < 60 ? 12 : 1e9, [[[['’Sພ', 'ar'], ['Meta’s日本', 'ja'], ["Meta'sモデル", 'ja'], ['it’ſ', 'en'], ['a’S’s1', 'en'], ['’s', 'en']]]]));

  it('answers any question with entries of the site, and fewer where more is asked', async () => {
    const index = await opened(files);
    await tried(fc.asyncProperty(question, async (asked) => {
      const { results, words } = await holds(index, asked);
      assert.equal(new Set(results).size, results.length, 'each entry once');
      assert.ok(words.length <= tokens(asked.text ?? '').length);
      const fewer = await index.ask({ ...asked, from: '2015', to: '2020' });
      if (!asked.from && !asked.to) assert.ok(fewer.results.every((n) => results.includes(n)));
      for (const n of results.slice(0, 3)) assert.ok((await index.card(n)).u);
    }));
  });

  it('splits any text into words that stand where they say', () => tried(fc.property(fc.oneof(text, fc.string({ unit: 'binary' })), (some) => {
    let end = 0;
    for (const { word, from, to } of tokens(some)) {
      assert.ok(from >= end && to > from && to <= some.length);
      end = to;
      assert.equal(word, fold(some.slice(from, to)));
      assert.ok(/^[\p{Alphabetic}\p{N}]+$/u.test(word), JSON.stringify(word));
      assert.equal(fold(word), word, 'folding twice is folding once');
    }
  })));

  it('takes no changed file for the one of the manifest', async () => {
    const names = Object.keys(files).filter((name) => name !== 'index.json' && files[name].length);
    const whole = await opened(files);
    await tried(fc.asyncProperty(fc.constantFrom(...names), fc.nat(), fc.nat(254), fc.boolean(), question, async (name, at, byte, cut, asked) => {
      const place = at % files[name].length;
      const bytes = cut ? files[name].slice(0, place) : files[name].with(place, files[name][place] ^ (byte + 1));
      let answer;
      try {
        const index = await opened({ ...files, [name]: bytes });
        answer = await index.ask(asked);
        for (const n of answer.results.slice(0, 3)) await index.card(n);
      } catch (error) {
        assert.equal(error.message, 'stale', error.stack);
        return;
      }
      assert.deepEqual(answer.results, (await whole.ask(asked)).results, name);
    }));
  });

  it('ends on any bytes under a right fingerprint', async () => {
    const manifest = JSON.parse(new TextDecoder().decode(files['index.json']));
    const names = Object.keys(files).filter((name) => name !== 'index.json');
    const json = fc.jsonValue({ maxDepth: 3 });
    const stems = fc.array(fc.oneof(fc.nat(400), fc.nat(), fc.integer(), fc.array(fc.nat(), { maxLength: 3 })), { maxLength: 12 });
    const forms = fc.array(fc.constantFrom('event', 'floods', 'a', '日', ''), { maxLength: 12 }).map((list) => list.join(' '));
    const head = fc.oneof(json, fc.tuple(forms, stems), fc.array(fc.tuple(fc.string(), fc.string(), fc.nat()), { maxLength: 4 }));
    const any = fc.oneof(
      fc.uint8Array({ maxLength: 300 }).map((bytes) => () => bytes),
      fc.tuple(head, fc.uint8Array({ maxLength: 200 })).map(([value, rest]) => () => {
        const text = new TextEncoder().encode(JSON.stringify(value));
        const bytes = new Uint8Array(4 + text.length + rest.length);
        new DataView(bytes.buffer).setUint32(0, text.length, true);
        bytes.set(text, 4);
        bytes.set(rest, 4 + text.length);
        return bytes;
      }),
      fc.tuple(fc.nat(), fc.uint8Array({ minLength: 1, maxLength: 12 })).map(([at, piece]) => (old) => {
        const bytes = old.slice();
        bytes.set(piece.slice(0, Math.max(bytes.length - (at % (bytes.length || 1)), 0)), at % (bytes.length || 1));
        return bytes;
      }),
    );
    await tried(fc.asyncProperty(fc.dictionary(fc.constantFrom(...names), any, { minKeys: 1, maxKeys: 3 }), question, async (forged, asked) => {
      const given = { ...files };
      for (const [name, make] of Object.entries(forged)) given[name] = make(files[name]);
      const own = structuredClone(manifest);
      for (const name of Object.keys(forged)) {
        const mark = print(given[name]);
        const [kind, n, more] = name.split(/[-.]/);
        if (kind === 'words') own.words[n][1] = mark;
        else if (kind === 'cards') own.cards[n] = mark;
        else if (kind === 'facet') own.facets[n][more === 'more' ? 4 : 3] = mark;
        else own[kind] = mark;
      }
      given['index.json'] = new TextEncoder().encode(JSON.stringify(own));
      try {
        const index = await opened(given);
        await holds(index, asked);
        for (const facet of index.facets) await facet.all();
      } catch (error) {
        // Not one of memory or of depth, and none of this test.
        assert.ok(!(error instanceof assert.AssertionError) && !(error instanceof RangeError && /memory|stack|array/i.test(error.message)), error.stack);
      }
    }));
  });
});
