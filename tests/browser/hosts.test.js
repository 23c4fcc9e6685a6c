// What hosts make of the redirects of a site: nginx and Caddy themselves, with the files that a build
// wrote, and the engines of Netlify and Cloudflare. An attacker makes links; whatever a link repeats, its
// reader stays on the site.
import assert from 'node:assert/strict';
import { execFileSync, spawn } from 'node:child_process';
import { mkdtempSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { connect, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { generateRedirectsEvaluator } from 'redirects-in-workers';
import { program, project } from './lib/served.js';

const netlify = createRequire(import.meta.url)('netlify-redirector');

/** The rules of the owner. A target that starts with what was matched is the dangerous kind. */
const rules = [
  ['/blog/*', '/:splat', 301],
  ['/blog/special/', '/a/#special', 302],
  ['/archive/*', '/old-desk/:splat', 308],
  ['/post/:year/:slug/', '/:slug/', 307],
  ['/by/:slug.html', '/:slug/', 301],
  ['/two/:a/:b', '/:a/:b', 301],
  ['/both/:a/*', '/n/:a/:splat', 301],
  ['/mid/*/end', '/:splat/x', 301],
  ['/away/*', 'https://else.example/:splat', 301],
  // The same host, in another spelling.
  ['/port/*', 'https://example.org:443/:splat', 301],
  ['/~desk/a-b_c.d/*', '/a/:splat', 301],
  ['/asked/', '/a/?own=1', 301],
  ['/écoles/*', '/é-:splat', 301],
  ["/it's (1) + 2; 3, $4 & 5/", '/a/', 301],
  ['/caf%E9/', '/a/', 301],
  ['/Case/', '/a/', 301],
  ['/case/', '/b/', 301],
];

/** Old addresses of an article at /a/. */
const aliases = ['/é/', '/über/alt.html', '/日本/東京/', '/plain/', '/n_-.~e.html'];

/** What readers ask for, and where they get. Hosts that leave a rule out are not asked. */
const right = [
  ['/%C3%A9/', '/a/'],
  ['/%C3%BCber/alt.html?x=1', '/a/?x=1'],
  ['/%E6%97%A5%E6%9C%AC/%E6%9D%B1%E4%BA%AC/', '/a/'],
  ['/plain/?q=%2F%2Fevil.example', '/a/?q=%2F%2Fevil.example'],
  ['/n_-.~e.html', '/a/'],
  ['/blog/2025/post/', '/2025/post/'],
  ['/blog/2025/post/?x=1&y=2', '/2025/post/?x=1&y=2'],
  ['/blog/p%C3%A9ch%C3%A9%20d%27eau/', '/p%C3%A9ch%C3%A9%20d%27eau/'],
  ['/blog/a%3Fb%23c%25d', '/a%3Fb%23c%25d'],
  ['/blog/', '/'],
  ['/blog/special/', '/a/'],
  ['/archive/x/y', '/old-desk/x/y'],
  ['/post/2025/dam/', '/dam/'],
  ['/by/dam.html', '/dam/', 'netlify'],
  ['/two/x/y', '/x/y', 'cloudflare'],
  ['/both/x/y/z', '/n/x/y/z', 'cloudflare'],
  ['/mid/a/b/end', '/a/b/x'],
  ['/away/a/b?c', 'https://else.example/a/b?c'],
  ['/port/x', '/x'],
  ['/~desk/a-b_c.d/x', '/a/x'],
  ['/asked/', '/a/?own=1'],
  ['/%C3%A9coles/lyon', '/%C3%A9-lyon'],
  ["/it's%20(1)%20+%202;%203,%20$4%20&%205/", '/a/'],
  ['/caf%E9/', '/a/'],
  ['/Case/', '/a/'],
  ['/case/', '/b/'],
];

/** Servers compare decoded addresses: these are the same to them. */
const decoded = [
  ['/%c3%a9/', '/a/'],
  ['/%c3%a9coles/lyon', '/%C3%A9-lyon'],
  ['/caf%e9/', '/a/'],
  ['/%7Edesk/a%2Db%5Fc%2Ed/x', '/a/x'],
  ['/it%27s%20%281%29%20%2B%202%3B%203%2C%20%244%20%26%205/', '/a/'],
];

const payloads = [
  '/evil.example', '//evil.example', '///evil.example/', '\\evil.example', '\\\\evil.example', '/\\evil.example',
  '%5Cevil.example', '%5c%5cevil.example', '%2Fevil.example', '%2f%2fevil.example', '/%2Fevil.example', '/%5Cevil.example',
  '%09/evil.example', '/%09/evil.example', '%20/evil.example', '%0d%0aX-Evil:%201', '%0aX-Evil:1', '%0d%0a%0d%0a<script>', '%E5%98%8A%E5%98%8DX-Evil:1',
  '%00/evil.example', '..//evil.example', './/evil.example', '%2e%2e//evil.example', '%2e/%2e%2e//evil.example', 'x/..//evil.example',
  "$'/evil.example", "$'//evil.example", ".$'//evil.example", "..$'//evil.example", "x/..$'//evil.example", "..$'/..$'//evil.example", "$'.evil.example", "$'$'/evil.example",
  '$&/evil.example', '$`/evil.example', '$$/evil.example', '$1/evil.example', ':splat//evil.example', ':splat/evil.example', ':a//evil.example', ':b/evil.example', ':slug//evil.example', '\\1/evil.example', '\\0',
  '@evil.example', ':80@evil.example/', '.evil.example', ':443', 'javascript:alert(1)', 'data:text/html,x', 'https://evil.example/', 'http:evil.example', '%3f//evil.example', '%23//evil.example', '?//evil.example', '?x=%0d%0aX-Evil:1',
  '{http.request.host}', '{env.HOME}', '{re.redirect0.1}', '${uri}', '$request_uri', '%7Benv.HOME%7D', '%25%30%64', '%', '%zz', 'a'.repeat(3000), '/'.repeat(3000),
];

/** Every payload where a rule matches anything. */
const attacks = ['/blog/', '/blog', '/blog/x/', '/archive/', '/archive/x/', '/post/2025/', '/by/', '/two/', '/two/x/', '/two/$\'/', '/two/:b/', '/both/', '/both/:splat/', '/both/..$\'/', '/mid/', '/away/', '/port/', '/port', '/%C3%A9coles/', '/plain/', '/', '/%C3%A9/']
  .flatMap((start) => payloads.flatMap((payload) => [`${start}${payload}`, `${start}${payload}/`, `${start}${payload}/end`, `${start}${payload}.html`]));

const article = (title, more = '') => `---\ntitle: ${title}\ndate: 2025-12-09\n${more}---\n\nText.\n`;

/** Builds a site with the rules that these hosts have. */
function built(hosts, url = 'https://example.org/') {
  const list = rules.map(([from, to, status]) => `    - {from: ${JSON.stringify(from)}, to: ${JSON.stringify(to)}, status: ${status}}\n`);
  const desk = project({
    'site.yaml': `title: Desk\nurl: ${url}\nlint: {missing-source: off, missing-published: off, vague-title: off, host-limit: notice, root-only-file: off}\nfeatures: {embeds: true}\nhosting:\n  hosts: [${hosts}]\n  redirects:\n${list.join('')}`,
    'content/a.md': article('A dam breaks at Ely', `aliases: [${aliases.join(', ')}]\n`),
    'content/b.md': article('B rises'),
    // An article whose address is that of the folder of scripts, with a drawing.
    'content/assets/index.md': article('Assets are sold'),
    'content/assets/plan.svg': '<svg xmlns="http://www.w3.org/2000/svg"><path d="M0 0h9v9z"/></svg>',
    'static/own.svg': '<svg xmlns="http://www.w3.org/2000/svg"><path d="M0 0h9v9z"/></svg>',
  });
  const path = new URL(url).pathname;
  const root = join(desk.root, 'root');
  mkdirSync(join(root, path), { recursive: true });
  execFileSync(program, ['build', '--quiet', '--root', desk.root, '--output', join(root, path), '--adopt'], { stdio: 'pipe' });
  return { root, file: (name) => readFileSync(join(root, path, name), 'utf8'), path: (name) => join(root, path, name), done: () => desk.done() };
}

/** A free port of this machine. */
const freePort = () =>
  new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });

