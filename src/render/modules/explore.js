// The page `/explore/`: keeps form, address, results and counts of one query in sync.

const PAGE = 20;
const live = document.querySelector('[data-explore]');
const form = live.querySelector('form');
const box = (name) => live.querySelector(`[data-${name}]`);
const list = live.querySelector('.entries');
const groups = [...live.querySelectorAll('[data-facet]')];
const plurals = new Intl.PluralRules(document.documentElement.lang);
// Digits as in the rest of the page.
const digits = new Intl.NumberFormat(`${document.documentElement.lang}-u-nu-${live.dataset.digits ?? 'latn'}`);
const number = (count) => digits.format(count);
const phrases = JSON.parse(live.dataset.words);
const articlePhrases = JSON.parse(live.dataset.articleWords);
const said = JSON.parse(live.dataset.searchWords);
const dates = JSON.parse(live.dataset.dates);
const showPhrases = JSON.parse(live.dataset.showWords);
const KEY = 'dateline-visit';

const make = (name, attributes = {}, ...children) => {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) if (value !== undefined) made.setAttribute(key, value);
  made.append(...children);
  return made;
};
/** The phrase for a number: its own, else that of the highest number of the same plural form. */
const found = (count, phrases) => {
  const form = plurals.select(count);
  const [, phrase] = phrases.find(([n]) => n === count)
    ?? phrases.filter(([n]) => plurals.select(n) === form).at(-1) ?? phrases.at(-1);
  return phrase.replace('#', number(count));
};

// The time of the last visit: stored on this device, never sent. A visit ends after half an hour.
const visited = (() => {
  const now = Math.floor(Date.now() / 6e4);
  try {
    const { last, before } = JSON.parse(localStorage.getItem(KEY)) ?? {};
    const since = last && now - last > 30 ? last : before;
    localStorage.setItem(KEY, JSON.stringify({ last: now, before: since }));
    return since;
  } catch {
    return undefined; // Storage may be blocked.
  }
})();

// The index: the browser caches each file under its fingerprint.
const fetched = async (file, mark) => {
  const from = `${live.dataset.explore}${file}${mark ? `?${mark}` : ''}`;
  const answer = await fetch(from, mark ? {} : { cache: 'no-cache' });
  if (!answer.ok) throw new Error(`${answer.status} ${from}`);
  return new Uint8Array(await answer.arrayBuffer());
};
/** The prose of an article's page. */
const prose = async (address) => {
  const answer = await fetch(address);
  if (!answer.ok) return '';
  const page = new DOMParser().parseFromString(await answer.text(), 'text/html').querySelector('.prose');
  for (const aside of page?.querySelectorAll('sup, .anchor') ?? []) aside.remove();
  return [...page?.querySelectorAll('p, li, td, dd, h2, h3') ?? []].map((block) => block.textContent).join(' ').replace(/\s+/gu, ' ');
};
// What searches comes with the first question, or when the form gets focus; most visits need none of it.
let search;
let index;
const opened = () => {
  index ??= import('./search.js').then((module) => {
    search = module;
    return search.open(fetched, prose);
  });
  index.catch(() => (index = undefined));
  return index;
};

// The question that is meant as it is written, although a word of it looks misspelt.
let written;

// The query in the form and in the address.
const read = () => {
  const asked = new URLSearchParams();
  for (const [name, value] of new FormData(form)) {
    // A trailing space means that the last word is complete.
    const text = name === 'q' ? value.trimStart() : value.trim();
    if (text && !(name === 'sort' && text === 'happened')) asked.append(name, text);
  }
  if (written !== undefined && written === asked.get('q')) asked.append('as', 'written');
  return asked;
};
const fill = (asked) => {
  for (const field of form.elements) {
    if (field.type === 'checkbox') field.checked = asked.getAll(field.name).includes(field.value);
    else if (field.name) field.value = asked.get(field.name) ?? (field.name === 'sort' ? 'happened' : '');
  }
  if (form.elements.sort.selectedIndex < 0) form.elements.sort.value = 'happened';
  written = asked.get('as') === 'written' ? asked.get('q') : undefined;
};
/** The period that the question names, if the form has none. */
const period = (asked) => (asked.has('from') || asked.has('to') ? undefined : search.dated(asked.get('q') ?? '', dates, document.documentElement.lang));
const question = (asked) => ({
  text: asked.get('q') ?? '',
  strict: asked.get('as') === 'written',
  from: form.elements.from.validity.valid ? asked.get('from') ?? '' : '',
  to: form.elements.to.validity.valid ? asked.get('to') ?? '' : '',
  ...period(asked),
  sort: asked.get('sort') ?? 'happened',
  since: asked.has('new') ? visited ?? Infinity : undefined,
  chosen: Object.fromEntries(groups.map(({ dataset: { facet } }) => [facet, asked.getAll(facet)]).filter(([, some]) => some.length)),
});

