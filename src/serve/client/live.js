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
let pageFaults = faultsOf(document, 'dl:faults');
/** Errors and warnings of the file whose page this is. */
let ownFaults = faultsOf(document, 'dl:own');
let news = { faults: [], errors: 0, warnings: [], warned: 0, marks: {} };
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
    leave(() => location.assign(saved));
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
  if (response.redirected) return leave(() => location.assign(response.url));
  const text = await response.text();
  const next = new DOMParser().parseFromString(text, 'text/html');
  if (next.body.classList.contains('dateline-faults')) return reload();
  pageFaults = faultsOf(next, 'dl:faults');
  ownFaults = faultsOf(next, 'dl:own');
  const body = next.body.outerHTML;
  const other = whole && body !== written;
  if (other && (runs(document) || runs(next))) return reload();
  await restyle(next);
  if (whole) replace(next, other, body);
  dispatchEvent(new Event('dateline-renewed'));
}

/** Puts the head of another page in the place of this one's, and its body, if that is another. */
function replace(next, other, body) {
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
    (script) => !script.src.includes(own.pathname) && !RENEWS.test(script.src) && !/json$/.test(script.type),
  );
}
/** The script of the theme that waits for `dateline-renewed`. */
const RENEWS = /\/assets\/look\.[^/]*\.js$/;

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
/** How long a navigation of the reader's may take before the page is taken to stay, in ms. */
const DEPARTURE = 3000;
/** When the reader last set off for another page: loading this one again would stop that. */
let leftAt = -Infinity;
addEventListener('beforeunload', () => {
  leftAt = performance.now();
});

/** Runs `go`, which leads away from this page, unless the reader is leaving it already. */
function leave(go) {
  const wait = leftAt + DEPARTURE - performance.now();
  if (wait > 0) setTimeout(leave, wait, go);
  else go();
}

function reload() {
  leave(loadAgain);
}

function loadAgain() {
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

function faultsOf(page, id) {
  // The server's own, and nothing that a text of the site brings.
  const found = page.querySelector(`script[type="application/json"][id="${id}"]`);
  return found ? JSON.parse(found.textContent) : [];
}

const isHere = ({ address }) => address && new URL(address, location).pathname === location.pathname;

/**
 * What is shown of `count` errors or warnings, of which the server has told the first: those of the
 * file saved last, then those of this page, then the others.
 */
function ordered(told, count, severity) {
  const own = told.length < count ? ownFaults.filter((fault) => fault.severity === severity) : [];
  const text = (fault) => JSON.stringify({ ...fault, address: null });
  const known = new Set(told.map(text));
  const all = [...told, ...own.filter((fault) => !known.has(text(fault)))];
  const rank = (fault) => {
    if (fault.file && fault.file === news.last) return 0;
    return isHere(fault) || own.includes(fault) ? 1 : 2;
  };
  return all.sort((one, other) => rank(one) - rank(other));
}

/** For how many errors or warnings these stand. */
const standing = (faults) => faults.reduce((sum, { times = 1 }) => sum + times, 0);

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
  showErrors();
  showWarnings();
  mark();
}

function showErrors() {
  const told = news.faults.length > 0;
  const faults = told ? ordered(news.faults, news.errors, 'error') : pageFaults;
  const said = JSON.stringify(faults);
  for (const old of root?.querySelectorAll('.sheet.error, .pill') ?? []) {
    // Keeps what already shows the same errors.
    if (old.dataset.said !== said) old.remove();
  }
  if (faults.length === 0 || root?.querySelector('.sheet.error, .pill:not(.mark)')) return;
  const count = told ? news.errors : faults.length;
  const open = () => {
    dismissed = undefined;
    root.querySelector('button.pill').remove();
    show();
    root.querySelector('.close')?.focus();
  };
  const close = (focused) => {
    dismissed = said;
    show();
    if (focused) root.querySelector('button.pill')?.focus();
  };
  const old = news.held || !told || faults.some(isHere);
  const lead = old
    ? 'The page below is the last good version; it updates once the errors are fixed and saved.'
    : 'The page below is up to date; pages of files with errors stay as they were until these are fixed and saved.';
  const title = counted(count, 'error');
  const shown =
    said === dismissed
      ? make('button', { type: 'button', className: 'pill', onclick: open }, title)
      : sheet('error', { title, lead, faults, count, close });
  shown.dataset.said = said;
  stage().append(shown);
}