/** Sends a request as it is, and returns the status and the headers of the answer, with the first bytes of the body. */
const ask = (port, path) =>
  new Promise((resolve, reject) => {
    const socket = connect(port, '127.0.0.1');
    const chunks = [];
    socket.setTimeout(10_000, () => socket.destroy(new Error(`no answer to ${path}`)));
    socket.on('error', reject);
    socket.on('data', (chunk) => chunks.push(chunk));
    socket.on('close', () => {
      const [head = '', ...body] = Buffer.concat(chunks).toString('latin1').split('\r\n\r\n');
      const [first, ...lines] = head.split('\r\n');
      const headers = lines.map((line) => [line.slice(0, line.indexOf(':')).toLowerCase(), line.slice(line.indexOf(':') + 1).trim()]);
      resolve({ status: Number(first.split(' ')[1]), headers: new Map(headers), lines, body: body.join('') });
    });
    socket.write(`GET ${path} HTTP/1.1\r\nHost: example.org\r\nConnection: close\r\n\r\n`, 'latin1');
  });

/** Starts a server and waits until it answers. */
async function started(command, args, port, env = {}) {
  const said = [];
  const child = spawn(command, args, { stdio: ['ignore', 'pipe', 'pipe'], env: { ...process.env, ...env } });
  const ended = new Promise((resolve) => {
    child.on('error', (error) => said.push(`${error}: install ${command} (Debian: apt-get install nginx-light caddy)`));
    child.on('close', resolve);
  });
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (data) => said.push(data));
  const end = async () => {
    child.kill();
    await ended;
  };
  for (let tries = 0; tries < 100; tries += 1) {
    try {
      await ask(port, '/');
      return end;
    } catch {
      if (child.exitCode !== null || !child.pid) break;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }
  await end();
  throw new Error(`${command} does not answer:\n${said.join('')}`);
}