/** Text with the matches marked: every word that is one of `forms`. */
const marked = (text, forms) => {
  const parts = [];
  let at = 0;
  for (const { word, from, to } of search.tokens(text)) {
    if (!forms.has(word)) continue;
    parts.push(text.slice(at, from), make('mark', {}, text.slice(from, to)));
    at = to;
  }
  return [...parts, text.slice(at)];
};

/** The matches of a text, those next to each other as one. */
const together = (text, forms) => {
  const found = [];
  for (const { word, from, to } of search.tokens(text)) {
    if (!forms.has(word)) continue;
    const last = found.at(-1);
    if (last && /^[\s\p{M}-]?$/u.test(text.slice(last.to, from))) last.to = to;
    else found.push({ from, to });
  }
  return found.map(({ from, to }) => text.slice(from, to));
};

/** The direction of a language: by its script, else by itself. */
const direction = (language) => {
  if (!language) return undefined;
  const script = language.match(/-([a-z]{4})(-|$)/i)?.[1];
  return (script ? /^(arab|hebr|thaa|syrc|nkoo)$/i.test(script)
    : /^(ar|arc|ckb|dv|fa|he|nqo|ps|sd|ug|ur|yi)(-|$)/i.test(language)) ? 'rtl' : 'ltr';
};
/** Text of unknown direction: does not turn what is around it. */
const isolated = (text) => (document.documentElement.dir === 'rtl' ? `\u2068${text}\u2069` : text);

/** An address that leads to these texts on its page, where a browser marks them. */
const pointed = (address, texts) => {
  const told = texts.map((text) => `text=${encodeURIComponent(text).replaceAll('-', '%2D')}`).join('&');
  return told ? `${address}${address.includes('#') ? '' : '#'}:~:${told}` : address;
};

// As the component `card` draws an entry.
const turned = document.documentElement.dir === 'rtl';
const name = (text) => (turned ? make('bdi', {}, text) : text);
const linked = ({ t: text, l: label, u: url, d: date }, kind) => {
  // The index has signs of private use where the link and the date are.
  const parts = text.split(/([\ue000\ue001])/u).map((part) => {
    if (part === '\ue000') return make('a', { href: url }, name(label));
    if (part !== '\ue001') return part;
    const [short, datetime, edtf] = date;
    return datetime ? make('time', { class: 'date', datetime }, short) : make('span', { class: 'date', 'data-edtf': edtf ?? undefined }, short);
  });
  return make('span', { class: kind }, ...parts);
};
const drawn = (card, forms, again) => {
  const { t, u, w, d, e, m, k, c = [], p = [], o = [], a, b, y = [], z, l, s, i } = card;
  const when = d ? make('time', { class: 'when', datetime: d }, w) : make('span', { class: 'date when', 'data-edtf': e }, w);
  const meta = make('p', { class: 'meta' });
  if (z) meta.append(make('span', { class: 'other-date' }, z), ' ');
  for (const [id, label] of c) {
    const own = id === 'language' || id === 'wording' ? { lang: l, dir: direction(l) } : {};
    meta.append(make('span', { class: id === 'delay' ? id : `chip ${id}`, ...own }, label), ' ');
  }
  for (const [step, pattern, tentative, label, url, stance] of p) {
    const swatch = make('span', { class: `swatch stance-step-${step} pattern-${pattern}` });
    meta.append(make('span', { class: `stance${tentative ? ' tentative' : ''}` }, swatch, make('a', { href: url }, label), ` ${stance}`), ' ');
  }
  for (const [label, url] of o) meta.append(make('a', { href: url }, label), ' ');
  if (a && !again) meta.append(linked(a, 'from'), ' ');
  if (b) meta.append(linked(b, 'source'));
  const what = make('div', { class: 'what' },
    make('h3', { class: 'title', lang: l, dir: direction(l) }, make('a', { href: pointed(u, together(t, forms)) }, ...marked(t, forms))));
  if (k) what.append(make('p', { class: 'dek', lang: l, dir: direction(l) }, ...marked(k, forms)));
  what.append(meta);
  for (const [label, url] of y) what.append(make('p', { class: 'promise' }, make('a', { href: url }, label)));
  return make('li', { class: ['entry', again && 'again', m, `i${i}`, s].filter(Boolean).join(' ') }, when, what);
};

