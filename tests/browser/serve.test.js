// What an editor sees while writing: `dateline serve` in a real browser.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createServer, request } from 'node:http';
import { after, afterEach, before, beforeEach, describe, it } from 'node:test';
import { faults, launch, reader } from './lib/browser.js';
import { project, served } from './lib/served.js';

const site = 'title: Desk\nurl: https://example.org/\nlint: {missing-source: off, missing-published: off, vague-title: off}\n';
const words = Array.from({ length: 60 }, (_, n) => `Paragraph ${n} of a long text, so that there is a place to scroll to.\n`);
const long = (title, more = '') =>
  `---\ntitle: ${title}\ndate: 2025-12-09\norganisations: [Ely Council]\n${more}---\n\n${words.join('\n')}`;
const theme = (name) => new URL(`../../templates/${name}`, import.meta.url);

describe('what is saved shows by itself', { timeout: 300_000 }, () => {
  let browser;
  let desk;
  let server;
  let reads;
  let page;
  before(async () => {
    // A name that another site points at this machine.
    browser = await launch({ args: ['--host-resolver-rules=MAP news.example 127.0.0.1'] });
  });
  after(() => browser?.close());
  beforeEach(() => {
    desk = project({
      'site.yaml': site,
      'content/ely.md': long('The dam at Ely'),
      'content/gates.md': long('Gates of Denver'),
      'content/draft.md': long('Not public yet', 'draft: true\n'),
    });
  });
  afterEach(async () => {
    await reads?.close();
    reads = undefined;
    await server?.end();
    server = undefined;
    desk.done();
  });

  /** Serves the desk and opens a page of it, with a mark that a reload would wipe away. */
  const open = async (path, { args = [], ...how } = {}) => {
    server = await served(desk.root, ...args);
    reads = await reader(browser, server, how);
    page = reads.page;
    const troubles = await reads.open(path);
    await page.evaluate(() => {
      globalThis.sameWindow = true;
    });
    return troubles;
  };
  const same = () => page.evaluate(() => globalThis.sameWindow === true);
  const heading = (text) => page.locator('h1', { hasText: text }).waitFor();
  const overlay = () => page.locator('dateline-overlay section.sheet');
  const scroll = async (top) => {
    await page.evaluate((y) => scrollTo({ top: y, behavior: 'instant' }), top);
    assert.equal(await page.evaluate(() => scrollY), top);
  };
  const refusals = () => page.evaluate(() => globalThis.__seen.refusals);
  const isBroken = (name) => readTheme(name).then((text) => text.replace('{{ article.title }}', '{{ article.titel }}'));

  it('a save changes the page where it is, and the place is kept', async () => {
    const troubles = await open('/ely/');
    await scroll(1200);
    desk.write('content/ely.md', long('The dam at Ely gives way'));
    await heading('The dam at Ely gives way');
    assert.match(await page.title(), /^The dam at Ely gives way/);
    assert.equal(await page.evaluate(() => scrollY), 1200);
    assert.ok(await same(), 'without loading it again');
    await page.locator('[data-choose-look]').selectOption('dark');
    desk.write('content/ely.md', long('The dam at Ely holds'));
    await heading('The dam at Ely holds');
    const look = () => [document.documentElement.dataset.look, document.querySelector('[data-choose-look]').value];
    assert.deepEqual(await page.evaluate(look), ['dark', 'dark']);
    await page.locator('[data-choose-look]').selectOption('light');
    assert.deepEqual(await page.evaluate(look), ['light', 'light']);
    assert.ok(await same(), 'without loading it again');
    assert.deepEqual([...troubles, ...(await refusals())], []);
  });

  it('a page with scripts of its own is loaded again, and the place is kept', async () => {
    const base = await readTheme('base.html');
    desk.write('templates/base.html', base.replace('</head>', '<script src="/own.js"></script></head>'));
    desk.write('static/own.js', 'document.documentElement.dataset.own = "ran";');
    const troubles = await open('/ely/');
    await scroll(1200);
    desk.write('content/ely.md', long('The dam at Ely gives way'));
    await heading('The dam at Ely gives way');
    assert.equal(await same(), false);
    await page.waitForFunction(() => scrollY === 1200);
    assert.deepEqual(troubles, []);
  });

  it('a style sheet is put in the place of the old one without loading the page again', async () => {
    await open('/ely/');
    await scroll(900);
    desk.write('static/custom.css', 'h1 { color: rgb(1, 2, 3) }');
    await page.waitForFunction(() => getComputedStyle(document.querySelector('h1')).color === 'rgb(1, 2, 3)');
    desk.write('static/custom.css', 'h1 { color: rgb(4, 5, 6) }');
    await page.waitForFunction(() => getComputedStyle(document.querySelector('h1')).color === 'rgb(4, 5, 6)');
    await page.waitForFunction(() => document.querySelectorAll('head link[href^="/assets/"]').length === 1);
    await page.waitForFunction(() => document.querySelectorAll('head link[href^="/custom."]').length === 1);
    assert.ok(await same());
    assert.equal(await page.evaluate(() => scrollY), 900);
    assert.deepEqual(await refusals(), []);
  });

  it('fonts and imports of the site’s own style sheet load by their path, below a path of the domain too', async () => {
    desk.write('site.yaml', site.replace('example.org/', 'example.org/news/'));
    desk.write('static/fonts/own.ttf', readFileSync(new URL('../../fonts/noto-serif-latin-400.ttf', import.meta.url)));
    desk.write('static/more.css', 'h1 { color: rgb(1, 2, 3) }');
    const css = '@import "more.css";\n@font-face { font-family: Own; src: url(fonts/own.ttf) }\nh1 { font-family: Own }\n';
    desk.write('static/custom.css', css);
    const troubles = await open('/news/ely/');
    const seen = () =>
      page.evaluate(async () => {
        await document.fonts.ready;
        const own = [...document.fonts].find(({ family }) => family === 'Own');
        return [own?.status, getComputedStyle(document.querySelector('h1')).color];
      });
    assert.deepEqual(await seen(), ['loaded', 'rgb(1, 2, 3)']);
    desk.write('static/more.css', 'h1 { color: rgb(4, 5, 6) }');
    await page.waitForFunction(() => getComputedStyle(document.querySelector('h1')).color === 'rgb(4, 5, 6)');
    assert.deepEqual(await seen(), ['loaded', 'rgb(4, 5, 6)']);
    assert.ok(await same());
    assert.deepEqual([...troubles, ...(await refusals())], []);
  });

  it('a mistake in the style sheet stands over the page, which keeps its style until it is mended', async () => {
    desk.write('static/custom.css', 'h1 { color: rgb(1, 2, 3) }');
    await open('/ely/');
    const colour = () => page.evaluate(() => getComputedStyle(document.querySelector('h1')).color);
    assert.equal(await colour(), 'rgb(1, 2, 3)');
    desk.write('static/custom.css', 'h1 {\n  color: rgb(4, 5, 6)\n  margin: 0;\n}\n');
    await overlay().waitFor();
    const said = await overlay().innerText();
    assert.match(said, /static\/custom\.css:3:3/);
    assert.match(said, /a ; is missing before margin/);
    assert.equal(await colour(), 'rgb(1, 2, 3)');
    desk.write('static/custom.css', 'h1 {\n  color: rgb(4, 5, 6);\n  margin: 0;\n}\n');
    await overlay().waitFor({ state: 'detached' });
    await page.waitForFunction(() => getComputedStyle(document.querySelector('h1')).color === 'rgb(4, 5, 6)');
    assert.ok(await same());
  });

  for (const [how, options] of [
    ['on a desk, in the light', { width: 1280 }],
    ['on a phone, in the dark', { width: 390, height: 844, dark: true }],
  ]) {
    it(`a broken template stands over the page until it is mended, ${how}`, async () => {
      await open('/ely/', options);
      await scroll(1200);
      desk.write('templates/article.html', '{% extends "base.html" %}\n{% block main %}{% if %}{% endblock %}');
      await overlay().waitFor();
      const said = await overlay().innerText();
      assert.match(said, /1 error/);
      assert.match(said, /templates\/article\.html:2:/);
      const link = await overlay().locator('.place a').getAttribute('href');
      assert.ok(link.startsWith('vscode://file/') && /templates\/article\.html:2:\d+$/.test(link), link);
      await heading('The dam at Ely');
      assert.equal(await page.evaluate(() => scrollY), 1200);
      assert.deepEqual(await refusals(), []);
      const { violations } = await page.evaluate(() => globalThis.axe.run(document));
      assert.deepEqual(violations.map(({ id, nodes }) => `${id}: ${nodes.map((n) => n.target)}`), []);
      desk.remove('templates/article.html');
      await overlay().waitFor({ state: 'detached' });
      await heading('The dam at Ely');
      assert.equal(await page.evaluate(() => scrollY), 1200);
      assert.ok(await same());
    });
  }

  it('the first Tab leads to what is wrong, and nothing of it is cut off on a phone', async () => {
    desk.write('content/later.md', long('Not yet', 'published: 2026-03-01\n'));
    await open('/later/', { width: 390, height: 844 });
    await page.locator('dateline-overlay .mark').waitFor();
    desk.write('content/gates.md', '---\ntitle: Minister: "We are late", she said to reporters in the long evening\ndate: 2025\n---\n');
    await overlay().waitFor();
    assert.equal(await page.locator('dateline-overlay .mark').count(), 0, 'it would stand over the cure');
    const wide = (name) => overlay().locator(name).evaluateAll((all) => all.filter((e) => e.scrollWidth > e.clientWidth).length);
    assert.deepEqual([await wide('.message'), await wide('.cure'), await wide('.place')], [0, 0, 0]);
    assert.match(await overlay().locator('.cure code').first().innerText(), /^title: "Minister/);
    await page.keyboard.press('Tab');
    assert.equal(await page.evaluate(() => document.activeElement.localName), 'dateline-overlay');
    desk.write('content/gates.md', long('Gates of Denver'));
    await overlay().waitFor({ state: 'detached' });
    await page.locator('dateline-overlay .mark').waitFor();
  });

  it('a template that fails at one page shows the last good one beneath', async () => {
    await open('/ely/');
    desk.write('templates/article.html', await isBroken('article.html'));
    await overlay().waitFor();
    await heading('The dam at Ely');
    assert.match(await overlay().innerText(), /templates\/article\.html:\d+/);
    await page.goto(server.address('/ely/'));
    await overlay().waitFor();
    await heading('The dam at Ely');
    desk.remove('templates/article.html');
    await overlay().waitFor({ state: 'detached' });
  });

  it('nothing that is said is markup, and what was put aside stays aside', async () => {
    await open('/ely/');
    desk.write('content/gates.md', '---\ntitle: Gates\ndate: <img src=x onerror=globalThis.ran=1>\n---\n');
    await overlay().waitFor();
    assert.match(await overlay().innerText(), /<img src=x onerror/);
    assert.equal(await overlay().locator('img').count(), 0);
    await page.keyboard.press('Escape');
    await overlay().waitFor({ state: 'detached' });
    const pill = page.locator('dateline-overlay button.pill');
    await pill.waitFor();
    assert.equal(await page.evaluate(() => globalThis.ran), undefined);
    await pill.click();
    await overlay().waitFor();
    assert.equal(await page.evaluate(() => document.activeElement.shadowRoot?.activeElement?.className), 'close');
    // Another mistake is said again.
    await page.keyboard.press('Escape');
    await pill.waitFor();
    assert.match(await page.evaluate(() => document.activeElement.shadowRoot?.activeElement?.className), /pill/);
    desk.write('content/gates.md', '---\ntitle: Gates\ndate: never\n---\n');
    await overlay().waitFor();
  });

  const band = () => page.locator('dateline-overlay .band');
  const warned = (title) => long(title).replace('\n\n', '\n\nSee <iframe src="https://example.org/"></iframe> here.\n\n');

  for (const [how, options] of [
    ['on a desk, in the light', { width: 1280 }],
    ['on a phone, in the dark', { width: 390, height: 844, dark: true }],
  ]) {
    it(`warnings are counted below the page and listed on request, ${how}`, async () => {
      desk.write('content/gates.md', warned('Gates of Denver'));
      await open('/ely/', options);
      await band().waitFor();
      assert.equal((await band().innerText()).split('\n')[0], '1 warning');
      assert.equal(await page.locator('dateline-overlay .sheet').count(), 0, 'no list opens by itself');
      // The end of the page is above the band.
      await page.evaluate(() => scrollTo({ top: document.documentElement.scrollHeight, behavior: 'instant' }));
      const ends = await page.evaluate(() => [
        document.body.getBoundingClientRect().bottom,
        document.querySelector('dateline-overlay').shadowRoot.querySelector('.band').getBoundingClientRect().top,
      ]);
      assert.ok(ends[0] <= ends[1] + 1, ends.join(' '));
      // What is saved comes first.
      desk.write('content/ely.md', warned('The dam at Ely'));
      await band().getByText('2 warnings').click();
      const list = page.locator('dateline-overlay .sheet.warning');
      await list.waitFor();
      assert.match(await list.locator('.fault').first().innerText(), /content\/ely\.md:7:/);
      assert.equal(await list.locator('.fault').count(), 2);
      assert.match(await list.locator('.place a').first().getAttribute('href'), /^vscode:\/\/file\/.*ely\.md:7:\d+$/);
      assert.equal(await page.evaluate(() => document.activeElement.shadowRoot?.activeElement?.className), 'close');
      const { violations } = await page.evaluate(() => globalThis.axe.run(document));
      assert.deepEqual(violations.map(({ id, nodes }) => `${id}: ${nodes.map((n) => n.target)}`), []);
      await page.keyboard.press('Escape');
      await list.waitFor({ state: 'detached' });
      assert.equal(await page.evaluate(() => document.activeElement.shadowRoot?.activeElement?.className), 'count');
      // Put aside, they stay aside, on other pages too, until there is another.
      await band().getByRole('button', { name: /Hide/ }).click();
      await band().waitFor({ state: 'detached' });
      await page.goto(server.address('/gates/'));
      await heading('Gates of Denver');
      desk.write('content/gates.md', warned('Gates of Denver are shut'));
      await heading('Gates of Denver are shut');
      assert.equal(await band().count(), 0);
      desk.write('content/new.md', warned('A new article'));
      await band().getByText('3 warnings').waitFor();
      for (const name of ['new', 'gates', 'ely']) desk.write(`content/${name}.md`, long(`Mended ${name}`));
      await band().waitFor({ state: 'detached' });
      assert.deepEqual(await refusals(), []);
    });
  }

  it('a file with errors holds back its own page, and its address says why', async () => {
    await open('/ely/');
    desk.write('content/gates.md', '---\ntitle: Gates\ndate: never\n---\n');
    await overlay().waitFor();
    assert.match(await overlay().innerText(), /The page below is up to date/);
    desk.write('content/ely.md', long('Saved meanwhile'));
    await heading('Saved meanwhile');
    assert.match(await overlay().locator('.fault').first().innerText(), /content\/gates\.md:3:7/);
    // A second file with errors comes first, as it was saved last.
    desk.write('content/ely.md', long('Broken').replace('2025-12-09', 'neither'));
    await overlay().getByText('2 errors').waitFor();
    assert.match(await overlay().locator('.fault').first().innerText(), /content\/ely\.md:3:7/);
    assert.match(await overlay().innerText(), /The page below is the last good version/);
    await heading('Saved meanwhile');
    await page.goto(server.address('/gates/'));
    assert.match(await page.locator('main').innerText(), /content\/gates\.md:3:7/);
    assert.doesNotMatch(await page.locator('main').innerText(), /ely/);
    await page.goto(server.address('/quay/'));
    desk.write('content/quay.md', 'The quay opens.\n');
    await page.locator('main', { hasText: 'content/quay.md:1:1' }).waitFor();
    desk.write('content/quay.md', long('The quay opens'));
    await heading('The quay opens');
  });

  it('who is on the way to another page is not called back by a save', async () => {
    desk.write('content/gates.md', '---\ntitle: Gates\ndate: never\n---\n');
    await open('/gates/');
    let goOn;
    const saved = new Promise((go) => {
      goOn = go;
    });
    let asked;
    const setOff = new Promise((off) => {
      asked = off;
    });
    await page.route('**/ely/', async (route) => {
      asked();
      await saved;
      await route.continue();
    });
    const there = page.goto(server.address('/ely/'));
    await setOff;
    desk.write('content/ely.md', long('Saved on the way'));
    for (let left = 100; left > 0; left -= 1) {
      const text = await (await fetch(server.address('/ely/'))).text();
      if (text.includes('Saved on the way')) break;
      await new Promise((later) => setTimeout(later, 50));
    }
    // The page that is being left has the news by now.
    await new Promise((later) => setTimeout(later, 500));
    goOn();
    await there;
    await heading('Saved on the way');
    assert.equal(page.url(), server.address('/ely/'));
  });

  it('a beginning with errors becomes the site when they are mended', async () => {
    desk.write('content/ely.md', '---\ntitle: Broken\ndate: 2025-02-30\n---\n');
    server = await served(desk.root);
    reads = await reader(browser, server, {});
    page = reads.page;
    await page.goto(server.address('/ely/'));
    assert.match(await page.locator('main').innerText(), /content\/ely\.md:3:7/);
    assert.deepEqual(await faults(page), []);
    desk.write('content/ely.md', '---\ntitle: Broken\ndate: neither\n---\n');
    await page.locator('main', { hasText: 'neither' }).waitFor();
    desk.write('content/ely.md', long('Mended'));
    await heading('Mended');
  });

  it('with --follow the browser goes to what was saved', async () => {
    await open('/ely/', { args: ['--follow'] });
    desk.write('content/gates.md', long('Gates of Denver are shut'));
    await page.waitForURL(server.address('/gates/'));
    await heading('Gates of Denver are shut');
    desk.write('content/new.md', long('A new article'));
    await page.waitForURL(server.address('/new/'));
  });

  it('without --follow it stays, and other pages are not touched', async () => {
    await open('/ely/');
    desk.write('content/gates.md', long('Gates of Denver are shut'));
    desk.write('content/ely.md', long('Saved after'));
    await heading('Saved after');
    assert.equal(page.url(), server.address('/ely/'));
  });

  it('drafts are marked, on their page and where links lead to them', async () => {
    const troubles = await open('/');
    await page.locator('.dateline-mark', { hasText: 'Draft' }).first().waitFor();
    await page.goto(server.address('/draft/'));
    await page.getByText('Draft: readers cannot see this page yet.').waitFor();
    desk.write('content/draft.md', long('Later', 'published: 2026-03-01T09:00:00Z\n'));
    await page.locator('dateline-overlay .mark', { hasText: 'Scheduled for 1 March 2026, 09:00 UTC. A build leaves this page out.' }).waitFor();
    desk.write('content/draft.md', long('Public now'));
    await heading('Public now');
    await page.locator('dateline-overlay .mark').waitFor({ state: 'detached' });
    assert.deepEqual(troubles, []);
  });

  it('a page finds the server that comes after the one that went', async () => {
    await open('/ely/');
    const { port } = server;
    assert.equal(await server.end(), 0);
    desk.write('content/ely.md', long('Written meanwhile'));
    server = await served(desk.root, '--port', String(port));
    await page.locator('h1', { hasText: 'Written meanwhile' }).waitFor({ timeout: 30_000 });
  });

  it('a page of another origin or name neither reads nor listens', async () => {
    await open('/ely/');
    const module = await fetch(server.address('/.dateline/live.js')).then((answer) => answer.text());
    const [, token] = /\["([0-9a-f]{64})"/.exec(module);
    const channel = server.address(`/.dateline/news/${token}`);
    // Another server of this machine: another port, and so a foreign origin.
    const foreign = createServer((_, response) => response.end('<!doctype html><title>Foreign</title>'));
    await new Promise((listening) => foreign.listen(0, '127.0.0.1', listening));
    const elsewhere = await browser.newContext();
    try {
      const other = await elsewhere.newPage();
      await other.goto(`http://localhost:${foreign.address().port}/`);
      const heard = await other.evaluate(
        async ([url, module]) => {
          const source = new EventSource(url);
          const said = await new Promise((done) => {
            source.onmessage = () => done('it listens');
            source.onerror = () => done(source.readyState === EventSource.CLOSED ? 'refused' : 'tries again');
          });
          const read = await fetch(url).then(() => 'read', () => 'refused');
          const page = await fetch(new URL('/ely/', url)).then(() => 'read', () => 'refused');
          const imported = await import(module).then(() => 'imported', () => 'refused');
          const script = await new Promise((done) => {
            const element = document.createElement('script');
            element.onload = () => done('loaded');
            element.onerror = () => done('refused');
            element.src = module;
            document.head.append(element);
          });
          return { said, read, page, imported, script };
        },
        [channel, server.address('/.dateline/live.js')],
      );
      assert.deepEqual(heard, {
        said: 'refused',
        read: 'refused',
        page: 'refused',
        imported: 'refused',
        script: 'refused',
      });
      const answer = await other.goto(`http://news.example:${server.port}/ely/`);
      assert.equal(answer.status(), 403);
      assert.doesNotMatch(await answer.text(), /dam/);
    } finally {
      await elsewhere.close();
      foreign.close();
    }
    const refused = (headers) =>
      new Promise((done, failed) => {
        request(channel, { headers }, (answer) => {
          answer.destroy();
          done(answer.statusCode);
        })
          .on('error', failed)
          .end();
      });
    assert.equal(await refused({ Origin: server.origin }), 200);
    assert.equal(await refused({ Origin: 'http://news.example' }), 403);
    assert.equal(await refused({ Host: `news.example:${server.port}` }), 403);
  });
});

async function readTheme(name) {
  const { readFile } = await import('node:fs/promises');
  return readFile(theme(name), 'utf8');
}
