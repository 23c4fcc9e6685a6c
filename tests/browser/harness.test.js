// The other tests are worth what their instruments see. Here they look at a page with every fault.
import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { get } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { faults, launch, reader } from './lib/browser.js';
import { attribute, tags } from './lib/html.js';
import { serve } from './lib/site.js';

const bad = `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>Bad</title>
<style>p { color: red }</style><link rel="stylesheet" href="bad.css"><script src="bad.js" defer></script></head>
<body><main><h1>One</h1><h1>Two</h1><p class="faint">Hard to read</p><img src="http://192.0.2.1/spy.png" alt="">
<div class="wide">Wide</div><p class="off">Out to the right, where nobody scrolls</p></main></body></html>`;

const good = `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>Good</title><meta name="viewport" content="width=device-width">
<link rel="stylesheet" href="good.css"></head><body><main><h1>One</h1><p>Text</p></main></body></html>`;

describe('the instruments see what they are for', () => {
  let root;
  let site;
  let browser;
  let reads;
  before(async () => {
    root = mkdtempSync(join(tmpdir(), 'dateline-bad-'));
    writeFileSync(join(root, 'index.html'), good);
    writeFileSync(join(root, 'good.css'), 'body { background: #fff; color: #000 }');
    writeFileSync(join(root, 'bad.html'), bad);
    writeFileSync(
      join(root, 'bad.css'),
      'body { background: #fff; color: #000 } .faint { color: #ccc } .wide { width: 90rem } .off { position: absolute; left: 100vw; white-space: nowrap }',
    );
    writeFileSync(
      join(root, 'bad.js'),
      'setTimeout(() => document.querySelector("main").prepend(Object.assign(document.createElement("div"), { textContent: "late", style: "height: 9rem" })), 120); throw new Error("oh");',
    );
    site = await serve(root, '/');
    browser = await launch();
    reads = await reader(browser, site, { width: 390, height: 844 });
  });
  after(async () => {
    await reads?.close();
    await browser?.close();
    await site?.close();
    rmSync(root, { recursive: true, force: true });
  });

  it('a good page is found good', async () => {
    const troubles = await reads.open('/');
    assert.deepEqual([...troubles, ...(await faults(reads.page))], []);
  });

  it('a bad page is found bad in every respect', async () => {
    const troubles = await reads.open('/bad.html');
    const all = [...troubles, ...(await faults(reads.page))].join('\n');
    for (const fault of [
      /the layout shifts by 0\.\d/,
      /it scrolls sideways: 14\d\d px in 390/,
      /it has 2 elements h1/,
      /text runs over the edge: "Out to the right/,
      /style-src-elem refused inline/,
      /img-src refused http:\/\/192\.0\.2\.1/,
      /the console says: .*Content Security Policy/,
      /a script fails: oh/,
      /axe, color-contrast, 1 times/,
    ]) {
      assert.match(all, fault);
    }
  });

  it('a request to another host is stopped and told', async () => {
    const troubles = await reads.open('/');
    await reads.page.evaluate(() => {
      location.href = 'http://192.0.2.1/';
    });
    await reads.page.waitForTimeout(200);
    assert.match(troubles.join('\n'), /it asks another host: http:\/\/192\.0\.2\.1\//);
  });

  it('the server gives out nothing from outside the site', async () => {
    const status = await new Promise((answered, failed) => {
      const { hostname, port } = new URL(site.origin);
      get({ hostname, port, path: '/..%2f..%2fetc/hosts' }, (response) => {
        response.resume();
        answered(response.statusCode);
      }).on('error', failed);
    });
    assert.equal(status, 404);
  });

  it('the tokeniser reads attributes and leaves scripts and comments alone', () => {
    const found = tags(
      '<!-- <a href="/no"> --><A HREF=\'/a?b&amp;c\' title="x > y">a</A><script src="/s.js">"<a href=/no>"</script><img src=/i.png hidden>',
    );
    assert.deepEqual(found.map(({ name }) => name), ['a', 'script', 'img']);
    assert.deepEqual(found.map((tag) => attribute(tag, 'href') ?? attribute(tag, 'src')), ['/a?b&c', '/s.js', '/i.png']);
    assert.equal(attribute(found[0], 'title'), 'x > y');
    assert.equal(attribute(found[2], 'hidden'), '');
  });
});