// If neither headline nor dek contains a word, an excerpt is taken from the article; only for results
// that scroll into view, a few at a time.
const AROUND = 60;
const excerpt = async (item, card, words) => {
  const text = await prose(card.u);
  const hit = search.tokens(text).find(({ word }) => words.has(word));
  if (!hit || !item.isConnected) return;
  // Some scripts have no spaces: then the cut is anywhere.
  const space = text.indexOf(' ', hit.from - AROUND) + 1;
  const start = hit.from <= AROUND ? 0 : space && space <= hit.from ? space : hit.from - AROUND;
  const cut = text.slice(start, hit.to + AROUND);
  const last = cut.lastIndexOf(' ');
  const end = start + cut.length < text.length && last > hit.to - start ? last : cut.length;
  const shown = `${start ? '… ' : ''}${cut.slice(0, Math.max(end, hit.to - start))}${start + end < text.length ? ' …' : ''}`;
  item.querySelector('.excerpt').replaceChildren(...marked(shown, words));
  // The words after the match tell which of its places is meant.
  item.querySelector('.title a').href = pointed(card.u, [text.slice(hit.from).split(' ').slice(0, 3).join(' ').replace(/\P{L}+$/u, '')]);
};
const wanted = new Map();
const sight = new IntersectionObserver((seen) => {
  for (const { isIntersecting, target } of seen) {
    if (!isIntersecting) continue;
    sight.unobserve(target);
    const [card, words] = wanted.get(target);
    wanted.delete(target);
    excerpt(target, card, words).catch(() => {});
  }
});

let turn = 0;
let answer;
let shown = 0;
const more = async (now) => {
  const { card } = await opened();
  const next = answer.results.slice(shown, shown + PAGE);
  const cards = await Promise.all(next.map(card));
  if (now !== turn) return undefined;
  const items = cards.map((one, n) => {
    const before = cards[n - 1];
    const item = drawn(one, answer.forms, Boolean(one.a && before?.a && before.a.u === one.a.u));
    const has = new Set(search.tokens(`${one.t} ${one.k ?? ''}`).map(({ word }) => word));
    const lacking = answer.words.find((forms) => !forms.some((form) => has.has(form)));
    // An entry listed by an article has no text of its own.
    if (lacking && !one.u.includes('#')) {
      // Reserves space, so that nothing moves when the excerpt arrives.
      item.querySelector('.meta').before(make('p', { class: 'excerpt', lang: one.l, dir: direction(one.l) }));
      wanted.set(item, [one, new Set(lacking)]);
      sight.observe(item);
    }
    return item;
  });
  if (!shown) {
    sight.disconnect();
    for (const item of wanted.keys()) if (items.includes(item)) sight.observe(item); else wanted.delete(item);
    list.replaceChildren(...items);
  } else list.append(...items);
  shown += items.length;
  box('next').hidden = shown >= answer.results.length;
  return items;
};

// Values of facets and their counts.
const option = (facet, { id, label, count }) =>
  make('li', {}, make('label', { class: 'option' },
    make('input', { type: 'checkbox', name: facet, value: id }), ' ', make('span', {}, label), ' ', make('span', { class: 'count' }, number(count))));
