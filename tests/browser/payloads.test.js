// Nothing that a text, a key, a name or an address brings runs in a real browser, without a content
// security policy. With raw HTML that is trusted, most of it does: the control.
//
// PAYLOADS=all tries every shape at every place (some minutes); without it, every sixth.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { extname, join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { launch } from './lib/browser.js';
import { payloads } from './lib/payloads.js';
import { project } from './lib/served.js';

const root = join(import.meta.dirname, '../..');
const program = process.env.DATELINE ?? join(root, 'target/debug/dateline');
const every = process.env.PAYLOADS === 'all' ? 1 : 6;
const shapes = payloads().map((text, n) => [n, text]).filter(([n]) => n % every === 0);

/** A text in double quotes, as YAML has it. */
const quoted = (text) => JSON.stringify(text).replaceAll('\u2028', '\\u2028');
/** A text as the name of a file; its number keeps it apart. */
const named = (n, text) => `${n} ${text.replaceAll(/[\0/\n]/g, '').slice(0, 60)}`;

/** An article that has a text at every place. `raw` has nothing but the text itself. */
function article(n, text, raw) {
  const q = quoted(text);
  const line = text.replaceAll('\n', ' ');
  if (raw) return `---\ntitle: T${n}\nslug: s${n}\ndate: 2025-01-01\n---\n\n${text}\n\nx ${line}\n`;
  return `---
id: ${quoted(`i${n}${line}`)}
title: ${q}
slug: s${n}
date: 2025-01-${String((n % 28) + 1).padStart(2, '0')}
wording: ${q}
published: 2025-02-01
place: ${q}
summary: ${q}
authors: [${q}]
organisations: [${q}]
people: [${q}]
tags: [${q}, t]
story: ${q}
image: {src: p.png, alt: ${q}, caption: ${q}, credit: ${q}}
sources:
  - {id: s, title: ${q}, publisher: ${q}, url: ${q}, archived: ${q}, authors: [${q}]}
  - {id: r, title: R, url: ${quoted(`https://example.org/${text}`)}}
entries:
  - {id: e${n}, title: ${q}, date: 2027, status: expected, wording: ${q}, summary: ${q}, place: ${q}, slipped: [{from: 2026, wording: ${q}}]}
corrections:
  - {date: 2025-02-02, text: ${q}}
aliases: [${quoted(`/old/${n}/${line}/`)}]
---

${text}

Inline ${line} in a line, *${line}*, [${line}](https://example.org/), ![${line}](p.png), \`${line}\`[^s] and a note[^n].

## ${line} {#${line}}

- ${line}

> ${line}

| ${line} | b |
|---|---|
| ${line} | c |

\`\`\`${line}
${text}
\`\`\`

[x](<${line}>) [x](${line}) ![x](<${line}>) ![x](https://youtu.be/${line}) <${line}> [[${line}]] [[a|${line}]]

<div title="${line}">

${text}

</div>

<a href="${line}" title='${line}' id="${line}" class="${line}">x</a> <img src="${line}" alt="${line}">

[y][r] ${line}

[r]: <${line}> "${line}"
[^n]: ${text.replaceAll('\n', '\n    ')}
`;
}

/** The texts of `site.yaml`, and of files that are no articles. */
function site(text, more = '') {
  const q = quoted(text);
  return `title: ${q}
url: https://example.org/
lenient: true
lint: {missing-source: off, missing-published: off, vague-title: off}
description: ${q}
publisher: {name: ${q}, report: ${q}, corrections_policy: ${q}, masthead: ${q}}
links: [{label: ${q}, url: ${q}, rel: ${q}}]
slots: {notice: {text: ${q}, link: ${q}}}
taxonomies: {models: {title: ${q}, singular: ${q}}}
embeds: [youtube.com]
${more}`;
}

/** Builds a project; files with errors are left out, as many as it takes. Returns its pages. */
function built(files) {
  const desk = project(files);
  const pages = join(desk.root, 'public');
  for (let round = 0; round < 12; round += 1) {
    const { status, stdout, stderr } = spawnSync(
      program,
      ['build', '--root', desk.root, '--now', '2026-01-15', '--format', 'json', '--output', pages],
      { encoding: 'utf8', maxBuffer: 1 << 28 },
    );
    if (status === 0) return { desk, pages };
    const said = stdout.split('\n').filter(Boolean).map((line) => JSON.parse(line));
    const wrong = new Set(said.filter(({ severity, file }) => severity === 'error' && file).map(({ file }) => file));
    assert.ok(wrong.size > 0, `${stderr}\n${stdout.slice(0, 4000)}`);
    for (const file of wrong) desk.remove(file);
  }
  throw new Error('errors without end');
}

const types = { '.html': 'text/html; charset=utf-8', '.css': 'text/css', '.js': 'text/javascript', '.json': 'application/json', '.xml': 'application/xml', '.svg': 'image/svg+xml', '.png': 'image/png' };

/** Serves a folder without any header of the site's host. */
async function plain(folder) {
  const server = createServer((asked, reply) => {
    // Content asks for addresses that are none, too.
    try {
      const path = decodeURIComponent(new URL(asked.url, 'http://x').pathname);
      const name = path.endsWith('/') ? `${path}index.html` : path;
      const bytes = readFileSync(join(folder, name));
      reply.writeHead(200, { 'Content-Type': types[extname(name)] ?? 'application/octet-stream' }).end(bytes);
    } catch {
      reply.writeHead(404).end();
    }
  });
  await new Promise((done) => server.listen(0, '127.0.0.1', done));
  return { origin: `http://127.0.0.1:${server.address().port}`, end: () => server.close() };
}

/** Runs in each page: what would run if a reader pressed it. */
function armed() {
  const found = [];
  // How the browser shows XML is its own page.
  if (!/html|svg/.test(document.contentType)) return found;
  const leads = ['href', 'src', 'action', 'formaction', 'data', 'xlink:href', 'poster', 'srcdoc', 'background'];
  for (const element of document.querySelectorAll('*')) {
    for (const { name, value } of element.attributes) {
      if (/^on/i.test(name)) found.push(`${element.localName} ${name}`);
      // As the address parser of browsers reads it.
      // eslint-disable-next-line no-control-regex
      const address = value.replace(/[\t\n\r]/g, '').replace(/^[\0- ]+/, '');
      const runs = /^(javascript|vbscript|data|blob):/i.test(address);
      // The program's own favicon for its pages of errors.
      if (leads.includes(name) && runs && value !== 'data:,') found.push(`${element.localName} ${name}=${value}`);
    }
    const own = element.src === '' || new URL(element.src, location.href).origin === location.origin;
    const data = element.type === 'application/ld+json';
    if (element.localName === 'script' && !data && (!own || element.textContent)) found.push(`script ${element.outerHTML}`);
    if (/^(iframe|object|embed|base|frame|applet|style)$/.test(element.localName)) found.push(element.outerHTML);
  }
  return found;
}

/** Opens every page; returns what ran, and what would run. */
async function opened(browser, origin, paths) {
  const context = await browser.newContext({ bypassCSP: true });
  const ran = [];
  await context.exposeFunction('ran', (...numbers) => void ran.push(`ran ${numbers}`));
  await context.route((url) => url.protocol.startsWith('http') && url.origin !== origin, (route) => route.abort());
  const page = await context.newPage();
  page.on('dialog', (dialog) => dialog.dismiss());
  for (const path of paths) {
    const before = ran.length;
    await page.goto(origin + path, { waitUntil: 'load' }).catch(() => {});
    // Events of pictures, animations and focus come after it.
    await page.waitForTimeout(20);
    const found = await page.evaluate(armed).catch(() => []);
    ran.push(...found.map((what) => `would run: ${what}`));
    for (let n = before; n < ran.length; n += 1) ran[n] = `${path}: ${ran[n]}`;
  }
  await context.close();
  return ran;
}

const png = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAQAAAC1HAwCAAAAC0lEQVR42mNkYAAAAAYAAjCB0C8AAAAASUVORK5CYII=', 'base64');

describe('what content brings', { timeout: 3_600_000 }, () => {
  let browser;
  const open = [];
  before(async () => {
    browser = await launch();
  });
  after(async () => {
    await browser?.close();
    for (const end of open) end();
  });

  const tried = async (files) => {
    const { desk, pages } = built(files);
    const server = await plain(pages);
    open.push(desk.done, server.end);
    const { readdirSync } = await import('node:fs');
    const all = readdirSync(pages, { recursive: true, withFileTypes: true })
      .filter((file) => file.isFile() && /\.(html|xml|svg)$/.test(file.name))
      .map((file) => join(file.parentPath ?? file.path, file.name).slice(pages.length));
    const addresses = all.map((path) => path.split('/').map(encodeURIComponent).join('/').replace(/index\.html$/, ''));
    return { addresses, ran: await opened(browser, server.origin, addresses) };
  };

  it(`does not run: ${shapes.length} shapes at every place`, async () => {
    const files = { 'site.yaml': site('T') };
    for (const [n, text] of shapes) {
      files[`content/a${n}/index.md`] = article(n, text, false);
      files[`content/a${n}/p.png`] = png;
      files[`content/a${n}/${named(n, text)}.png`] = png;
      files[`content/${named(n, text)}.md`] = `---\ntitle: N${n}\ndate: 2025\n---\n\nx\n`;
      files[`content/b${n}.md`] = article(`b${n}`, text, true);
    }
    const { addresses, ran } = await tried(files);
    assert.ok(addresses.length > shapes.length, `${addresses.length} pages`);
    assert.deepEqual(ran, []);
  });

  it('does not run from site.yaml', async () => {
    const texts = shapes.filter((_, n) => n % (every === 1 ? 12 : 10) === 0);
    const all = [];
    for (const [, text] of [...texts, [0, shapes.map(([, text]) => text).join(' ')]]) {
      const said = { 'site.yaml': site(text), 'content/a.md': article('x', 'x', true) };
      // A text that is refused as an address or a menu is no text of the site.
      try {
        all.push(...(await tried(said)).ran);
      } catch (error) {
        assert.match(String(error), /"site\.yaml"|ENOENT/);
      }
    }
    assert.deepEqual(all, []);
  });

  it('runs where raw HTML is trusted: the control', async () => {
    const files = { 'site.yaml': site('T', 'markdown: {raw_html: trust}\n') };
    for (const [n, text] of shapes) files[`content/b${n}.md`] = article(`b${n}`, text, true);
    const { ran } = await tried(files);
    const pages = new Set(ran.map((what) => what.split(':')[0]));
    assert.ok(pages.size > (every === 1 ? 150 : 20), `only ${pages.size} pages run`);
  });
});
