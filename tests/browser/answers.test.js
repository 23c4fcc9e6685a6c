// The index gives the answers that a plain scan of the entries gives. The scan shares no code with
// it: it knows the bounds of dates because it made them up, and word forms because it lists them.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';

const root = join(import.meta.dirname, '../..');
const program = [process.env.DATELINE, ...['release', 'debug'].map((profile) => join(process.env.CARGO_TARGET_DIR ?? join(root, 'target'), profile, 'dateline'))]
  .find((path) => path && existsSync(path));

// A small generator of chance, the same on every machine (mulberry32).
const chance = (seed) => () => {
  seed = (seed + 0x6d2b79f5) | 0;
  let t = Math.imul(seed ^ (seed >>> 15), 1 | seed);
  t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
  return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
};
const draw = chance(20260507);
const below = (count) => Math.floor(draw() * count);
const pick = (list) => list[below(list.length)];
const some = (list, most) => [...new Set(Array.from({ length: 1 + below(most) }, () => pick(list)))];

// Forms of one word, as they are written in each language. Folded, forms of several languages that
// share a stem are one family.
const FAMILIES = {
  en: [
    ['model', 'models'], ['release', 'released', 'releases', 'releasing'], ['strategy', 'strategies'],
    ['company', 'companies'], ['delay', 'delays', 'delayed'], ['report', 'reports', 'reported', 'reporting'],
    ['weight', 'weights'], ['partner', 'partners'], ['close', 'closed', 'closes'], ['launch', 'launched'],
    ['café', 'cafe', 'CAFÉ'], ['naïve'], ['avocado'], ['llama'], ['Zürich'], ['GPT'], ['4o'], ['2026'], ['moment', 'moments'],
    ['open'], ['market', 'markets'], ['monitor', 'monitors', 'monitored'],
  ],
  fr: [['développé', 'développée', 'développés'], ['élection', 'élections'], ['avocado'], ['garçon', 'garçons'], ['llama']],
  id: [['modelnya', 'modelku', 'model'], ['strategi', 'strateginya'], ['buku', 'bukunya', 'bukunyalah'], ['avocado'], ['terbuka']],
  ja: [['開'], ['放'], ['型']],
};
const scanFold = (word) => word.toLowerCase().normalize('NFD').replace(/[\u0300-\u036f]/g, '');
const familyOf = new Map();
// "strategi" is what is left of the English word as well as the Indonesian one.
const MERGED = [['strategy', 'strategi'], ['model', 'modelnya'], ['models', 'model']];
for (const families of Object.values(FAMILIES)) {
  for (const forms of families) {
    const known = forms.map((form) => familyOf.get(scanFold(form))).find(Boolean) ?? scanFold(forms[0]);
    for (const form of forms) familyOf.set(scanFold(form), known);
  }
}
for (const [kept, gone] of MERGED) {
  const [to, from] = [familyOf.get(kept), familyOf.get(gone)];
  for (const [form, family] of familyOf) if (family === from) familyOf.set(form, to);
}
/** A word of letters and digits is found by either. */
const partsOf = (word) => (/\d/.test(word) ? word.match(/\d+|[^\d]+/g) : []);
const family = (form) => familyOf.get(form) ?? form;

const DAY = 864e5;
const dayOf = (year, month, day) => Date.UTC(year, month - 1, day) / DAY;
const two = (number) => String(number).padStart(2, '0');

/** A date as it is written, with the days between which it may fall; several for a choice. */
function madeDate() {
  const year = 2018 + below(9);
  const month = 1 + below(12);
  const date = 1 + below(28);
  const last = dayOf(year, month + 1, 1) - 1;
  switch (below(9)) {
    case 0: return [`${year}-${two(month)}`, [[dayOf(year, month, 1), last]]];
    case 1: return [`${year}`, [[dayOf(year, 1, 1), dayOf(year, 12, 31)]]];
    case 2: {
      const quarter = below(4);
      return [`${year}-Q${quarter + 1}`, [[dayOf(year, quarter * 3 + 1, 1), dayOf(year, quarter * 3 + 4, 1) - 1]]];
    }
    case 3: return [`${year}-${two(month)}/${year + 1}-03`, [[dayOf(year, month, 1), dayOf(year + 1, 4, 1) - 1]]];
    case 4: return [`${year}-${two(month)}-${two(date)}/..`, [[dayOf(year, month, date), Infinity]]];
    case 5: return [`../${year}`, [[-Infinity, dayOf(year, 12, 31)]]];
    case 6: return [`[${year}, ${year + 2}]`, [[dayOf(year, 1, 1), dayOf(year, 12, 31)], [dayOf(year + 2, 1, 1), dayOf(year + 2, 12, 31)]]];
    default: return [`${year}-${two(month)}-${two(date)}`, [[dayOf(year, month, date), dayOf(year, month, date)]]];
  }
}