const widen = async (group, asked) => {
  const button = group.querySelector('[data-all]');
  if (!button) return undefined;
  const facet = (await opened()).facets.find(({ id }) => id === group.dataset.facet);
  const all = await facet.all();
  if (!button.isConnected) return undefined;
  const next = all.slice(group.querySelectorAll('li').length).map((choice) => option(facet.id, choice));
  for (const item of next) item.querySelector('input').checked = asked.getAll(facet.id).includes(item.querySelector('input').value);
  const held = document.activeElement === button;
  group.querySelector('ul').append(...next);
  button.remove();
  if (held) next[0].querySelector('input').focus();
  return next;
};
const count = async (now) => {
  const { facets } = await opened();
  for (const group of groups) {
    const facet = facets.find(({ id }) => id === group.dataset.facet);
    const choices = group.querySelector('[data-all]') ? await facet.near() : await facet.all();
    if (now !== turn) return;
    const counts = answer.counts(facet, choices);
    group.querySelectorAll('li').forEach((item, n) => {
      item.querySelector('.count').textContent = number(counts[n]);
      item.classList.toggle('none', !counts[n]);
    });
  }
};

/** Shows the active filters as buttons that remove one filter each. */
const loosen = (asked) => {
  const named = [...asked].filter(([name]) => name !== 'sort' && name !== 'as').map(([name, value]) => {
    const field = [...form.elements].find((one) => one.name === name && (one.type !== 'checkbox' || one.value === value));
    const label = field?.type === 'checkbox' ? field.labels[0].querySelector('span').textContent
      : live.dataset.filterWords.replace('{label}', () => field?.labels?.[0]?.textContent ?? name).replace('{value}', () => isolated(value));
    const what = live.dataset.removeWords.replace('{label}', () => isolated(label));
    const button = make('button', { type: 'button', class: 'button', 'aria-label': what }, label, make('span', { 'aria-hidden': 'true' }, ' ×'));
    button.addEventListener('click', () => {
      asked.delete(name, value);
      fill(asked);
      ask('push');
      form.elements.q.focus();
    });
    return button;
  });
  box('loose').replaceChildren(...named);
};

// What is told of a question, above its results.
const told = make('div', { class: 'loosen', hidden: '' });
box('loosen').before(told);
const pressed = (label, then) => {
  const button = make('button', { type: 'button', class: 'button' }, label);
  button.addEventListener('click', () => {
    then();
    ask('push');
    form.elements.q.focus();
  });
  return button;
};
const tell = (asked) => {
  const lines = answer.terms.map(({ t, u, count }) =>
    make('p', {}, make('a', { href: u }, said.term.replace('{term}', () => t)), ' ', make('span', { class: 'count' }, number(count))));
  const text = asked.get('q') ?? '';
  if (answer.spelt) {
    lines.push(make('p', {}, said.spelt.replace('{spelt}', () => answer.spelt.trim()), ' ',
      pressed(said.as_written.replace('{asked}', () => text.trim()), () => (written = text))));
  }
  const named = period(asked);
  const buttons = [];
  if (named) {
    const label = live.querySelector('.bounds').closest('details').querySelector('summary').textContent.trim();
    buttons.push(pressed(live.dataset.filterWords.replace('{label}', () => label).replace('{value}', () => isolated(named.said)), () => (form.elements.q.value = named.text)));
  }
  if (asked.get('sort') === 'best' && answer.results.length > 1) {
    buttons.push(pressed(said.by_date, () => {
      form.elements.sort.value = 'happened';
      ordered = true;
    }));
  }
  if (buttons.length) lines.push(make('p', { class: 'loose' }, ...buttons));
  if (answer.partly) lines.push(make('p', {}, said.partly));
  if (text && !answer.results.length) lines.push(make('p', {}, said.hint));
  told.replaceChildren(...lines);
  told.hidden = !lines.length;
};
// Whether the reader has chosen the order of this question.
let ordered = false;

