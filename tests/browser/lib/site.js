// The built site as files, and a server of it that only this machine can reach.
import { readFileSync, readdirSync, statSync, existsSync } from 'node:fs';
import { createServer } from 'node:http';
import { extname, join, relative, resolve, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { attribute, tags } from './html.js';

export const folder = resolve(
  process.env.SITE ?? fileURLToPath(new URL('../../../public', import.meta.url)),
);
if (!existsSync(join(folder, 'index.html'))) {
  throw new Error(
    `There is no site in ${folder}. Build one ("dateline build --output FOLDER") and name it: SITE=FOLDER npm test`,
  );
}

/** What the site's own `_headers` announces for every page, where it has one; else the default. */
const announced = () => {
  const file = join(folder, '_headers');
  if (!existsSync(file)) return undefined;
  const lines = readFileSync(file, 'utf8').split('\n');
  const start = lines.findIndex((line) => line.trim() === `${prefix}*`);
  if (start < 0) throw new Error(`${file} has no rule for ${prefix}*`);
  const rule = lines.slice(start + 1);
  const end = rule.findIndex((line) => !/^\s+\S/.test(line));
  const pairs = rule.slice(0, end < 0 ? undefined : end).map((line) => line.trim().split(/:\s*(.*)/s));
  // Without a certificate a browser must not be told to ask for https alone.
  return Object.fromEntries(pairs.filter(([name]) => name !== 'Strict-Transport-Security'));
};
const usual = {
  'Content-Security-Policy':
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'; manifest-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'; object-src 'none'",
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'strict-origin-when-cross-origin',
  'Permissions-Policy': 'camera=(), microphone=(), geolocation=()',
};

const types = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.xml': 'application/xml',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.jpeg': 'image/jpeg',
  '.webp': 'image/webp',
  '.avif': 'image/avif',
  '.gif': 'image/gif',
  '.ico': 'image/x-icon',
  '.ics': 'text/calendar; charset=utf-8',
  '.csv': 'text/csv; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8',
  '.wasm': 'application/wasm',
  '.webmanifest': 'application/manifest+json',
};

/** Paths of all files below a folder, with slashes, relative to it. */
export function filesOf(root = folder) {
  return readdirSync(root, { recursive: true, withFileTypes: true })
    .filter((found) => found.isFile())
    .map((found) => relative(root, join(found.parentPath ?? found.path, found.name)).split(sep).join('/'))
    .sort();
}

export const read = (path) => readFileSync(join(folder, path), 'utf8');

/** The site's own address, as the front page's canonical link gives it. */
export const home = (() => {
  for (const tag of tags(read('index.html'))) {
    if (tag.name === 'link' && attribute(tag, 'rel') === 'canonical') {
      return new URL(attribute(tag, 'href'));
    }
  }
  throw new Error('The front page names no canonical address.');
})();

/** The path below which the host serves the site: "/" or "/news/". */
export const prefix = home.pathname.endsWith('/') ? home.pathname : `${home.pathname}/`;

const headers = announced() ?? usual;

/** The file that a path of the site stands for, or undefined. A folder stands for its index.html. */
export function fileAt(pathname, root = folder, below = prefix) {
  let path;
  try {
    path = decodeURIComponent(pathname);
  } catch {
    return undefined;
  }
  if (!path.startsWith(below) || path.includes('\0')) return undefined;
  let file = resolve(root, path.slice(below.length));
  if (file !== root && !file.startsWith(root + sep)) return undefined;
  if (path.endsWith('/')) file = join(file, 'index.html');
  return existsSync(file) && statSync(file).isFile() ? file : undefined;
}

/** Serves the folder on a free port of the loopback interface, until it is closed. */
export async function serve(root = folder, below = prefix) {
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url, 'http://127.0.0.1');
    const answer = (status, file) => {
      response.writeHead(status, {
        ...headers,
        'Content-Type': types[extname(file)] ?? 'application/octet-stream',
      });
      response.end(request.method === 'HEAD' ? undefined : readFileSync(file));
    };
    const file = fileAt(pathname, root, below);
    if (file) return answer(200, file);
    if (!pathname.endsWith('/') && fileAt(`${pathname}/`, root, below)) {
      response.writeHead(301, { ...headers, Location: `${pathname}/` });
      return response.end();
    }
    const missing = join(root, '404.html');
    if (existsSync(missing)) return answer(404, missing);
    response.writeHead(404, { ...headers, 'Content-Type': 'text/plain' });
    response.end('Not found');
  });
  await new Promise((listening, failed) => {
    server.once('error', failed);
    server.listen(0, '127.0.0.1', listening);
  });
  const origin = `http://127.0.0.1:${server.address().port}`;
  return {
    origin,
    address: (path) => new URL(path.replace(/^\//, ''), origin + below).href,
    close: () =>
      new Promise((closed) => {
        server.close(closed);
        server.closeAllConnections();
      }),
  };
}

const html = filesOf().filter((path) => path.endsWith('.html'));
export const pages = html.map((path) => {
  const text = read(path);
  const body = tags(text).find((tag) => tag.name === 'body');
  return {
    path,
    address: path === '404.html' ? '/no-such-page/' : `/${path.replace(/(^|\/)index\.html$/, '$1')}`,
    kind: body ? (attribute(body, 'class') ?? '').split(' ')[0] : '',
    text,
  };
});

const fullest = (some) => some.toSorted((one, other) => other.text.length - one.text.length)[0];
const ofKind = (kind) => pages.filter((page) => page.kind === kind);

/**
 * One page for each kind that a reader meets: the fullest of its kind, which has the most that can
 * go wrong. `page` is undefined where the site has none. Kinds that are not named here join by
 * themselves, under the class of their body.
 */
export const kinds = (() => {
  const named = [
    ['the front page', fullest(ofKind('front'))],
    ['a year', fullest(ofKind('year'))],
    ['a month', fullest(ofKind('month'))],
    [
      'an article with corrections and events',
      fullest(
        ofKind('article').filter(
          ({ text }) => />Corrections<\/h2>/.test(text) && />Events in this article<\/h2>/.test(text),
        ),
      ),
    ],
    ['an explainer', fullest(ofKind('article').filter(({ text }) => />Explainer<\/span>/.test(text)))],
    ['a taxonomy', fullest(ofKind('taxonomy'))],
    ['a term', fullest(ofKind('term').filter(({ text }) => />Stance over time<\/(h2|summary)>/.test(text)))],
    ['what is expected', fullest(ofKind('expectations'))],
    ['the page that explores', fullest(ofKind('explore'))],
    ['the corrections', fullest(ofKind('corrections'))],
    ['a standing page', fullest(ofKind('standing'))],
    ['the page for what is missing', fullest(ofKind('not-found'))],
  ].map(([name, page]) => ({ name, page }));
  const known = new Set(['redirect', ...named.map(({ page }) => page?.kind)]);
  for (const kind of new Set(pages.map((page) => page.kind))) {
    if (!known.has(kind)) named.push({ name: `a page of the kind ${kind}`, page: fullest(ofKind(kind)) });
  }
  return named;
})();

export const kind = (name) => {
  const found = kinds.find((one) => one.name === name);
  if (!found?.page) throw new Error(`The site has no page of this kind: ${name}.`);
  return found.page;
};
