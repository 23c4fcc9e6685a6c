// What a search costs a reader: SITE=FOLDER node search-cost.js WORDS…
import { createServer } from 'node:http';
import { readFileSync } from 'node:fs';
import { extname } from 'node:path';
import { gzipSync } from 'node:zlib';
import { launch } from './lib/browser.js';
import { fileAt, prefix } from './lib/site.js';

const types = { '.html': 'text/html; charset=utf-8', '.js': 'text/javascript', '.css': 'text/css', '.json': 'application/json', '.svg': 'image/svg+xml' };
let sent = [];
const server = createServer((request, response) => {
  const { pathname } = new URL(request.url, 'http://127.0.0.1');
  const file = fileAt(pathname);
  if (!file) return response.writeHead(404).end();
  const bytes = gzipSync(readFileSync(file));
  sent.push([pathname, bytes.length]);
  response.writeHead(200, { 'Content-Type': types[extname(file)] ?? 'application/octet-stream', 'Content-Encoding': 'gzip' });
  return response.end(bytes);
});
await new Promise((listening) => server.listen(0, '127.0.0.1', listening));
const address = `http://127.0.0.1:${server.address().port}${prefix}explore/`;
const browser = await launch();
const sum = (some) => some.reduce((total, [, bytes]) => total + bytes, 0);

for (const text of process.argv.slice(2)) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
  const page = await context.newPage();
  await page.goto(address, { waitUntil: 'networkidle' });
  sent = [];
  await page.focus('#explore-text');
  await page.waitForTimeout(500);
  /** Milliseconds from a key until the list is another. */
  const typed = (value) =>
    page.evaluate(
      (value) =>
        new Promise((seen) => {
          const field = document.querySelector('#explore-text');
          const from = performance.now();
          const watch = new MutationObserver(() => {
            watch.disconnect();
            seen(Math.round(performance.now() - from));
          });
          watch.observe(document.querySelector('.found-list .entries'), { childList: true });
          field.value = value;
          field.dispatchEvent(new Event('input', { bubbles: true }));
        }),
      value,
    );
  const cold = await typed(text);
  await page.waitForLoadState('networkidle');
  await page.waitForTimeout(1000);
  const index = sum(sent.filter(([path]) => path.startsWith(`${prefix}search/`)));
  const all = sum(sent);
  const warm = await typed(`${text} `);
  console.log(`${text}: ${await page.textContent('[data-found]')}; first results after ${cold} ms, then ${warm} ms; ${index} bytes of index, ${all} with excerpts, gzip`);
  await context.close();
}
await browser.close();
server.close();
