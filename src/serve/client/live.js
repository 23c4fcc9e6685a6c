// The client of `dateline serve`: shows what was saved, and errors. Only the server adds it to
// pages; a built page never contains it.

// The token of the channel, and whether to follow saves: filled in by the server.
const [token, follow] = ["", false];

const own = new URL('.', import.meta.url);
/** Number of the scan that this page shows. */
let at = Number(new URL(import.meta.url).searchParams.get('at'));
/** The body as the server sent it, to detect whether the page has changed. */
let written = document.body.outerHTML;
/** Errors found when this page was rendered. */
let pageFaults = faultsOf(document);
let news = { faults: [], errors: 0, marks: {} };
const onlyFaults = () => document.body.classList.contains('dateline-faults');

// ---- the channel -------------------------------------------------------------------------

let source;
let busy = Promise.resolve();

function listen() {
  source?.close();
  source = undefined;
  // Browsers limit connections per server: a hidden page holds none.
  if (document.visibilityState === 'hidden') return;
  source = new EventSource(new URL(`news/${token}`, own));
  source.onmessage = ({ data }) => {
    const latest = JSON.parse(data);
    if (latest.at) busy = busy.then(() => take(latest));
  };
  source.onerror = () => {
    // The server has stopped, and another one does not know the token of this page.
    if (source?.readyState === EventSource.CLOSED) setTimeout(revive, 500);
  };
}

async function revive() {
  const there = await fetch(new URL('live.js', own), { cache: 'no-store' }).catch(() => undefined);
  if (there?.ok) reload();
  else setTimeout(revive, 1000);
}

document.addEventListener('visibilitychange', listen);
addEventListener('pagehide', () => source?.close());
addEventListener('pageshow', ({ persisted }) => persisted && listen());

// ---- what was saved ----------------------------------------------------------------------

async function take(latest) {
  const known = at;
  news = latest;
  at = Math.max(at, latest.at);
  if (onlyFaults()) {
    if (latest.at > known) reload();
    return;
  }
  const [savedAt, saved] = latest.saved ?? [0];
  if (follow && savedAt > known && new URL(saved, location).pathname !== location.pathname) {
    location.assign(saved);
    return;
  }
  if (latest.page > known || latest.style > known) {
    try {
      await renew(latest.page > known);
    } catch {
      // The server has stopped; once it is back, it sends the latest state again.
      at = known;
      return;
    }
  }
  show();
}

/** Fetches this page again and replaces its style sheets; with `whole`, the rest of it too. */
async function renew(whole) {
  const response = await fetch(location.href, { headers: { Accept: 'text/html' } });
  if (response.redirected) return location.assign(response.url);
  const text = await response.text();
  const next = new DOMParser().parseFromString(text, 'text/html');
  if (next.body.classList.contains('dateline-faults')) return reload();
  pageFaults = faultsOf(next);
  const body = next.body.outerHTML;
  const other = whole && body !== written;
  if (other && (runs(document) || runs(next))) return reload();
  await restyle(next);
  if (!whole) return;
  replaceHead(next);
  if (!other) return;
  written = body;
  // DOMParser runs without scripts and parses the content of noscript; scripts are on here.
  for (const without of next.querySelectorAll('noscript')) without.textContent = without.innerHTML;
  const { scrollX, scrollY } = window;
  const focused = document.activeElement?.id;
  for (const name of ['lang', 'dir', 'class']) {
    const value = next.documentElement.getAttribute(name);
    if (value === null) document.documentElement.removeAttribute(name);
    else document.documentElement.setAttribute(name, value);
  }
  document.body.replaceWith(document.adoptNode(next.body));
  if (focused) document.getElementById(focused)?.focus({ preventScroll: true });
  scrollTo({ left: scrollX, top: scrollY, behavior: 'instant' });
}

/** Whether a page has its own scripts: inserting them does not run them again. */
function runs(page) {
  return [...page.scripts].some(
    (script) => !script.src.includes(own.pathname) && !/json$/.test(script.type),
  );
}

