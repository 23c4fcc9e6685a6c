// Feeds, calendars, data and sitemaps as programs read them that we did not write: of the site under test, and of
// a site of 10,000 generated headlines and texts, which hold whatever breaks out of XML, JSON and HTML.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { after, before, describe, it } from 'node:test';
import { extractFromJson, extractFromXml } from '@extractus/feed-extractor';
import Ajv from 'ajv/dist/2020.js';
import formats from 'ajv-formats';
import FeedParser from 'feedparser';
import ICAL from 'ical.js';
import Parser from 'rss-parser';
import { parseSitemap } from 'sitemap';
import { validateXML } from 'xmllint-wasm';
import { program, project } from './lib/served.js';
import { folder as tested } from './lib/site.js';

/** Paths of the files below a folder. */
const files = (root) => readdirSync(root, { recursive: true }).map((path) => path.replaceAll('\\', '/'));

const text = (root, path) => readFileSync(join(root, path), 'utf8');

/** What `feedparser` makes of a feed: its head and its items. It takes no wrong XML. */
const streamed = (xml) =>
  new Promise((resolve, reject) => {
    const items = [];
    const parser = new FeedParser({ normalize: true });
    parser.on('error', reject);
    parser.on('data', (item) => items.push(item));
    parser.on('end', () => resolve({ head: parser.meta, items }));
    Readable.from([xml]).pipe(parser);
  });

const plain = { normalization: false, descriptionMaxLen: 0, useISODateFormat: true };

async function readFeeds(root) {
  const paths = files(root);
  const feeds = paths.filter((path) => path.endsWith('feed.xml') || /(^|\/)feed\/\d+\.xml$/.test(path));
  assert.ok(feeds.length > 0);
  const ids = new Map();
  for (const path of feeds) {
    const xml = text(root, path);
    const [one, other] = [await new Parser().parseString(xml), await streamed(xml)];
    const third = extractFromXml(xml, plain);
    assert.equal(one.items.length, other.items.length, path);
    assert.equal(one.items.length, third.entry === undefined ? 0 : [third.entry].flat().length, path);
    assert.equal(one.title, other.head.title, path);
    one.items.forEach((item, n) => {
      const same = other.items[n];
      assert.equal(item.id, same.guid, path);
      // Its `title` has no tags; what it read has.
      assert.equal(item.title?.trim(), same['atom:title']['#']?.trim(), path);
      assert.equal(item.link, same.link, path);
      assert.ok(URL.canParse(item.link), item.link);
      assert.ok(!Number.isNaN(Date.parse(item.isoDate)), path);
      // Read twice, from two feeds, it says the same.
      const known = ids.get(item.id);
      if (known) assert.deepEqual([item.title, item.link], known, item.id);
      ids.set(item.id, [item.title, item.link]);
    });
  }
  for (const path of paths.filter((path) => path.endsWith('feed.json'))) {
    const json = JSON.parse(text(root, path));
    const read = extractFromJson(json, plain);
    assert.equal(read.items.length, json.items.length, path);
    for (const item of json.items) {
      const known = ids.get(item.id);
      if (known) assert.deepEqual([item.title?.trim(), item.url], [known[0]?.trim(), known[1]], item.id);
    }
  }
  return ids;
}

function readCalendars(root) {
  let events = 0;
  for (const path of files(root).filter((path) => path.endsWith('.ics'))) {
    const calendar = new ICAL.Component(ICAL.parse(text(root, path)));
    assert.equal(calendar.name, 'vcalendar');
    const seen = new Set();
    for (const component of calendar.getAllSubcomponents('vevent')) {
      const event = new ICAL.Event(component);
      assert.ok(event.uid && event.summary, path);
      assert.ok(!seen.has(event.uid), `${path}: ${event.uid} is there twice`);
      seen.add(event.uid);
      assert.ok(event.endDate.compare(event.startDate) >= 0, `${path}: ${event.summary}`);
      if (event.startDate.isDate) assert.ok(event.duration.toSeconds() >= 86_400, event.summary);
      assert.ok(Number.isInteger(event.sequence), event.summary);
      events += 1;
    }
  }
  return events;
}

function readData(root) {
  const ajv = formats(new Ajv({ allErrors: true, strict: true, allowUnionTypes: true, strictRequired: false }));
  const valid = ajv.compile(JSON.parse(text(root, 'data/entries.schema.json')));
  const entries = [];
  for (const path of files(root).filter((path) => /(^|\/)data\/entries(-[^./]+)?\.json$/.test(path))) {
    const data = JSON.parse(text(root, path));
    assert.ok(valid(data), `${path}: ${JSON.stringify(valid.errors?.slice(0, 3))}`);
    entries.push(...data.entries);
    const broken = { ...data, entries: [{}] };
    assert.ok(!valid(broken), 'the schema forbids what is none');
  }
  return entries;
}