/** Runs the query in the form. `keep`: push or replace the address; leaves it if not given. */
const ask = async (keep) => {
  const now = ++turn;
  const asked = read();
  const address = `${location.pathname}${asked.size ? `?${asked}` : ''}`;
  if (keep && address !== location.pathname + location.search) history[`${keep}State`](keep === 'push' ? null : history.state, '', address);
  const chosen = [...asked.keys()].filter((name) => !['q', 'sort', 'as'].includes(name)).length;
  box('chosen').textContent = chosen ? number(chosen) : '';
  box('clear').disabled = !asked.size;
  live.setAttribute('aria-busy', 'true');
  try {
    const got = await (await opened()).ask(question(asked));
    if (now !== turn) return;
    answer = got;
    shown = 0;
    await more(now);
    if (now !== turn) return;
    box('found').textContent = found(answer.entries, phrases);
    const articles = answer.results.length - answer.entries;
    // A page that is older than the index may lack the phrases.
    box('articles').textContent = articles && articlePhrases.length ? found(articles, articlePhrases) : '';
    // With the results: what stands above them moves none.
    loosen(asked);
    tell(asked);
    box('loosen').hidden = answer.results.length > 0;
    box('show').textContent = found(answer.results.length, showPhrases);
    box('broken').hidden = true;
    await count(now);
    if (now === turn) live.removeAttribute('aria-busy');
  } catch (fault) {
    if (now !== turn) return;
    if (fault.message === 'stale' && !ask.again) {
      // The site was published again since the manifest was read.
      ask.again = true;
      index = undefined;
      return ask();
    }
    loosen(asked);
    live.removeAttribute('aria-busy');
    box('broken').hidden = false;
    box('found').textContent = box('broken').textContent;
    console.warn(fault);
  }
};

const start = async () => {
  const asked = new URLSearchParams(location.search);
  fill(asked);
  // Values that the page does not show yet.
  for (const group of groups) {
    const held = new Set([...group.querySelectorAll('input')].map(({ value }) => value));
    if (asked.has(group.dataset.facet)) group.open = true;
    if (asked.getAll(group.dataset.facet).some((id) => !held.has(id))) await widen(group, asked).catch(() => {});
  }
  const { shown: before, at } = history.state ?? {};
  if (!asked.size && !answer && !before) return;
  await ask();
  // Back to where the reader left the list.
  if (!before || !answer) return;
  while (shown < Math.min(before, answer.results.length) && (await more(turn))?.length);
  list.children[at]?.querySelector('a').focus();
};
/** The results, to walk through. */
const links = () => [...list.querySelectorAll('.title a')];
live.addEventListener('keydown', (event) => {
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  const all = links();
  const at = all.indexOf(event.target);
  if (!step || event.altKey || event.ctrlKey || event.metaKey || event.shiftKey || (at < 0 && event.target !== form.elements.q)) return;
  const next = at + step < 0 ? form.elements.q : all[at + step];
  if (at < 0 && step < 0) return;
  event.preventDefault();
  next?.focus();
});
list.addEventListener('click', ({ target }) => {
  const at = links().indexOf(target.closest('a'));
  if (at >= 0) history.replaceState({ shown: list.children.length, at }, '');
});

if (visited !== undefined) box('new').classList.remove('absent');
form.addEventListener('submit', (event) => {
  event.preventDefault();
  ask('push');
});
form.addEventListener('input', ({ target }) => {
  const { q, sort } = form.elements;
  if (target === sort) ordered = true;
  // A question is answered best first, unless the reader orders otherwise.
  if (target === q) {
    if (!q.value.trim()) ordered = false;
    if (q.value.trim() ? !ordered && sort.value === 'happened' : sort.value === 'best') sort.value = q.value.trim() ? 'best' : 'happened';
  }
  ask(target === q ? 'replace' : 'push');
});
box('clear').addEventListener('click', () => {
  fill(new URLSearchParams());
  ask('push');
  form.elements.q.focus();
});
box('next').addEventListener('click', async () => {
  if (!answer) await ask();
  const items = await more(turn);
  items?.[0]?.querySelector('a').focus();
});
for (const group of groups) {
  group.querySelector('[data-all]')?.addEventListener('click', async () => {
    await widen(group, read()).catch(() => (box('broken').hidden = false));
    if (answer) count(turn);
  });
}
const toggle = live.querySelector('.filters-toggle');
toggle.addEventListener('click', () => {
  toggle.setAttribute('aria-expanded', toggle.getAttribute('aria-expanded') !== 'true');
});
box('show').addEventListener('click', () => {
  toggle.setAttribute('aria-expanded', 'false');
  document.getElementById('explore-results').focus();
});
addEventListener('popstate', start);
// Fetches what every query needs when the form gets focus, before the first key press.
form.addEventListener('focusin', () => opened().then(({ ready }) => ready()).catch(() => {}), { once: true });
start();
