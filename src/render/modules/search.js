// Searches the index of a site (src/search/mod.rs describes its files). Independent of any page:
// `open` takes a function that fetches files, so it runs wherever JavaScript does.

const WORD = /[\p{Alphabetic}\p{M}\p{N}]+/gu;
const ALONE = /[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3005-\u3007\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\u{20000}-\u{3ffff}]/gu;
// An "s" after an apostrophe ends with its word, or before a sign that stands alone.
const OWNED = new RegExp(`['’][sS](?!(?!${ALONE.source})[\\p{Alphabetic}\\p{M}\\p{N}])`, 'gu');

// What is no variant of another letter for Unicode but for who writes it.
const LETTERS = { ß: 'ss', æ: 'ae', œ: 'oe', ø: 'o', ł: 'l', đ: 'd', þ: 'th', ı: 'i', ى: 'ي', ی: 'ي', ک: 'ك', ة: 'ه' };
const SPELT = new RegExp(`[${Object.keys(LETTERS).join('')}]`, 'gu');

export const fold = (text) => {
  const bare = (some) => some.normalize('NFKD').replace(/\p{M}|[^\p{Alphabetic}\p{N}]/gu, '');
  return bare(bare(text).toLowerCase()).replace(SPELT, (letter) => LETTERS[letter]);
};

/** The words of a text, folded, with their positions. */
export const tokens = (text) => {
  const apart = text.replace(OWNED, (owned) => ' '.repeat(owned.length));
  const found = [];
  for (const { 0: run, index } of apart.matchAll(WORD)) {
    let at = 0;
    const add = (from, to) => {
      const word = to > from && fold(run.slice(from, to));
      if (word) found.push({ word, from: index + from, to: index + to });
    };
    for (const { 0: sign, index: where } of run.matchAll(ALONE)) {
      add(at, where);
      at = where + sign.length;
      add(where, at);
    }
    add(at, run.length);
  }
  return found;
};

const print = (bytes) => {
  let hash = 0x811c9dc5;
  for (const byte of bytes) hash = Math.imul(hash ^ byte, 0x01000193);
  return (hash >>> 0).toString(16).padStart(8, '0');
};

const reader = (bytes, at = 0) => {
  const varint = () => {
    let value = 0;
    let unit = 1;
    let byte;
    do {
      // A file that ends too early is none of this index.
      if (at >= bytes.length) throw new Error('stale');
      byte = bytes[at++];
      value += (byte & 127) * unit;
      unit *= 128;
    } while (byte > 127);
    return value;
  };
  return {
    varint,
    /** A number of things, each of which takes a byte at least. */
    count: () => {
      const value = varint();
      if (value > bytes.length - at) throw new Error('stale');
      return value;
    },
    zigzag: () => {
      const value = varint();
      return value % 2 ? -(value + 1) / 2 : value / 2;
    },
    /** A set, as a function that marks its entries in an array with one byte for each entry. */
    set: () => {
      const head = varint();
      const from = at;
      const to = (at += Math.floor(head / 2));
      if (to > bytes.length) throw new Error('stale');
      const each = (call) => {
        if (head % 2) {
          for (let n = from; n < to; n++) {
            for (let b = 0, byte = bytes[n]; byte; b++, byte >>= 1) if (byte & 1) call((n - from) * 8 + b);
          }
          return;
        }
        const gaps = reader(bytes, from);
        for (let doc = -1; gaps.at() < to; ) call((doc += gaps.varint() + 1));
      };
      const mark = (into, bit = 1) => {
        each((doc) => (into[doc] |= bit));
        return into;
      };
      mark.each = each;
      /** How many it has. */
      mark.size = () => {
        let some = 0;
        for (let n = from; n < to; n++) {
          if (head % 2) for (let byte = bytes[n]; byte; byte &= byte - 1) some++;
          else some += bytes[n] < 128;
        }
        return some;
      };
      return mark;
    },
    bytes: (length) => {
      const from = at;
      at += length;
      if (at > bytes.length) throw new Error('stale');
      return bytes.subarray(from, at);
    },
    at: () => at,
  };
};

// The fields in which a text has a word, as src/search/fields.rs numbers them.
const [HEADLINE, SUMMARY, REPEATED, NAME] = [1, 2, 4, 8];

/** The entries that have a word, as a function that marks them, and by field. */
const seen = (from) => {
  const all = from.set();
  const [fields] = from.bytes(1);
  const by = [];
  let places;
  for (const field of [HEADLINE, SUMMARY, REPEATED, NAME]) {
    if (!(fields & field)) continue;
    const set = from.set();
    by.push([field, set]);
    if (field === HEADLINE) places = from.bytes(set.size() * 2);
  }
  return { all, by, places };
};