/** nginx with these lines in its server. */
async function nginx(folder, server) {
  const port = await freePort();
  const temp = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map((name) => `${name}_temp_path ${folder}/${name};`);
  writeFileSync(
    join(folder, 'nginx.conf'),
    `daemon off; master_process off; pid ${folder}/pid; error_log stderr;\nevents {}\nhttp {\naccess_log off; types { text/html html; } default_type text/plain; ${temp.join(' ')}\nserver { listen 127.0.0.1:${port}; server_name example.org;\n${server}\n}\n}\n`,
  );
  const end = await started('nginx', ['-c', join(folder, 'nginx.conf')], port);
  return { port, end };
}

/** Caddy with these lines in its site. */
async function caddy(folder, site) {
  const port = await freePort();
  writeFileSync(join(folder, 'Caddyfile'), `{\n\tadmin off\n\tauto_https off\n}\nhttp://example.org:${port} {\n\tbind 127.0.0.1\n${site}\n}\n`);
  const end = await started('caddy', ['run', '--config', join(folder, 'Caddyfile'), '--adapter', 'caddyfile'], port, { XDG_DATA_HOME: folder, XDG_CONFIG_HOME: folder, HOME: folder });
  return { port, end };
}

const folder = () => mkdtempSync(join(tmpdir(), 'dateline-hosts-'));

/** Where a browser goes; null if the answer is no redirect. */
function goes(path, { status, location }) {
  if (location === undefined || location === null || status < 300 || status > 399) return null;
  return new URL(location, new URL(`https://example.org${path}`));
}

function staysHere(path, answer) {
  const to = goes(path, answer);
  if (!to) return;
  const away = /^(\/news)?\/away/.test(path);
  const hosts = away ? ['else.example', 'example.org'] : ['example.org'];
  assert.ok(['https:', 'http:'].includes(to.protocol) && hosts.includes(to.hostname), `${path} leads to ${answer.location}`);
  assert.doesNotMatch(answer.location, /[\r\n\t]/, path);
  assert.doesNotMatch(answer.location, /^[/\\]{2}/, path);
}

