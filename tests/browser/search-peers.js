// How high the right entry stands with Pagefind on the same pages, in the same browser:
// DATELINE=PROGRAM node search-peers.js (not a test). It gets Pagefind from npm.
import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { extname, join } from 'node:path';
import { aside, build, mean, named, SITES } from './lib/questions.js';
import { launch } from './lib/browser.js';

const PAGEFIND = 'pagefind@1.6.0';
const root = join(import.meta.dirname, '../..');
const program = [process.env.DATELINE, ...['release', 'debug'].map((profile) => join(process.env.CARGO_TARGET_DIR ?? join(root, 'target'), profile, 'dateline'))]
  .find((path) => path && existsSync(path));
if (!program) throw new Error('build dateline first, or say where it is in DATELINE');
const types = { '.html': 'text/html; charset=utf-8', '.js': 'text/javascript', '.json': 'application/json', '.css': 'text/css', '.wasm': 'application/wasm' };

const browser = await launch();
for (const [name, { questions }] of Object.entries(SITES)) {
  const folder = mkdtempSync(join(tmpdir(), 'peers-'));
  let server;
  try {
    const out = build(program, name, folder);
    execFileSync('npx', ['--yes', PAGEFIND, '--site', out, '--root-selector', 'main'], { stdio: 'pipe' });
    let sent = 0;
    server = createServer((request, response) => {
      const path = join(out, decodeURIComponent(new URL(request.url, 'http://127.0.0.1').pathname));
      const file = existsSync(path) && statSync(path).isDirectory() ? join(path, 'index.html') : path;
      if (!existsSync(file)) return response.writeHead(404).end();
      const bytes = readFileSync(file);
      sent += bytes.length;
      response.writeHead(200, { 'Content-Type': types[extname(file)] ?? 'application/octet-stream' });
      return response.end(bytes);
    });
    await new Promise((listening) => server.listen(0, '127.0.0.1', listening));
    const page = await browser.newPage();
    await page.goto(`http://127.0.0.1:${server.address().port}/404.html`);
    const label = (address) => page.evaluate(async (address) => new DOMParser().parseFromString(await (await fetch(address)).text(), 'text/html').querySelector('h1')?.textContent.trim(), address);
    const ranks = { Pagefind: [], Dateline: [] };
    const { open } = await import('../../src/render/modules/search.js');
    const index = await open(async (file) => new Uint8Array(readFileSync(join(out, 'search', file))));
    const ids = await Promise.all(Array.from({ length: index.count }, async (_, n) => named((await index.card(n)).u)));
    // An entry that an article lists is on the article's page, which is all that Pagefind finds.
    const within = new Map(await Promise.all(Array.from({ length: index.count }, async (_, n) => {
      const { u } = await index.card(n);
      return [named(u), named(u.split('#')[0])];
    })));
    const said = new Map();
    const before = sent;
    for (const [text, ...wanted] of questions) {
      const found = await page.evaluate(async (text) => {
        const pagefind = await import('/pagefind/pagefind.js');
        const { results } = await pagefind.search(text);
        return Promise.all(results.slice(0, 30).map(async (one) => (await one.data()).url));
      }, text);
      const pages = wanted.map((id) => within.get(id) ?? id);
      let rank = 0;
      for (const [n, url] of found.entries()) {
        const id = named(new URL(url, 'http://x').pathname);
        if (id.includes('/') && !said.has(id)) said.set(id, `=${await label(url)}`);
        if (pages.includes(id) || pages.includes(said.get(id))) {
          rank = n + 1;
          break;
        }
      }
      ranks.Pagefind.push(rank);
      const { results, terms } = await index.ask({ text, sort: 'best' });
      ranks.Dateline.push([...terms.map(({ t }) => `=${t}`), ...results.map((n) => ids[n])].findIndex((id) => wanted.includes(id)) + 1);
    }
    for (const [who, list] of Object.entries(ranks)) {
      const part = (which) => mean(list.filter((_, n) => aside(n) === which)).toFixed(3);
      console.log(`${name}, ${who}: mean reciprocal rank ${mean(list).toFixed(3)} of ${list.length} (kept aside ${part(true)}, others ${part(false)}); first in ${list.filter((rank) => rank === 1).length}, not found in ${list.filter((rank) => !rank).length}`);
    }
    console.log(`${name}, Pagefind: ${sent - before} bytes sent for all questions`);
    await page.close();
  } finally {
    server?.close();
    rmSync(folder, { recursive: true, force: true });
  }
}
await browser.close();