const sheets = (page) => [...page.querySelectorAll('link[rel~="stylesheet"]')];
const isOurs = (link) => new URL(link.href, location).pathname.startsWith(own.pathname);

/** Replaces the style sheets by those of `next`, once these have loaded. */
async function restyle(next) {
  const old = sheets(document).filter((link) => !isOurs(link));
  const wanted = sheets(next).map((link) => new URL(link.getAttribute('href'), location));
  const path = (url) => new URL(url, location).pathname;
  const same = old.length === wanted.length && old.every((l, n) => path(l.href) === wanted[n].pathname);
  if (same && news.style <= styled) return;
  styled = news.style;
  const coming = wanted.map((url, n) => {
    const link = document.createElement('link');
    link.rel = 'stylesheet';
    if (old[n]?.media) link.media = old[n].media;
    if (url.origin === location.origin && old.some((l) => path(l.href) === url.pathname)) {
      url.searchParams.set('at', news.at);
    }
    link.setAttribute('href', url.origin === location.origin ? url.pathname + url.search : url.href);
    const there = new Promise((done) => {
      link.onload = link.onerror = done;
    });
    document.head.append(link);
    return there;
  });
  await Promise.all(coming);
  for (const link of old) link.remove();
}
let styled = at;

/** Replaces title, descriptions and links of the head; keeps scripts and style sheets. */
function replaceHead(next) {
  const plain = (page) =>
    [...page.head.children].filter(
      (element) =>
        element.localName !== 'script' && !(element.localName === 'link' && /stylesheet/.test(element.rel)),
    );
  const text = (elements) => elements.map((element) => element.outerHTML).join('');
  const [old, wanted] = [plain(document), plain(next)];
  if (text(old) === text(wanted)) return;
  for (const element of old) element.remove();
  document.head.prepend(...wanted.map((element) => document.adoptNode(element)));
}

// ---- the scroll position is kept ---------------------------------------------------------

const PLACE = 'dateline-place';

function reload() {
  const place = { href: location.href, left: scrollX, top: scrollY };
  sessionStorage.setItem(PLACE, JSON.stringify(place));
  location.reload();
}

function goBack() {
  const place = JSON.parse(sessionStorage.getItem(PLACE) ?? '{}');
  sessionStorage.removeItem(PLACE);
  if (place.href !== location.href) return;
  const go = () => scrollTo({ left: place.left, top: place.top, behavior: 'instant' });
  go();
  if (document.readyState !== 'complete') addEventListener('load', go, { once: true });
}

// ---- errors ------------------------------------------------------------------------------

function faultsOf(page) {
  // The server's own, and nothing that a text of the site brings.
  const found = page.querySelector('script[type="application/json"][id="dl:faults"]');
  return found ? JSON.parse(found.textContent) : [];
}

function make(name, properties = {}, ...children) {
  const { role, label, ...rest } = properties;
  const element = Object.assign(document.createElement(name), rest);
  if (role) element.setAttribute('role', role);
  if (label) element.setAttribute('aria-label', label);
  element.append(...children);
  return element;
}

let host;
let root;
let dismissed;

function stage() {
  if (!host) {
    host = make('dateline-overlay');
    root = host.attachShadow({ mode: 'open' });
    const sheet = make('link', { rel: 'stylesheet', href: new URL('overlay.css', own).href });
    // Hidden until the style sheet has loaded.
    host.hidden = true;
    sheet.onload = () => {
      host.hidden = false;
    };
    root.append(sheet);
  }
  if (!host.isConnected) document.documentElement.append(host);
  return root;
}

function show() {
  if (onlyFaults()) return;
  const faults = news.faults.length > 0 ? news.faults : pageFaults;
  const said = JSON.stringify(faults);
  for (const old of root?.querySelectorAll('.sheet, .pill') ?? []) {
    // Keeps what already shows the same errors.
    if (old.dataset.said !== said) old.remove();
  }
  if (faults.length > 0 && !root?.querySelector('.sheet, .pill:not(.mark)')) {
    const count = news.faults.length > 0 ? news.errors : faults.length;
    stage().append(said === dismissed ? pill(count, said) : sheet(faults, count, said));
  }
  mark();
}