/** The JSON at the start of a file, and a reader for the rest. */
const headed = (bytes) => {
  const end = 4 + new DataView(bytes.buffer, bytes.byteOffset).getUint32(0, true);
  return [JSON.parse(new TextDecoder().decode(bytes.subarray(4, end))), reader(bytes, end)];
};

/** How many letters one word is from another: left out, put in, changed, swapped. At most `most` + 1. */
const distance = (one, other, most) => {
  const [a, b] = [[...one], [...other]];
  let [two, row, next] = [[], Array.from(b.keys(), (n) => n).concat(b.length), []];
  for (let i = 1; i <= a.length; i++) {
    next = [i];
    for (let j = 1; j <= b.length; j++) {
      next[j] = Math.min(row[j] + 1, next[j - 1] + 1, row[j - 1] + (a[i - 1] !== b[j - 1]));
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) next[j] = Math.min(next[j], two[j - 2] + 1);
    }
    if (Math.min(...next) > most) return most + 1;
    [two, row] = [row, next];
  }
  return row[b.length];
};

/** A word as it is written without the letters that a keyboard may lack: "mueller" for "müller". */
const variants = (word) => {
  const bare = word.replace(/([aou])e/g, '$1').replace(/aa/g, 'a');
  return bare === word || bare.length < 3 ? [] : [bare];
};

// How many entries an exact phrase is looked up in.
const READ = 100;
// Fewer results than these are followed by entries that have at least this share of the words, by
// rarity; and none by those that have this share.
const [FEW, MOST, SOME] = [5, 0.55, 0.35];

/** How well an entry answers a question. */
const scored = (wanted, n, total) => {
  let [sum, part, titled, length] = [0, 0, 0, 0];
  wanted.forEach(({ has, worth, place, length: words, rare }, at) => {
    if (!has[n]) return;
    part += rare;
    sum += rare * worth[n];
    if (place[n] < 0) return;
    titled += rare;
    length = Math.max(length, words[n]);
    // Next to the word that is asked for before it, or near.
    const before = wanted[at - 1];
    if (!before?.has[n] || before.place[n] < 0) return;
    const gap = place[n] - before.place[n];
    sum += Math.min(rare, before.rare) * (gap === 1 || gap === 0 ? 0.5 : Math.abs(gap) < 4 ? 0.25 : 0.1);
  });
  // A headline that has all of it, the more so if it says little else.
  if (titled >= 0.999 * total) sum += total * (0.3 + 0.5 * Math.min(1, wanted.length / Math.max(length, 1)));
  return sum * (part / total) ** 1.5;
};