/** The years that a date names. */
const yearsOf = (date) => date.match(/\d{4}/g);

const TERMS = {
  organisations: ['Meta', 'OpenAI', 'Google', 'Mistral', 'Anthropic', 'Cohere', 'DeepSeek', 'Alibaba', 'Nvidia', 'Baidu', 'Tencent'],
  people: ['Ada Moreau', 'Budi Santoso'],
  tags: Array.from({ length: 30 }, (_, n) => `topic${n}`),
};
const STANCES = ['open-source', 'open-weight', 'closed'];
const CERTAINTIES = ['rumoured', 'reported', 'confirmed', 'disputed'];
// Two are one publisher, written in two ways.
const PUBLISHERS = ['Reuters', 'The Verge', 'the verge', ...Array.from({ length: 12 }, (_, n) => `Gazette ${n}`)];
const idOf = (label) => label.toLowerCase().replaceAll(' ', '-');

function wordsOf(lang, count) {
  return Array.from({ length: count }, () => pick(pick(FAMILIES[lang])));
}
const written = (words) => words.reduce((text, word, n) => text + (n ? pick([' ', ' ', ', ', ' – ', '/', "'s "]) : '') + word, '');

/** What is still to come can't have happened. */
const possible = (status, spans) =>
  status === 'happened' && Math.min(...spans.map(([first]) => first)) > dayOf(2026, 5, 7) ? 'expected' : status;

function corpus(count) {
  const entries = [];
  const files = [];
  for (let n = 0; n < count; n++) {
    const lang = pick(['en', 'en', 'en', 'fr', 'id', 'ja']);
    const [title, dek, body] = [wordsOf(lang, 2), wordsOf(lang, 3), wordsOf(lang, 4)];
    const [date, spans] = madeDate();
    const terms = Object.fromEntries(Object.entries(TERMS).filter(() => draw() < 0.8).map(([id, all]) => [id, some(all, 3)]));
    const stance = terms.organisations && draw() < 0.5 ? { [terms.organisations[0]]: pick(STANCES) } : {};
    const status = possible(pick(['happened', 'happened', 'expected', 'cancelled']), spans);
    const importance = 1 + below(5);
    const certainty = draw() < 0.6 ? pick(CERTAINTIES) : undefined;
    const sources = draw() < 0.6 ? some(PUBLISHERS, 3) : [];
    const published = draw() < 0.8 ? Date.UTC(2020 + below(6), below(12), 1 + below(28), below(24), below(60)) : undefined;
    const updated = published && draw() < 0.3 ? published + below(100) * 36e5 : undefined;
    const of = { lang, terms, published, updated: updated ?? published };
    const labels = Object.values(terms).flat().flatMap((label) => label.split(' '));
    entries.push({ ...of, id: `e${n}`, spans, stance: Object.values(stance), status, certainty, sources: sources.map(idOf), importance, words: [...title, `e${n}`, ...dek, ...body, ...labels, ...yearsOf(date)] });
    let listed = '';
    if (draw() < 0.2) {
      const [when, then] = madeDate();
      const name = wordsOf(lang, 2);
      const stage = possible(pick(['happened', 'expected']), then);
      // It has the certainty of its article, the source that it names, and no other.
      const source = sources.length && draw() < 0.5 ? below(sources.length) : undefined;
      const own = source === undefined ? [] : [idOf(sources[source])];
      entries.push({ ...of, id: `e${n}-sub`, spans: then, stance: [], status: stage, certainty, sources: own, importance: 3, words: [...name, ...labels, ...yearsOf(when)] });
      const from = source === undefined ? '' : `, source: s${source}`;
      listed = `entries:\n  - {id: e${n}-sub, title: "${name.join(' ')}", date: "${when}", status: ${stage}${from}}\n`;
    }
    const iso = (moment) => new Date(moment).toISOString();
    files.push([`e${n}.md`, [
      '---', `title: "${written(title)} e${n}"`, `date: "${date}"`, `lang: ${lang}`, `summary: "${written(dek)}"`,
      ...Object.entries(terms).map(([id, labels]) => `${id}: [${labels.map((label) => `"${label}"`).join(', ')}]`),
      ...(Object.keys(stance).length ? [`stance: {${Object.entries(stance).map(([who, what]) => `${who}: ${what}`)}}`] : []),
      `status: ${status}`, `importance: ${importance}`,
      ...(certainty ? [`certainty: ${certainty}`] : []),
      ...(sources.length ? ['sources:', ...sources.map((name, at) => `  - {id: s${at}, title: Report ${at}, url: "https://example.org/${n}/${at}", publisher: ${name}}`)] : []),
      ...(published ? [`published: ${iso(published)}`] : []), ...(updated ? [`updated: ${iso(updated)}`] : []),
      `${listed}---`, '', `**${body[0]}** *${body[1]}* [${body[2]}](https://example.org/hidden) ${body[3]}`, '',
    ].join('\n')]);
  }
  return { entries, files };
}