async function readSitemaps(root) {
  const paths = files(root).filter((path) => /(^|\/)sitemap[^/]*\.xml$/.test(path));
  const schemas = new URL('node_modules/sitemap/schema/', import.meta.url);
  const schema = readFileSync(new URL('sitemap.xsd', schemas), 'utf8');
  let addresses = 0;
  for (const path of paths) {
    const xml = text(root, path);
    if (xml.includes('<sitemapindex')) continue;
    // The schema of news is at another host: those elements are left to the parser.
    const bare = xml.replace(/<news:news>.*?<\/news:news>|<xhtml:link[^>]*>/gs, '').replace(/ xmlns:(news|xhtml)="[^"]*"/g, '');
    if (bare.includes('<url>')) {
      const { valid, errors } = await validateXML({ xml: bare, schema });
      assert.ok(valid, `${path}: ${errors[0]?.message}`);
    }
    const read = await parseSitemap(Readable.from([xml]));
    for (const { url } of read) assert.ok(URL.canParse(url), url);
    addresses += read.length;
  }
  return addresses;
}

describe('programs of others read what the site offers', { timeout: 300_000 }, () => {
  it('feeds', async () => assert.ok((await readFeeds(tested)).size > 10));
  it('calendars', () => assert.ok(readCalendars(tested) > 0));
  it('data, by its own schema', () => assert.ok(readData(tested).length > 10));
  it('sitemaps', async () => assert.ok((await readSitemaps(tested)) > 10));
});

/** Numbers that are the same in every run. */
function numbers(seed) {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

const pieces = [
  'dam', 'opens', 'at Ely', '12 %', '“quoted”', '"straight"', "it's", '&', '&amp;', '&amp;lt;', '<b>', '</b>', '<script>', '</script>', ']]>', '<![CDATA[', '-->', '<!--', '<?xml?>',
  '\\', '\\n', '\\u0000', '`code`', '*stars*', '_lines_', '[a](b)', '[[c]]', '{{ x }}', '{% y %}', '${z}', '#', '=1+1', '+49', '-1', '@home', ';', ',', ':', '\u00a0', '\u200b', '\u202e', '\u2028', '\ufeff',
  '\u{1f680}', '\u{1f469}\u200d\u{1f680}', 'é', 'e\u0301', 'ﬁ', 'Ǆ', 'ß', 'هيئة', 'שלום', 'हिन्दी', '東京', '한국', 'Ελλάδα', 'Москва', 'ไทย', '\u{10ffff}', '\ufffd', 'a'.repeat(200), 'javascript:alert(1)', "' onload='", '" onload="', '%00', '../..', 'END:VEVENT', 'DTSTART:1',
];

const many = 10_000;

describe('10,000 generated headlines and texts', { timeout: 900_000 }, () => {
  let desk, root;
  before(() => {
    const pick = numbers(22);
    const words = (most) => Array.from({ length: 1 + pick(most) }, () => pieces[pick(pieces.length)]).join(' ');
    const articles = Array.from({ length: many }, (_, n) => {
      const title = JSON.stringify(`${n} ${words(6)}`);
      const month = String(1 + (n % 12)).padStart(2, '0');
      const [date, status] = n % 10 ? [`20${10 + (n % 15)}-${month}-11`, ''] : [`2031-${month}`, 'status: expected\n'];
      const published = new Date(Date.UTC(2010, 0, 1) + n * 86_400_000 / 2).toISOString();
      return [
        `content/a${n}.md`,
        `---\nid: a${n}\ntitle: ${title}\ndate: ${date}\n${status}published: ${published}\ntags: [t${n % 7}]\nsummary: ${JSON.stringify(words(8))}\n---\n\n${words(12)}\n\n> ${words(5)}\n\n\`${words(2).replaceAll('`', '')}\`\n`,
      ];
    });
    desk = project({
      'site.yaml': 'title: "Desk & <sons> ]]>"\nurl: https://example.org/\nlenient: true\nfeatures: {json_feeds: true, search: false}\n',
      ...Object.fromEntries(articles),
    });
    root = join(desk.root, 'public');
    execFileSync(program, ['build', '--quiet', '--root', desk.root, '--now', '2025-01-15'], { stdio: 'pipe', maxBuffer: 2 ** 28 });
  });
  after(() => desk?.done());

  it('every article is in the feed or its archives, once', async () => {
    const ids = await readFeeds(root);
    const articles = [...ids.values()].map(([, link]) => link);
    assert.equal(new Set(articles).size, many);
  });

  it('feeds and data have the same headlines', async () => {
    const ids = await readFeeds(root);
    const titles = new Map([...ids.values()].map(([title, link]) => [link, title]));
    const entries = readData(root);
    assert.equal(entries.length, many);
    // A program of feeds trims, and leaves out what XML forbids.
    const same = (title) => title?.replace(/\s+/gu, ' ').trim();
    for (const { title, url } of entries) assert.equal(same(titles.get(url)), same(title), url);
  });

  it('no text becomes an element of its own in a feed', async () => {
    for (const path of files(root).filter((path) => /(^|\/)feed(\/\d+)?\.xml$/.test(path))) {
      const { items } = await streamed(text(root, path));
      for (const { description } of items) assert.doesNotMatch(description ?? '', /<script|<[a-z][^>]* onload=/i, path);
    }
  });

  it('every expected entry is an event of the calendar', () => assert.ok(readCalendars(root) >= many / 10));

  it('the sitemap has every article', async () => assert.ok((await readSitemaps(root)) >= many));
});