/** The groups of a question: "exact phrases", `-without`, `title:`, and the words between them. */
const grouped = (text) => {
  const groups = [];
  for (const [, no, head, quote, plain, space] of text.matchAll(/(?:(?<=^|\s)(-)(?=[\p{L}\p{N}"“„«]))?(title:\s*)?(?:["“”„«]([^"“”«»]*)["“”»]?|([^\s"“”„«»]+)|(\s+))/giu)) {
    const group = { no: !!no, head: !!head, exact: quote !== undefined, text: quote ?? plain ?? space };
    const last = groups.at(-1);
    const bare = !group.no && !group.head && !group.exact;
    if (bare && last && !last.no && !last.head && !last.exact) last.text += group.text;
    else if (group.text.trim()) groups.push(group);
    else if (last) last.closed = true;
  }
  return groups;
};

/** A question with the words in place that were taken for misspelt ones; nothing if there are none. */
const spelt = (text, groups) => {
  const changed = groups.flatMap(({ text, units }) => units.filter(({ spelt }) => spelt).map(({ from, to, spelt }) => [text.slice(from, to), spelt]));
  return changed.length ? changed.reduce((text, [from, to]) => text.replace(from, () => to), text) : undefined;
};

/** Text with the digits of any script as those of ASCII, which takes as many places. */
const western = (text) => text.replace(/\p{Nd}/gu, (digit) => {
  let value = 0;
  for (let code = digit.codePointAt(0); value < 9 && /\p{Nd}/u.test(String.fromCodePoint(code - value - 1)); ) value++;
  return digit.length === 1 ? value : digit;
});
const two = (number) => String(number).padStart(2, '0');
/** The days of a period that a phrase like "last month" means; `by`: how many units from now. */
const relative = (unit, by, today) => {
  const [year, month, date] = [today.getFullYear(), today.getMonth(), today.getDate()];
  const iso = (...parts) => {
    const day = new Date(Date.UTC(...parts));
    return day.toISOString().slice(0, 10);
  };
  switch (unit) {
    case 'day': return [iso(year, month, date + by), iso(year, month, date + by)];
    case 'week': {
      const monday = date - ((today.getDay() + 6) % 7) + 7 * by;
      return [iso(year, month, monday), iso(year, month, monday + 6)];
    }
    case 'month': return [iso(year, month + by, 1), iso(year, month + by + 1, 0)];
    case 'quarter': {
      const first = Math.floor(month / 3) * 3 + 3 * by;
      return [iso(year, first, 1), iso(year, first + 3, 0)];
    }
    default: return [`${year + by}`, `${year + by}`];
  }
};

/**
 * The period that a question names in words, and the question without them. `dates`: how the
 * interface writes dates of 2034 and the 2030s (src/view/date_text/question.rs).
 */
export const dated = (question, dates, language, today = new Date()) => {
  const text = western(question);
  const letter = `(?!${ALONE.source})[\\p{L}\\p{M}\\p{N}]`;
  const plain = (some) => western(some).replace(/[\u200e\u200f\u2066-\u2069]/g, '').replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replace(/\s+/g, '\\s+');
  // Phrases, and words with a sign, are meant as they are written.
  const free = text.replace(/["“”„«][^"“”«»]*["“”»]?|(?:title:\s*|(?<=^|\s)-)[^\s"“„«]+/giu, (some) => '\0'.repeat(some.length));
  const find = (pattern) => free.match(new RegExp(`(?<!${letter}|[-\\d])(?:${pattern})(?!${letter}|-?\\d)`, 'iu'));
  const ways = dates.flatMap(([words, code]) => {
    const way = [plain(words).replace('2034', '(?<y>\\d{4})').replace('2030', '(?<y>\\d{3}0)').replace('28', '(?<d>\\d{1,2})'), code];
    const month = code[0] === 'm' && western(words).replace('2034', '').trim();
    // "March 12, 2026", "2026 March".
    return month?.length > 2 && !/\d/.test(month)
      ? [[`${plain(month)}\\s+(?<d>\\d{1,2}),?\\s+(?<y>\\d{4})`, `d${code.slice(1)}`], way, [`(?<y>\\d{4})\\s+${plain(month)}`, code]] : [way];
  });
  ways.push(['(?<y>\\d{4})-(?<m>0[1-9]|1[0-2])-(?<d>\\d\\d)', 'd'], ['(?<y>\\d{4})-(?<m>0[1-9]|1[0-2])', 'm'], ['(?<y>\\d{4})-?Q(?<m>[1-4])', 'q']);
  const exactly = ways.filter(([, code]) => code[0] === 'd').concat(ways.filter(([, code]) => code[0] !== 'd'));
  const take = (found, from, to) => ({ from, to, said: found[0].trim(), text: `${text.slice(0, found.index)}${text.slice(found.index + found[0].length)}`.replace(/\s+/g, ' ').trimStart() });
  for (const [pattern, code] of exactly) {
    const found = find(pattern);
    if (!found) continue;
    const { y, d, m = code.slice(1) } = found.groups ?? {};
    if (code[0] === 't') return take(found, `${y ?? m}`, `${+(y ?? m) + 9}`);
    if (code[0] === 'd') {
      if (+d < 1 || +d > 31) continue;
      return take(found, `${y}-${two(m)}-${two(d)}`, `${y}-${two(m)}-${two(d)}`);
    }
    return code[0] === 'm' ? take(found, `${y}-${two(m)}`, `${y}-${two(m)}`) : take(found, `${y}-${two(m * 3 - 2)}`, `${y}-${two(m * 3)}`);
  }
  const said = new Intl.RelativeTimeFormat(language, { numeric: 'auto' });
  for (const unit of ['day', 'week', 'month', 'quarter', 'year']) {
    for (const by of [-1, 0]) {
      const words = said.format(by, unit);
      const found = !/\p{N}/u.test(words) && find(plain(words));
      if (found) return take(found, ...relative(unit, by, today));
    }
  }
  return undefined;
};

/**
 * Opens an index. `get(file, print)` returns the bytes of a file. If their fingerprint differs from
 * the manifest, the site was published again, and `stale` is thrown. `read(address)` returns the
 * text of an article, for exact phrases.
 */
export const open = async (get, read = async () => '') => {
  const manifest = JSON.parse(new TextDecoder().decode(await get('index.json')));
  // Of the documents, the first `entries` are entries; the others are articles without an event.
  const { count, entries, per } = manifest;
  const kept = new Map();
  const once = (name, make) => {
    if (!kept.has(name)) {
      const made = make();
      kept.set(name, made);
      made.catch(() => kept.delete(name));
    }
    return kept.get(name);
  };
  const file = async (name, mark) => {
    const bytes = await get(name, mark);
    if (print(bytes) !== mark) throw new Error('stale');
    return bytes;
  };
  const facets = manifest.facets.map(([id, total, first, near, far], n) => ({
    id,
    total,
    first: first.map(([id, label, count]) => ({ id, label, count })),
    /** The first choices, with their sets. */
    near: () => once(`${id} near`, async () => {
      const sets = reader(await file(`facet-${n}.bin`, near));
      return first.map(([id, label, count]) => ({ id, label, count, set: sets.set() }));
    }),
    /** All choices, with their sets. */
    async all() {
      const some = await this.near();
      if (total <= some.length) return some;
      return once(`${id} all`, async () => {
        const [names, sets] = headed(await file(`facet-${n}-more.bin`, far));
        return [...some, ...names.map(([id, label, count]) => ({ id, label, count, set: sets.set() }))];
      });
    },
  }));

  const words = (n) => once(`words ${n}`, async () => {
    const [[list, stems, names = []], sets] = headed(await file(`words-${n}.bin`, manifest.words[n][1]));
    const all = [];
    for (const own of stems) for (const stem of [own].flat()) while (all.length <= stem) all.push(seen(sets));
    return { forms: list ? list.split(' ') : [], stems, sets: all, names };
  });
  // The index sorts words by their bytes, that is, by code point.
  const before = (one, other) => {
    const [a, b] = [[...one], [...other]];
    for (let n = 0; n < a.length && n < b.length; n++) {
      if (a[n] !== b[n]) return a[n].codePointAt() < b[n].codePointAt();
    }
    return a.length < b.length;
  };
  /** The file of words that has `word`, by its number. */
  const firsts = manifest.words.map(([first]) => first);
  const place = (word) => {
    let n = firsts.length - 1;
    while (n > 0 && before(word, firsts[n])) n--;
    return n;
  };
  /** Words that start with `start` and satisfy `wanted`, with their file. */
  const begin = async (start, wanted) => {
    let n = place(start);
    const files = [];
    do files.push(words(n)); while (++n < firsts.length && firsts[n].startsWith(start));
    const found = [];
    for (const part of await Promise.all(files)) {
      part.forms.forEach((form, at) => form.startsWith(start) && wanted(form) && found.push({ form, part, at }));
    }
    return found;
  };
  const same = async (word) => {
    const part = await words(place(word));
    const at = part.forms.indexOf(word);
    return at < 0 ? [] : [{ form: word, part, at }];
  };
  const frequent = () => once('spellings', async () =>
    new TextDecoder().decode(await file('spellings.txt', manifest.spellings)).split('\n').map((line) => line.split(' ')));
  /** The word of the index that `word` most likely was meant to be: the nearest, then the most frequent. */
  const meant = async (word) => {
    const long = [...word].length;
    if (long < 4 || /\d/.test(word)) return undefined;
    const most = long > 5 ? 2 : 1;
    const { forms } = await words(place(word));
    let best;
    [...await frequent(), forms].forEach((some, rank) => {
      for (const form of some) {
        const far = Math.abs(form.length - word.length) <= most && !/\d/.test(form) ? distance(word, form, most) : most + 1;
        if (far > most) continue;
        const worth = far * 100 + rank - (form[0] === word[0] ? 0.5 : 0);
        if (!best || worth < best.worth) best = { form, worth };
      }
    });
    return best?.form;
  };
  /**
   * The forms that a word of a question matches. `last`: it may still be incomplete; `strict()`: it
   * is spelt as it is meant. `spelt`: the word that was taken in its place.
   */
  const forms = async (word, last, strict) => {
    const long = [...word].length;
    if (last && long > 2) {
      const some = await begin(word, () => true);
      if (some.length) return { found: some };
    }
    const ways = [word, ...variants(word)];
    const exact = (await Promise.all(ways.map(same))).flat();
    if (exact.length) return { found: exact };
    // No text contains this form: take the words that start with it, or else what was meant, or
    // else the words that start with most of it.
    if (long > 2 && !last) {
      const some = await begin(word, () => true);
      if (some.length) return { found: some };
    }
    const spelt = await strict() ? undefined : await meant(word);
    if (spelt) {
      const found = await same(spelt);
      if (found.length) return { found, spelt };
    }
    for (let cut = 1; cut <= 4 && long - cut >= 4; cut++) {
      const some = await begin([...word].slice(0, -cut).join(''), (form) => [...form].length <= long + 3);
      if (some.length) return { found: some };
    }
    return { found: [] };
  };
  const dates = () => once('dates', async () => {
    const from = reader(await file('dates.bin', manifest.dates));
    let day = 0;
    return Array.from({ length: count }, () =>
      Array.from({ length: from.count() }, () => {
        const open = from.varint();
        const first = open & 1 ? -Infinity : (day += from.zigzag());
        return [first, open & 2 ? Infinity : (day += from.zigzag())];
      }),
    );
  });
  /** Returns the entries, newest first. */
  const order = () => once('order', async () => {
    const from = reader(await file('order.bin', manifest.order));
    const newest = new Int32Array(count);
    for (let n = 0; n < count; n++) newest[count - 1 - n + from.zigzag()] = n;
    return newest;
  });
  const times = () => once('times', async () => {
    const from = reader(await file('times.bin', manifest.times));
    const found = { published: new Float64Array(count), updated: new Float64Array(count) };
    const before = [0, 0];
    for (let n = 0; n < count; n++) {
      for (const [which, list] of [found.published, found.updated].entries()) {
        const step = from.varint();
        list[n] = step ? (before[which] += (step - 1) % 2 ? -step / 2 : (step - 1) / 2) : -Infinity;
      }
    }
    return found;
  });

  /**
   * What some forms match, as a unit of a question: which entries have it, how much it counts for
   * each, and which word of how many it is in their headlines. `word`: the form that was asked for.
   */
  const unit = (found, word) => {
    const made = { has: new Uint8Array(count), worth: new Float32Array(count), place: new Int16Array(count).fill(-1), length: new Uint8Array(count), forms: new Set() };
    const seen = new Set();
    const fields = new Uint8Array(count);
    for (const { form, part, at } of found) {
      made.forms.add(form);
      // What has the same stem is a match too.
      const stems = [part.stems[at]].flat();
      if (found.length < 4) part.forms.forEach((other, n) => [part.stems[n]].flat().some((stem) => stems.includes(stem)) && made.forms.add(other));
      // A form that only begins like the word counts less.
      const share = !word || form === word ? 1 : 0.6;
      for (const stem of stems) {
        const set = part.sets[stem];
        if (seen.has(set)) continue;
        seen.add(set);
        for (const [field, mark] of set.by) mark(fields, field);
        let next = 0;
        set.all.each((n) => {
          if (n >= count) return;
          made.has[n] = 1;
          let worth = 1;
          if (fields[n] & HEADLINE) {
            const [at, of] = [set.places[next++], set.places[next++]];
            if (made.place[n] < 0 || at < made.place[n]) [made.place[n], made.length[n]] = [at, of];
            worth += 2 + 14 / (4 + Math.max(of, 4));
          }
          if (fields[n] & SUMMARY) worth += 1.2;
          if (fields[n] & REPEATED) worth += 1;
          if (fields[n] & NAME) worth += 1;
          fields[n] = 0;
          worth = share * (worth / (worth + 1.5));
          if (worth > made.worth[n]) made.worth[n] = worth;
        });
      }
    }
    return weighed(made);
  };
  /** A unit with its rarity. */
  const weighed = (made) => {
    let some = 0;
    for (let n = 0; n < count; n++) some += made.has[n];
    made.some = some;
    made.rare = Math.log(1 + (count - some + 0.5) / (some + 0.5));
    return made;
  };
  const both = (one, other) => one.has.map((has, n) => has & other.has[n]);
  const any = (set) => set.includes(1);
  /** Units that belong together as one. `as`: the same written as one word, if a text has it so. */
  const joined = (units, as) => {
    const made = { ...units[0], has: units.map(({ has }) => has).reduce((all, has) => all.map((one, n) => one & has[n])), worth: new Float32Array(count), place: units[0].place.slice(), length: units[0].length.slice(), forms: new Set(units.flatMap(({ forms }) => [...forms])) };
    for (let n = 0; n < count; n++) {
      if (made.has[n]) {
        made.worth[n] = units.reduce((sum, { worth }) => sum + worth[n], 0) / units.length;
        // Apart from each other they are hardly the same.
        const near = units.every(({ place }, at) => place[n] >= 0 && place[n] - units[0].place[n] <= at && (!at || place[n] >= units[at - 1].place[n]));
        if (!near) [made.worth[n], made.place[n]] = [made.worth[n] * (as ? 0.4 : 0.75), -1];
      }
      if (as?.has[n]) [made.has[n], made.worth[n], made.place[n], made.length[n]] = [1, Math.max(as.worth[n], made.worth[n]), as.place[n], as.length[n]];
    }
    as?.forms.forEach((form) => made.forms.add(form));
    return weighed(made);
  };

  /** The units of signs of a script without spaces: as long as the index has them together. */
  const signs = async (run) => {
    const pairs = await Promise.all(run.slice(1).map(({ word }, n) => same(run[n].word + word)));
    const units = [];
    let [open, first] = [[], 0];
    const close = async (to) => {
      if (!open.length) open = [unit(await same(run[first].word))];
      const made = open.length > 1 ? joined(open) : open[0];
      for (const { word } of run.slice(first, to)) made.forms.add(word);
      // A longer word is rarer than each of its pairs.
      if (made.some) made.rare *= 1 + Math.log(Math.max(open.length, 1));
      units.push({ ...made, from: run[first].from, to: run[to - 1].to });
      [open, first] = [[], to];
    };
    for (const [n, found] of pairs.entries()) {
      const next = found.length && unit(found);
      if (!next || (open.length && !any(both({ has: open.reduce((all, { has }) => all.map((one, n) => one & has[n]), new Uint8Array(count).fill(1)) }, next)))) await close(n + 1);
      else open.push(next);
    }
    await close(run.length);
    return units;
  };

  /** The units of a group of words that stand together in a question. */
  const units = async ({ text, exact }, open, strict) => {
    const asked = tokens(text);
    const made = [];
    const last = (n) => open && n === asked.length - 1 && asked[n].to === text.length;
    for (let n = 0; n < asked.length; n++) {
      const { word, from, to } = asked[n];
      if (ALONE.test(text.slice(from, to)) | (ALONE.lastIndex = 0)) {
        let end = n + 1;
        while (end < asked.length && /^\p{M}*$/u.test(text.slice(asked[end - 1].to, asked[end].from)) && (ALONE.test(text.slice(asked[end].from, asked[end].to)) | (ALONE.lastIndex = 0))) end++;
        made.push(...await signs(asked.slice(n, end)));
        n = end - 1;
        continue;
      }
      const next = asked[n + 1];
      if (next && !exact && to - from && /^[\s.\u2010\u2011-]?$/u.test(text.slice(to, next.from))) {
        const as = await same(word + next.word);
        const number = /^\d{1,3}$/.test(next.word) && /^\p{Alphabetic}+$/u.test(word);
        if (as.length && (number || !/\./.test(text.slice(to, next.from)))) {
          const whole = unit(as);
          const parts = number ? [] : await Promise.all([word, next.word].map(same));
          made.push({ ...(number ? whole : joined(parts.map((found) => unit(found)), whole)), from, to: next.to });
          for (const one of [word, next.word]) made.at(-1).forms.add(one);
          n++;
          continue;
        }
      }
      const { found, spelt } = exact ? { found: await same(word) } : await forms(word, last(n), async () => strict || !!(await cut(word)).length);
      const whole = unit(found, spelt ?? (last(n) ? word : undefined));
      // A word of two is both of them: where the index knows it, if they are wherever it is, and otherwise.
      const exactly = found.some(({ form }) => form === word);
      const parts = exact || last(n) || (exactly && /\d/.test(word)) ? [] : await cut(word, exactly ? whole : undefined);
      let one = whole;
      if (parts.length) {
        const two = joined(parts.map((found) => unit(found)), exactly ? whole : undefined);
        if (exactly || any(two.has)) one = two;
      }
      for (const half of exactly && /\d/.test(word) ? word.match(/\d+|\D+/gu) : []) one.forms.add(half);
      made.push({ ...one, from, to, ...(one === whole && spelt && { spelt }) });
    }
    return made;
  };
  /**
   * The two words of the index that a word consists of; none if there are none. `whole`: where the
   * index has it as one word. Both must be there too.
   */
  const cut = (word, whole) => once(`cut ${word} ${!whole}`, async () => {
    const spans = (found) => found.length && (!whole || unit(found).has.every((has, n) => has || !whole.has[n]));
    const border = word.match(/^(\p{Alphabetic}+)(\d+)$/u) ?? word.match(/^(\d+)(\p{Alphabetic}+)$/u);
    const ways = border ? [[border[1], border[2]]] : /^\p{Alphabetic}{6,}$/u.test(word) ? Array.from({ length: word.length - 5 }, (_, n) => [word.slice(0, n + 3), word.slice(n + 3)]) : [];
    const tried = await Promise.all(ways.map(async (parts) => {
      const head = await same(parts[0]);
      return spans(head) ? [head, await same(parts[1])] : [[], []];
    }));
    const known = tried.filter(([head, tail]) => spans(head) && spans(tail));
    // Of several ways, the one whose rarer half is most frequent.
    const least = (parts) => Math.min(...parts.map((found) => unit(found).some));
    return known.sort((one, other) => least(other) - least(one))[0] ?? [];
  });

  /** What the groups of a question match, and how well. */
  const having = async (text, strict) => {
    const groups = grouped(text);
    const named = [];
    const made = await Promise.all(groups.map(async (group, n) => {
      const some = await units(group, n === groups.length - 1 && !group.exact && !group.no, strict || group.no);
      return { ...group, units: group.head ? some.map((one) => weighed({ ...one, has: one.place.map((at, n) => one.has[n] & at >= 0) })) : some };
    }));
    if (groups.length === 1 && !groups[0].no) {
      const letters = (text) => tokens(text).map(({ word }) => word).join('');
      const asked = letters(groups[0].text);
      const meant = spelt(groups[0].text, made);
      for (const key of asked ? [asked, ...variants(asked), ...(meant ? [letters(meant)] : [])] : []) {
        const { names } = await words(place(key));
        for (const [name, t, u, some] of names) if (name === key && !named.some((one) => one.u === u)) named.push({ t, u, count: some });
      }
    }
    return { groups: made, terms: named };
  };
  /** Keeps of some entries those that have these phrases, of the best `READ`. */
  const keep = async (base, phrases, wanted, total) => {
    const score = new Float32Array(count);
    const some = [];
    for (let n = 0; n < count; n++) {
      if (!base[n]) continue;
      some.push(n);
      score[n] = scored(wanted, n, total);
    }
    some.sort((a, b) => score[b] - score[a]);
    const letters = (text) => ` ${tokens(text).map(({ word }) => word).join(' ')} `;
    const sought = phrases.filter(({ no }) => !no).map(({ text }) => letters(text));
    const unwanted = phrases.filter(({ no }) => no).map(({ text }) => letters(text));
    const has = await Promise.all(some.map(async (n, rank) => {
      if (rank >= READ) return !sought.length;
      const { t, k = '', u } = await card(n);
      let [text, rest] = [` ${letters(`${t}`)} ${letters(k)}`, sought];
      const lacks = () => (rest = rest.filter((phrase) => !text.includes(phrase))).length;
      if ((lacks() || unwanted.length) && !u.includes('#')) text += letters(await once(`text ${u}`, () => read(u)));
      return !lacks() && !unwanted.some((phrase) => text.includes(phrase));
    }));
    some.forEach((n, at) => (base[n] = +has[at]));
  };

  const day = (text, end) => {
    const [, year, month, date] = /^(-?\d{4})(?:-(\d\d))?(?:-(\d\d))?$/.exec(text) ?? [];
    if (!year) return undefined;
    const moment = new Date(0);
    moment.setUTCFullYear(+year, month ? month - 1 : end ? 11 : 0, date ?? 1);
    if (end && !date) moment.setUTCMonth(moment.getUTCMonth() + 1, 0);
    return moment / 864e5;
  };

  /**
   * Returns the entries that a query finds, in its order, and a function that counts for a facet what
   * it would find without that facet. A query:
   * `{text, strict, from, to, sort, since, chosen: {facet: [value]}}`. `strict`: words are spelt as
   * they are meant. With the order `best`, entries that have most of the words follow where few have
   * all of them.
   */
  const ask = async ({ text = '', from = '', to = '', strict = false, sort = 'happened', since, chosen = {} }) => {
    const [{ groups, terms }, newest] = await Promise.all([having(text, strict), order()]);
    const wanted = groups.filter(({ no }) => !no).flatMap(({ units }) => units);
    const base = new Uint8Array(count).fill(1);
    for (const { has } of wanted) for (let n = 0; n < count; n++) base[n] &= has[n];
    const whole = base.slice();
    // A word that the index does not have says less than those that it has.
    const known = wanted.filter(({ some }) => some);
    const usual = known.reduce((sum, { rare }) => sum + rare, 0) / known.length;
    for (const one of wanted) if (!one.some) one.rare = 0.6 * usual || 0;
    const total = wanted.reduce((sum, { rare }) => sum + rare, 0);
    // Where few entries have all words, those that have most of them.
    let partly = false;
    const full = base.reduce((sum, has) => sum + has, 0);
    if (sort === 'best' && wanted.length > 1 && full < FEW) {
      const least = (full ? MOST : SOME) * total;
      for (let n = 0; n < count; n++) {
        let [part, some] = [0, 0];
        for (const { has, rare } of wanted) if (has[n]) [part, some] = [part + rare, some + 1];
        if (!base[n] && some && part >= least) base[n] = 1;
      }
    }
    for (const { no, exact, units } of groups) {
      if (!no || !units.length || (exact && units.length > 1)) continue;
      const has = units.map(({ has }) => has).reduce((all, has) => all.map((one, n) => one & has[n]));
      for (let n = 0; n < count; n++) base[n] &= 1 - has[n];
    }
    const [first, last] = [day(from), day(to, true)];
    if (first !== undefined || last !== undefined) {
      const known = await dates();
      const within = ([earliest, latest]) => earliest <= (last ?? Infinity) && latest >= (first ?? -Infinity);
      for (let n = 0; n < count; n++) if (base[n] && !known[n].some(within)) base[n] = 0;
    }
    const phrases = groups.filter(({ exact, units }) => exact && units.length > 1);
    if (phrases.length) await keep(base, phrases, wanted, total);
    let moments;
    if (sort === 'published' || sort === 'updated' || since !== undefined) moments = await times();
    if (since !== undefined) {
      for (let n = 0; n < count; n++) if (moments.published[n] <= since && moments.updated[n] <= since) base[n] = 0;
    }
    // How many facets an entry fails: with none it matches, with one it still counts for that facet.
    const fails = new Uint8Array(count);
    const which = new Uint8Array(count);
    for (const [n, facet] of facets.entries()) {
      const wanted = chosen[facet.id];
      if (!wanted?.length) continue;
      const near = await facet.near();
      const choices = wanted.every((id) => near.some((choice) => choice.id === id)) ? near : await facet.all();
      const has = new Uint8Array(count);
      for (const choice of choices) if (wanted.includes(choice.id)) choice.set(has);
      for (let doc = 0; doc < count; doc++) if (!has[doc]) [fails[doc], which[doc]] = [fails[doc] + 1, n];
    }
    const results = [];
    for (const n of newest) if (base[n] && !fails[n]) results.push(n);
    const by = moments?.[sort];
    if (by) results.sort((a, b) => by[b] - by[a] || 0);
    if (sort === 'best' && wanted.length) {
      const score = new Float32Array(count);
      results.forEach((n, age) => (score[n] = scored(wanted, n, total) + 0.05 * total * (1 - age / results.length)));
      results.sort((a, b) => score[b] - score[a]);
      partly = results.some((n) => !whole[n]);
    }
    const words = wanted.map(({ forms }) => [...forms]);
    return {
      results,
      /** The pages of terms whose name the question is. */
      terms,
      /** Whether some results have not all words. */
      partly,
      /** The question as it was taken, if a word of it was misspelt. */
      spelt: spelt(text, groups),
      /** How many of the results are entries. */
      entries: results.filter((n) => n < entries).length,
      /** The forms that each word of the query matches. */
      words,
      forms: new Set(words.flat()),
      /** How many entries each of these choices of a facet would match. */
      counts: (facet, choices) => {
        const n = facets.indexOf(facet);
        const into = new Uint8Array(count);
        return choices.map(({ set }) => {
          set(into.fill(0));
          let sum = 0;
          for (let doc = 0; doc < entries; doc++) sum += into[doc] & base[doc] & (!fails[doc] || (fails[doc] === 1 && which[doc] === n));
          return sum;
        });
      },
    };
  };

  const card = async (n) => {
    const at = Math.floor(n / per);
    const cards = await once(`cards ${at}`, async () =>
      JSON.parse(new TextDecoder().decode(await file(`cards-${at}.json`, manifest.cards[at]))));
    return cards[n % per];
  };
  /** Fetches what every query needs. */
  const ready = () => Promise.all([order(), ...facets.map((facet) => facet.near())]);
  return { count, entries, facets, ask, card, ready };
};