describe('the index of a site answers as a plain scan of its entries', { skip: !program && 'build dateline first, or say where it is in DATELINE' }, () => {
  const folder = mkdtempSync(join(tmpdir(), 'answers-'));
  const today = dayOf(2026, 5, 7);
  const { entries, files } = corpus(400);
  let index;
  let ids;
  const fetched = [];

  before(async () => {
    mkdirSync(join(folder, 'content'));
    writeFileSync(join(folder, 'site.yaml'), `title: T\nurl: https://example.org/\nstances:\n${STANCES.map((id) => `  ${id}: {label: ${id}}\n`).join('')}`);
    for (const [name, text] of files) writeFileSync(join(folder, 'content', name), text);
    execFileSync(program, ['build', '--root', folder, '--now', '2026-05-07T12:00:00Z'], { stdio: 'pipe' });
    const { open } = await import('../../src/render/modules/search.js');
    index = await open(async (file) => {
      fetched.push(file);
      return new Uint8Array(readFileSync(join(folder, 'public/search', file)));
    });
    ids = await Promise.all(Array.from({ length: index.count }, async (_, n) => {
      const { u } = await index.card(n);
      return u.includes('#') ? u.split('#entry-')[1] : u.split('/').at(-2);
    }));
    for (const entry of entries) {
      entry.forms = new Set(entry.words.flatMap((word) => [word, ...partsOf(word)]).map(scanFold));
      entry.families = new Set([...entry.forms].map(family));
    }
  });
  after(() => rmSync(folder, { recursive: true, force: true }));

  const allForms = () => [...new Set(entries.flatMap((entry) => [...entry.forms]))];
  /** What a word of a question means, by the rule that the index states. */
  function meant(word, last) {
    const forms = allForms();
    const begun = (start) => forms.filter((form) => form.startsWith(start));
    const long = [...word].length;
    if (last && long > 2 && begun(word).length) return begun(word);
    if (forms.includes(word)) return [word];
    if (long > 2 && begun(word).length) return begun(word);
    for (let cut = 1; cut <= 4 && long - cut >= 4; cut++) {
      const near = begun([...word].slice(0, -cut).join('')).filter((form) => [...form].length <= long + 3);
      if (near.length) return near;
    }
    return [];
  }
  const known = new Map();
  const families = (word, last) => {
    const key = `${word} ${last}`;
    if (!known.has(key)) known.set(key, new Set(meant(word, last).map(family)));
    return known.get(key);
  };
  const choicesOf = (entry, facet) => {
    switch (facet) {
      case 'status': return [entry.status, ...(entry.status === 'expected' && Math.max(...entry.spans.map(([, last]) => last)) < today ? ['overdue'] : [])];
      case 'certainty': return entry.certainty ? [entry.certainty] : [];
      case 'sources': return entry.sources;
      case 'stance': return entry.stance;
      case 'importance': return [`${entry.importance}`];
      default: return (entry.terms[facet] ?? []).map(idOf);
    }
  };
  const scan = ({ words = [], open, bounds, since, chosen = {} }, without) =>
    entries.filter((entry) =>
      words.every((word, n) => [...families(scanFold(word), open && n === words.length - 1)].some((one) => entry.families.has(one)))
      && (!bounds || entry.spans.some(([first, last]) => first <= bounds[1] && last >= bounds[0]))
      && (since === undefined || Math.max(entry.published ?? -Infinity, entry.updated ?? -Infinity) > since * 6e4)
      && Object.entries(chosen).every(([facet, wanted]) => facet === without || choicesOf(entry, facet).some((id) => wanted.includes(id))),
    );
  const named = (results) => results.map((n) => ids[n]).sort();
  const same = async (question, truth, about) => {
    const answer = await index.ask(question);
    assert.deepEqual(named(answer.results), scan(truth).map(({ id }) => id).sort(), about ?? JSON.stringify({ question, truth }));
    return answer;
  };

  it('has every entry once', () => {
    assert.deepEqual([...ids].sort(), entries.map(({ id }) => id).sort());
  });

  it('for 1,000 texts: forms, accents, beginnings, unknown words, several words', async (t) => {
    const forms = allForms();
    let found = 0;
    for (let n = 0; n < 1000; n++) {
      const words = Array.from({ length: 1 + below(3) }, () => {
        const word = pick(pick([...FAMILIES.en, ...FAMILIES.fr, ...FAMILIES.id, ...FAMILIES.ja, ['releas'], ['partnership'], ['nothing'], [pick(forms)]]));
        return pick([word, word, word.toUpperCase(), word.slice(0, 1 + below(word.length)), `${word}ing`, `${word}s`]);
      }).filter((word) => /^[\p{L}\p{M}\p{N}]+$/u.test(word));
      const open = draw() < 0.5;
      // Signs that stand alone are words each.
      const parts = words.flatMap((word) => (/[\u4e00-\u9fff]/u.test(word) ? word.match(/[\u4e00-\u9fff]|[^\u4e00-\u9fff]+/gu) : [word]));
      const question = { text: words.join(' ') + (open ? '' : ' '), strict: true };
      const answer = await same(question, { words: parts, open });
      // Best first, the same are found; where they are few, followed by entries with some of the words.
      const best = await index.ask({ ...question, sort: 'best' });
      const [all, more] = [new Set(answer.results), new Set(best.results)];
      assert.ok(answer.results.every((n) => more.has(n)), `${question.text}: none is missed`);
      assert.equal(best.partly, more.size > all.size);
      if (all.size >= 5) assert.equal(more.size, all.size, question.text);
      for (const n of best.results) {
        const one = entries.find(({ id }) => id === ids[n]);
        assert.ok(all.has(n) || parts.some((word, at) => [...families(scanFold(word), open && at === parts.length - 1)].some((some) => one.families.has(some))), `${question.text}: ${one.id}`);
      }
      found += answer.results.length > 0;
    }
    t.diagnostic(`${found} of 1,000 found something`);
    assert.ok(found > 300);
  });

  it('for every combination of filters, with and without period and text, and counts every choice', async (t) => {
    const facets = index.facets;
    assert.deepEqual(facets.map(({ id }) => id), ['organisations', 'people', 'tags', 'status', 'certainty', 'sources', 'stance', 'importance']);
    let asked = 0;
    for (let mask = 0; mask < 2 ** (facets.length + 3); mask++) {
      const chosen = {};
      for (const [n, facet] of facets.entries()) {
        if (mask & (1 << n)) chosen[facet.id] = some((await facet.all()).map(({ id }) => id), facet.id === 'tags' ? 12 : 3);
      }
      const question = { chosen, sort: pick(['happened', 'published', 'updated']) };
      const truth = { chosen };
      if (mask & (1 << facets.length)) {
        const year = 2017 + below(10);
        const month = 1 + below(12);
        const [from, to, bounds] = pick([
          [`${year}`, `${year + 1}`, [dayOf(year, 1, 1), dayOf(year + 1, 12, 31)]],
          [`${year}-${two(month)}`, '', [dayOf(year, month, 1), Infinity]],
          ['', `${year}-${two(month)}`, [-Infinity, dayOf(year, month + 1, 1) - 1]],
          [`${year}-${two(month)}-10`, `${year}-${two(month)}-20`, [dayOf(year, month, 10), dayOf(year, month, 20)]],
        ]);
        Object.assign(question, { from, to });
        truth.bounds = bounds;
      }
      if (mask & (1 << (facets.length + 1))) {
        const word = pick(pick(FAMILIES.en));
        question.text = `${word} `;
        truth.words = [word];
      }
      if (mask & (1 << (facets.length + 2))) question.since = truth.since = Date.UTC(2022, below(12), 1) / 6e4;
      const answer = await same(question, truth);
      if (draw() < 0.3) {
        const facet = pick(facets);
        const choices = await facet.all();
        const expected = choices.map(({ id }) => scan(truth, facet.id).filter((entry) => choicesOf(entry, facet.id).includes(id)).length);
        assert.deepEqual(answer.counts(facet, choices), expected, `${facet.id}: ${JSON.stringify(truth)}`);
      }
      if (question.sort !== 'happened') {
        const moments = answer.results.map((n) => entries.find(({ id }) => id === ids[n])[question.sort] ?? -Infinity);
        assert.deepEqual(moments, moments.toSorted((a, b) => (a === b ? 0 : b - a)), question.sort);
      }
      asked++;
    }
    t.diagnostic(`${asked} combinations`);
  });

  it('in the order of the timeline where all are days', async () => {
    const days = (await index.ask({})).results
      .map((n) => entries.find(({ id }) => id === ids[n]).spans)
      .filter(([[first, last], more]) => first === last && !more)
      .map(([[first]]) => first);
    assert.ok(days.length > 100);
    assert.deepEqual(days, days.toSorted((a, b) => b - a));
  });

  it('without fetching a file twice', () => {
    assert.deepEqual(fetched.filter((file, n) => fetched.indexOf(file) !== n), []);
  });
});
