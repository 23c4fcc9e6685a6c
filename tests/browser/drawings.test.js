// Drawings and files that come with content run nothing, opened by themselves under the media types
// that hosts give them, without a content security policy. `WHOLE=1` tries each of them.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { launch, visit } from './lib/browser.js';
import { drawings, files } from './lib/drawings.js';

const root = join(import.meta.dirname, '../..');
const program = [process.env.DATELINE, ...['release', 'debug'].map((profile) => join(process.env.CARGO_TARGET_DIR ?? join(root, 'target'), profile, 'dateline'))]
  .find((path) => path && existsSync(path));
const whole = process.env.WHOLE === '1';

const call = (number) => `ran(${number})`;
const sample = (list, every) => list.filter((_, number) => whole || number % every === 0);

// The media types of each host for an ending; `undefined`: none is sent. nginx: conf/mime.types and
// the default of the packaged nginx.conf; Caddy: the table of Go without a system's mime.types; GitHub
// Pages and Netlify: mime-db.
const binary = 'application/octet-stream';
const HOSTS = {
  nginx: {
    svg: 'image/svg+xml', svgz: 'image/svg+xml', html: 'text/html', htm: 'text/html', shtml: 'text/html',
    xml: 'text/xml', rss: 'application/rss+xml', atom: 'application/atom+xml', txt: 'text/plain', jpg: 'image/jpeg',
    png: 'image/png', bmp: 'image/x-ms-bmp', js: 'application/javascript', json: 'application/json',
    kml: 'application/vnd.google-earth.kml+xml', pdf: 'application/pdf', rtf: 'application/rtf',
    xhtml: 'application/xhtml+xml', zip: 'application/zip', mp3: 'audio/mpeg', mp4: 'video/mp4',
    docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', default: binary,
  },
  caddy: {
    svg: 'image/svg+xml', html: 'text/html; charset=utf-8', htm: 'text/html; charset=utf-8', jpg: 'image/jpeg',
    js: 'text/javascript; charset=utf-8', json: 'application/json', pdf: 'application/pdf', png: 'image/png',
    xml: 'text/xml; charset=utf-8', default: undefined,
  },
  'mime-db': {
    svg: 'image/svg+xml', svgz: 'image/svg+xml', html: 'text/html; charset=utf-8', htm: 'text/html; charset=utf-8',
    shtml: 'text/html; charset=utf-8', xhtml: 'application/xhtml+xml', xht: 'application/xhtml+xml', xml: 'application/xml',
    xsl: 'application/xml', xsd: 'application/xml', rdf: 'application/rdf+xml', atom: 'application/atom+xml',
    txt: 'text/plain; charset=utf-8', csv: 'text/csv; charset=utf-8', tsv: 'text/tab-separated-values', ics: 'text/calendar; charset=utf-8',
    vcf: 'text/x-vcard', vtt: 'text/vtt', srt: 'text/plain', eml: 'message/rfc822', geojson: 'application/geo+json',
    json: 'application/json', rtf: 'text/rtf', kml: 'application/vnd.google-earth.kml+xml', gpx: 'application/gpx+xml',
    mathml: 'application/mathml+xml', js: 'application/javascript; charset=utf-8', jpg: 'image/jpeg', png: 'image/png', bmp: 'image/bmp',
    pdf: 'application/pdf', zip: 'application/zip', gz: 'application/gzip', mp3: 'audio/mpeg', mp4: 'video/mp4',
    ttf: 'font/ttf', default: binary,
  },
};
// What no host here does, and a drawing survives all the same.
const OTHERS = ['text/xml', 'application/xml', 'text/html', undefined];