const counted = (count, word) => `${count} ${word}${count === 1 ? '' : 's'}`;

/** The list of errors or of warnings, over the lower part of the page. */
function sheet(kind, { title, lead, faults, count, close }) {
  const list = make('ol', {}, ...faults.map(fault));
  const rest = count - standing(faults);
  if (rest > 0) {
    list.append(make('li', { className: 'lead' }, `… and ${rest} more; “dateline check -vv” shows them all.`));
  }
  const hide = () => {
    const focused = panel.contains(root.activeElement);
    panel.remove();
    close(focused);
  };
  const button = make('button', { type: 'button', className: 'close', label: `Hide the ${kind}s`, onclick: hide }, '×');
  const head = make('div', kind === 'error' ? { role: 'alert' } : {},
    make('h2', { id: `${kind}s` }, title), make('p', { className: 'lead' }, lead));
  const panel = make('section', { className: `sheet ${kind}` }, make('div', { className: 'head' }, head, button), list);
  panel.setAttribute('aria-labelledby', `${kind}s`);
  return panel;
}

// ---- warnings ----------------------------------------------------------------------------

// They stand in a band of their own below the page, and their list opens on request only.

const PUT_ASIDE = 'dateline-warnings';
/** Whether their list is open. */
let listed = false;

const named = ({ code, file, message }) => [code, file, message].join(' ');

/** Whether there are warnings that were not put aside. */
function isNews() {
  if (news.warned === 0) sessionStorage.removeItem(PUT_ASIDE);
  const { names = [], count = 0 } = JSON.parse(sessionStorage.getItem(PUT_ASIDE) ?? '{}');
  const complete = standing(news.warnings) === news.warned;
  return news.warnings.some((fault) => !names.includes(named(fault))) && (complete || news.warned > count);
}

function showWarnings() {
  const there = isNews();
  const faults = there ? ordered(news.warnings, news.warned, 'warning') : [];
  const said = JSON.stringify([news.warned, faults]);
  listed &&= there;
  for (const old of root?.querySelectorAll('.sheet.warning, .band') ?? []) {
    if (old.dataset.said !== said || (!listed && old.matches('.sheet'))) old.remove();
  }
  host?.toggleAttribute('data-band', there);
  if (!there) return;
  const title = counted(news.warned, 'warning');
  const open = (wanted, focus = true) => {
    listed = wanted;
    show();
    if (focus) root.querySelector(wanted ? '.sheet.warning .close' : '.band .count')?.focus();
  };
  if (!root?.querySelector('.band')) {
    const away = () => {
      const names = news.warnings.map(named);
      sessionStorage.setItem(PUT_ASIDE, JSON.stringify({ names, count: news.warned }));
      showWarnings();
    };
    const band = make('aside', { className: 'band', label: 'Warnings' },
      make('button', { type: 'button', className: 'count', onclick: () => open(!listed) }, title),
      make('button', { type: 'button', className: 'away', label: 'Hide the warnings until there are others', onclick: away }, '×'));
    band.dataset.said = said;
    stage().append(band);
    host.toggleAttribute('data-band', true);
  }
  root.querySelector('.band .count').setAttribute('aria-expanded', String(listed));
  if (!listed || root.querySelector('.sheet.warning')) return;
  const lead = 'A build publishes the site in spite of warnings. Each says what is probably wrong, or lost.';
  const panel = sheet('warning', { title, lead, faults, count: news.warned, close: (focused) => open(false, focused) });
  panel.dataset.said = said;
  root.append(panel);
}

// ---- one error or warning ----------------------------------------------------------------

/** Splits a text into nodes; parts between backquotes become code. */
const words = (text) => text.split('`').map((part, n) => (n % 2 === 0 ? part : make('code', {}, part)));

function fault({ severity, place, link, message, lines, cure }) {
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
  const item = make('li', { className: `fault ${severity}` }, where, make('p', { className: 'message' }, ...words(message)));
  if (lines) item.append(make('pre', { tabIndex: 0 }, lines));
  if (cure) item.append(make('p', { className: 'cure' }, ...words(cure)));
  return item;
}

addEventListener('keydown', (event) => {
  const open = root?.querySelector('.sheet.error') ?? root?.querySelector('.sheet');
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