function leads(path, answer, wanted) {
  const to = goes(path, answer);
  assert.ok(to, `${path}: ${answer.status}, no redirect`);
  const shown = to.hostname === 'example.org' ? `${to.pathname}${to.search}` : `${to.origin}${to.pathname}${to.search}`;
  assert.equal(shown, wanted, path);
}

/** Asks a server for everything. */
async function tried(port, base = '') {
  const answer = async (path) => {
    const { status, headers, lines } = await ask(port, path);
    assert.ok(!headers.has('x-evil') && !lines.some((line) => /^x-evil/i.test(line)), `${path} makes a header`);
    return { status, location: headers.get('location') };
  };
  for (const [path, wanted] of [...right, ...decoded]) {
    leads(path, await answer(`${base}${path}`), // An address with a host has the path that it says.
    wanted.startsWith('/') && !path.startsWith('/port/') ? `${base}${wanted}` : wanted);
  }
  const seen = new Set();
  for (const path of attacks) {
    const result = await answer(`${base}${path}`);
    if (result.location) seen.add(result.status);
    staysHere(`${base}${path}`, { ...result, location: result.location });
  }
  assert.ok([301, 307, 308].every((status) => seen.has(status)), `only ${[...seen]} redirect`);
}

describe('redirects lead where they should and never away', { timeout: 300_000 }, () => {
  for (const [how, lines] of [
    ['as it is', ''],
    ['with addresses without a host and all slashes', 'absolute_redirect off; merge_slashes off;'],
  ]) {
    it(`nginx, ${how}`, async () => {
      const [site, at] = [built('nginx'), folder()];
      const server = await nginx(at, `${lines} root ${site.root};\ninclude ${site.path('_nginx.conf')};`);
      try {
        await tried(server.port);
      } finally {
        await server.end();
        rmSync(at, { recursive: true });
        site.done();
      }
    });
  }

  it('Caddy', async () => {
    const [site, at] = [built('caddy'), folder()];
    const server = await caddy(at, `\troot * ${site.root}\n\timport ${site.path('_Caddyfile')}`);
    try {
      await tried(server.port);
    } finally {
      await server.end();
      rmSync(at, { recursive: true });
      site.done();
    }
  });

  /** Asks an engine for everything. */
  const engine = async (name, answer, start) => {
    const left = (entry) => entry[2] !== name;
    for (const [path, wanted] of right.filter(left)) leads(path, await answer(path), wanted);
    for (const path of attacks) {
      // As a browser sends it, and as it is.
      const sent = new URL(`https://example.org${path}`);
      staysHere(path, await answer(`${sent.pathname}${sent.search}`));
      if (!path.startsWith('//') && start !== 'parsed') staysHere(path, await answer(path));
    }
  };

  for (const hosts of ['netlify', 'netlify, cloudflare']) {
    it(`Netlify, written for ${hosts}`, async () => {
      const site = built(hosts);
      const matcher = await netlify.parsePlain(site.file('_redirects'), {});
      site.done();
      const here = hosts === 'netlify' ? 'netlify' : 'neither';
      const answer = async (whole) => {
        const [path, query = ''] = whole.split('?');
        const match = matcher.match({ scheme: 'https', host: 'example.org', path, query, getHeader: () => '', getCookie: () => '' });
        // Netlify adds the query, unless the target has one.
        const add = query && match && !match.to.includes('?') ? `?${query}` : '';
        return { status: match?.status ?? 404, location: match && match.to.replace(/(#.*)?$/, `${add}$1`) };
      };
      if (here === 'netlify') await engine('netlify', answer);
      else for (const path of attacks) staysHere(path, await answer(path.split('#')[0]));
    });
  }

  for (const hosts of ['cloudflare', 'cloudflare, netlify']) {
    it(`Cloudflare, written for ${hosts}`, async () => {
      const site = built(hosts);
      const { log, info, warn } = console;
      const said = [];
      Object.assign(console, { log: (...words) => said.push(words), info: (...words) => said.push(words), warn: (...words) => said.push(words) });
      const evaluate = generateRedirectsEvaluator(site.file('_redirects'), {});
      Object.assign(console, { log, info, warn });
      site.done();
      assert.match(said.flat().join('\n'), /Parsed \d+ valid/);
      assert.doesNotMatch(said.flat().join('\n'), /invalid|more performant/);
      const answer = async (path) => {
        const response = await evaluate(new Request(new URL(`https://example.org${path}`)), { fetch: () => null });
        return { status: response?.status ?? 404, location: response?.headers.get('location') };
      };
      if (hosts === 'cloudflare') await engine('cloudflare', answer, 'parsed');
      else for (const path of attacks) staysHere(path, await answer(path));
    });
  }
});

describe('below a path, servers are told of that path only', { timeout: 300_000 }, () => {
  const others = async (port) => {
    const outside = await ask(port, '/other.html');
    assert.equal(outside.status, 200);
    assert.equal(outside.headers.get('content-security-policy'), undefined);
    const nothing = await ask(port, '/nothing/');
    assert.equal(nothing.status, 404);
    assert.doesNotMatch(nothing.body, /Desk/);
    const inside = await ask(port, '/news/a/');
    assert.equal(inside.status, 200);
    assert.match(inside.headers.get('content-security-policy'), /default-src 'none'/);
    assert.match(inside.headers.get('cache-control'), /no-cache/);
    const lost = await ask(port, '/news/nothing/');
    assert.equal(lost.status, 404);
    assert.match(lost.body, /Desk/);
    for (const name of ['_nginx.conf', '_Caddyfile']) assert.equal((await ask(port, `/news/${name}`)).status, 404);
    const bare = await ask(port, '/news');
    assert.equal(new URL(bare.headers.get('location'), 'http://example.org').pathname, '/news/');
    const css = inside.body.match(/href="(\/news\/assets\/[^"]+\.css)"/)[1];
    const style = await ask(port, css);
    assert.equal(style.status, 200);
    assert.match(style.headers.get('cache-control') ?? style.lines.join(), /immutable/);
    const sold = await ask(port, '/news/assets/');
    assert.match(sold.body, /Assets are sold/);
    assert.match(sold.headers.get('cache-control'), /no-cache/);
    for (const drawing of ['/news/own.svg', '/news/assets/plan.svg']) {
      const { status, lines, headers } = await ask(port, drawing);
      assert.equal(status, 200);
      assert.match(headers.get('content-security-policy'), /sandbox/, drawing);
      assert.equal(lines.filter((line) => /^content-security-policy:/i.test(line)).length, 1, drawing);
      assert.match(headers.get('cache-control'), /no-cache/, drawing);
    }
    assert.match(inside.headers.get('content-security-policy'), /frame-ancestors 'none'/);
    const framed = await ask(port, '/news/embed/a/');
    assert.equal(framed.status, 200);
    assert.match(framed.headers.get('content-security-policy'), /default-src 'none'.*frame-ancestors \*/);
    assert.equal(framed.lines.filter((line) => /^content-security-policy:/i.test(line)).length, 1);
  };

  for (const [name, start] of [
    ['nginx', (at, site) => nginx(at, `root ${site.root};\ninclude ${site.path('_nginx.conf')};`)],
    ['Caddy', (at, site) => caddy(at, `\troot * ${site.root}\n\timport ${site.path('_Caddyfile')}\n\tfile_server`)],
  ]) {
    it(name, async () => {
      const [site, at] = [built('nginx, caddy', 'https://example.org/news/'), folder()];
      writeFileSync(join(site.root, 'other.html'), '<p>Another page of this domain.</p>');
      const server = await start(at, site);
      try {
        await others(server.port);
        await tried(server.port, '/news');
      } finally {
        await server.end();
        rmSync(at, { recursive: true });
        site.done();
      }
    });
  }
});