describe('what content brings runs nothing', () => {
  const all = drawings(call);
  const others = files(call);
  let project;
  let server;
  let browser;
  let page;
  // What the server answers next, and which calls came.
  let given;
  const calls = new Set();

  before(async () => {
    assert.ok(program, 'There is no program: build it, or name it with DATELINE.');
    project = mkdtempSync(join(tmpdir(), 'dateline-drawings-'));
    const folder = join(project, 'content/a');
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(project, 'site.yaml'), 'title: T\nurl: https://example.org/\nlenient: true\n');
    writeFileSync(join(folder, 'index.md'), '---\ntitle: Alpha happened today\ndate: 2025-01-01\n---\nText.\n');
    all.forEach((text, number) => writeFileSync(join(folder, `d${number}.svg`), text));
    others.forEach(([ending, text], number) => writeFileSync(join(folder, ending ? `f${number}.${ending}` : `f${number}`), text));
    execFileSync(program, ['build', '--root', project, '--quiet'], { stdio: ['ignore', 'ignore', 'ignore'] });
    server = createServer((request, response) => {
      if (!request.url.startsWith('/it')) {
        response.writeHead(404);
        return response.end();
      }
      response.writeHead(200, given.type ? { 'Content-Type': given.type } : {});
      response.end(given.bytes);
    });
    await new Promise((listening) => server.listen(0, '127.0.0.1', listening));
    browser = await launch();
    const context = await browser.newContext();
    await context.exposeFunction('ran', (number) => calls.add(number));
    const origin = `http://127.0.0.1:${server.address().port}`;
    await context.route(
      (asked) => asked.protocol.startsWith('http') && asked.origin !== origin,
      (route) => route.abort(),
    );
    page = await context.newPage();
    page.on('dialog', (dialog) => dialog.dismiss());
    page.address = (ending) => `${origin}/it${ending ? `.${ending}` : ''}`;
  });
  after(async () => {
    await browser?.close();
    await new Promise((closed) => (server ? server.close(closed) : closed()));
    server?.closeAllConnections();
    if (project) rmSync(project, { recursive: true, force: true });
  });

  /** Opens bytes by themselves, does what a reader may do, and says whether anything ran. */
  const runs = async (bytes, type, ending = 'svg') => {
    calls.clear();
    given = { bytes, type };
    // What is saved and not shown ends the navigation with an error.
    const opened = await visit(page, page.address(ending), { timeout: 5000 }).catch(() => undefined);
    if (!opened) return calls.size > 0;
    await page
      .evaluate(async () => {
        const events = ['mouseover', 'mousemove', 'mouseenter', 'mousedown', 'mouseup', 'pointerover', 'pointerdown', 'focus', 'focusin', 'touchstart', 'keydown', 'wheel', 'scroll', 'auxclick', 'copy', 'click'];
        const elements = [...document.querySelectorAll('*')].slice(0, 20);
        for (const element of elements) {
          for (const name of events) element.dispatchEvent(new MouseEvent(name, { bubbles: true, cancelable: true, view: window }));
        }
        await new Promise((later) => setTimeout(later, 30));
      })
      .catch(() => undefined);
    return calls.size > 0;
  };

  it('there are a hundred drawings and more', () => {
    assert.ok(all.length >= 150, `${all.length} drawings`);
    assert.ok(others.length >= 80, `${others.length} files`);
  });

  it('unfiltered, many of the drawings run', async () => {
    let ran = 0;
    const tried = sample(all, 2);
    for (const text of tried) ran += await runs(Buffer.from(text), 'image/svg+xml');
    assert.ok(ran > (whole ? 60 : 20), `${ran} of ${tried.length} ran`);
    console.log(`# ${ran} of ${tried.length} unfiltered drawings ran`);
  });

  it('as they are published, none of them runs', async () => {
    let opened = 0;
    const ran = [];
    for (const [number, text] of all.entries()) {
      if (!whole && number % 4 > 0) continue;
      const bytes = readFileSync(join(project, `public/a/d${number}.svg`));
      const types = [...new Set(Object.values(HOSTS).map((types) => types.svg)), ...(whole ? OTHERS : [])];
      for (const type of types) {
        opened += 1;
        if (await runs(bytes, type)) ran.push(`${type}: ${text} gave ${bytes}`);
      }
    }
    assert.deepEqual(ran, []);
    console.log(`# ${opened} published drawings opened, none ran`);
  });

  it('what is published as XML is XML', async () => {
    given = { bytes: Buffer.from('<!doctype html><title>x</title>'), type: 'text/html' };
    await visit(page, page.address('html'));
    const texts = all.map((_, number) => readFileSync(join(project, `public/a/d${number}.svg`), 'utf8'));
    const broken = await page.evaluate(
      (texts) => texts.filter((text) => new DOMParser().parseFromString(text, 'image/svg+xml').querySelector('parsererror')),
      texts,
    );
    assert.deepEqual(broken, []);
  });

  it('no other file runs under the media type of any host', async () => {
    let opened = 0;
    let unfiltered = 0;
    const ran = [];
    for (const [host, types] of Object.entries(HOSTS)) {
      for (const [number, [ending, text]] of others.entries()) {
        if (!whole && number % 5 > 0) continue;
        const type = ending in types ? types[ending] : types.default;
        unfiltered += await runs(Buffer.from(text), type, ending);
        const file = join(project, 'public/a', ending ? `f${number}.${ending}` : `f${number}`);
        if (!existsSync(file)) continue;
        opened += 1;
        const bytes = readFileSync(file);
        if (await runs(bytes, type, ending)) ran.push(`${host}, ${type}: .${ending} ${bytes}`);
      }
    }
    assert.deepEqual(ran, []);
    assert.ok(unfiltered > (whole ? 40 : 5), `${unfiltered} unfiltered files ran`);
    console.log(`# ${opened} published files opened, none ran; ${unfiltered} unfiltered ones ran`);
  });
});