const counted = (count) => (count === 1 ? '1 error' : `${count} errors`);

function sheet(faults, count, said) {
  const close = () => {
    const focused = panel.contains(root.activeElement);
    dismissed = said;
    panel.remove();
    show();
    if (focused) root.querySelector('button.pill')?.focus();
  };
  const list = make('ol', {}, ...faults.map(fault));
  const rest = count - faults.length;
  if (rest > 0) list.append(make('li', { className: 'lead' }, `… and ${rest} more; the terminal shows them all.`));
  const button = make('button', { type: 'button', className: 'close', label: 'Hide the errors', onclick: close }, '×');
  const title = make('h2', { id: 'title' }, counted(count));
  const lead = make('p', { className: 'lead' }, 'The page below is the last good version; it updates once the errors are fixed and saved.');
  const panel = make('section', { className: 'sheet' },
    make('div', { className: 'head' }, make('div', { role: 'alert' }, title, lead), button), list);
  panel.setAttribute('aria-labelledby', 'title');
  panel.dataset.said = said;
  return panel;
}

function pill(count, said) {
  const open = () => {
    dismissed = undefined;
    button.remove();
    show();
    root.querySelector('.close')?.focus();
  };
  const button = make('button', { type: 'button', className: 'pill', onclick: open }, counted(count));
  button.dataset.said = said;
  return button;
}

/** Splits a text into nodes; parts between backquotes become code. */
const words = (text) => text.split('`').map((part, n) => (n % 2 === 0 ? part : make('code', {}, part)));

function fault({ place, link, message, lines, cure }) {
  const where = make('p', { className: 'place' });
  if (place) {
    const name = link ? make('a', { href: link }, place) : make('span', {}, place);
    const copy = make('button', { type: 'button', className: 'copy', label: `Copy ${place}` }, 'Copy');
    copy.onclick = async () => {
      await navigator.clipboard.writeText(place);
      copy.textContent = 'Copied';
    };
    where.append(name, copy);
  }
  const item = make('li', { className: 'fault' }, where, make('p', { className: 'message' }, ...words(message)));
  if (lines) item.append(make('pre', { tabIndex: 0 }, lines));
  if (cure) item.append(make('p', { className: 'cure' }, ...words(cure)));
  return item;
}

addEventListener('keydown', (event) => {
  const open = root?.querySelector('.sheet');
  if (!open) return;
  if (event.key === 'Escape') open.querySelector('.close').click();
  // The overlay comes after the page, whose first stop is its skip link; errors come first.
  if (event.key === 'Tab' && !event.shiftKey && document.activeElement === document.body) {
    event.preventDefault();
    open.querySelector('a, button').focus();
  }
});

// ---- what a build leaves out -------------------------------------------------------------

function mark() {
  for (const old of document.querySelectorAll('.dateline-mark')) old.remove();
  for (const old of root?.querySelectorAll('.mark') ?? []) old.remove();
  const marks = new Map(Object.entries(news.marks).map(([path, why]) => [new URL(path, location).pathname, why]));
  if (marks.size === 0) return;
  const here = marks.get(location.pathname);
  // The theme marks drafts itself; errors come first.
  if (here && !document.querySelector('.banner') && !root?.querySelector('.sheet')) {
    const pill = make('p', { className: 'pill mark', role: 'status' }, `${here}. A build leaves this page out.`);
    pill.dataset.said = '';
    stage().append(pill);
  }
  const marked = [...document.body.querySelectorAll('a[href]')].filter(
    (link) =>
      link.origin === location.origin && link.pathname !== location.pathname && marks.has(link.pathname),
  );
  if (marked.length === 0) return;
  if (!sheets(document).some(isOurs)) {
    document.head.append(make('link', { rel: 'stylesheet', href: new URL('overlay.css', own).href }));
  }
  for (const link of marked) {
    link.append(make('span', { className: 'dateline-mark' }, marks.get(link.pathname)));
  }
}

goBack();
if (pageFaults.length > 0) show();
listen();
