// Searches the index of a site (src/search/mod.rs describes its files). Independent of any page:
// `open` takes a function that fetches files, so it runs wherever JavaScript does.

const WORD = /[\p{Alphabetic}\p{M}\p{N}]+/gu;
const ALONE = /[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3005-\u3007\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\u{20000}-\u{3ffff}]/gu;
// An "s" after an apostrophe ends with its word, or before a sign that stands alone.
const OWNED = new RegExp(`['’][sS](?!(?!${ALONE.source})[\\p{Alphabetic}\\p{M}\\p{N}])`, 'gu');

export const fold = (text) => {
  const bare = (some) => some.normalize('NFKD').replace(/\p{M}|[^\p{Alphabetic}\p{N}]/gu, '');
  return bare(bare(text).toLowerCase());
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
      return (into, bit = 1) => {
        if (head % 2) {
          for (let n = from; n < to; n++) {
            for (let b = 0, byte = bytes[n]; byte; b++, byte >>= 1) if (byte & 1) into[(n - from) * 8 + b] |= bit;
          }
          return into;
        }
        const gaps = reader(bytes, from);
        for (let doc = -1; gaps.at() < to; ) into[(doc += gaps.varint() + 1)] |= bit;
        return into;
      };
    },
    at: () => at,
  };
};

/** The JSON at the start of a file, and a reader for the rest. */
const headed = (bytes) => {
  const end = 4 + new DataView(bytes.buffer, bytes.byteOffset).getUint32(0, true);
  return [JSON.parse(new TextDecoder().decode(bytes.subarray(4, end))), reader(bytes, end)];
};

/**
 * Opens an index. `get(file, print)` returns the bytes of a file. If their fingerprint differs from
 * the manifest, the site was published again, and `stale` is thrown.
 */
export const open = async (get) => {
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
    const [[list, stems], sets] = headed(await file(`words-${n}.bin`, manifest.words[n][1]));
    const all = [];
    for (const own of stems) for (const stem of [own].flat()) while (all.length <= stem) all.push(sets.set());
    return { forms: list ? list.split(' ') : [], stems, sets: all };
  });
  // The index sorts words by their bytes, that is, by code point.
  const before = (one, other) => {
    const [a, b] = [[...one], [...other]];
    for (let n = 0; n < a.length && n < b.length; n++) {
      if (a[n] !== b[n]) return a[n].codePointAt() < b[n].codePointAt();
    }
    return a.length < b.length;
  };
  /** Words that start with `start` and satisfy `wanted`, with their file. */
  const begin = async (start, wanted) => {
    const firsts = manifest.words.map(([first]) => first);
    let n = firsts.length - 1;
    while (n > 0 && before(start, firsts[n])) n--;
    const files = [];
    do files.push(words(n)); while (++n < firsts.length && firsts[n].startsWith(start));
    const found = [];
    for (const part of await Promise.all(files)) {
      part.forms.forEach((form, at) => form.startsWith(start) && wanted(form) && found.push({ form, part, at }));
    }
    return found;
  };
  /** The forms that a word of a query matches. `last`: it may still be incomplete. */
  const forms = async (word, last) => {
    const long = [...word].length;
    if (last && long > 2) {
      const some = await begin(word, () => true);
      if (some.length) return some;
    }
    const same = await begin(word, (form) => form === word);
    if (same.length) return same;
    // No text contains this form: take the words that start with it, or else with most of it.
    if (long > 2 && !last) {
      const some = await begin(word, () => true);
      if (some.length) return some;
    }
    for (let cut = 1; cut <= 4 && long - cut >= 4; cut++) {
      const some = await begin([...word].slice(0, -cut).join(''), (form) => [...form].length <= long + 3);
      if (some.length) return some;
    }
    return [];
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

  /** For each word of `text`, the entries that contain it; the last word may be incomplete. */
  const having = async (text) => {
    const asked = tokens(text);
    const open = asked.length && asked.at(-1).to === text.length;
    const lists = await Promise.all(asked.map(async ({ word }, n) => {
      const found = await forms(word, open && n === asked.length - 1);
      const into = new Uint8Array(count);
      const seen = new Set();
      for (const { part, at } of found) {
        for (const stem of [part.stems[at]].flat()) {
          const set = part.sets[stem];
          if (!seen.has(set)) set(into);
          seen.add(set);
        }
      }
      return { into, forms: found.map(({ form }) => form) };
    }));
    return { lists: lists.map(({ into }) => into), words: lists.map(({ forms }) => forms) };
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
   * `{text, from, to, sort, since, chosen: {facet: [value]}}`.
   */
  const ask = async ({ text = '', from = '', to = '', sort = 'happened', since, chosen = {} }) => {
    const [{ lists, words }, newest] = await Promise.all([having(text), order()]);
    const base = new Uint8Array(count).fill(1);
    for (const list of lists) for (let n = 0; n < count; n++) base[n] &= list[n];
    const [first, last] = [day(from), day(to, true)];
    if (first !== undefined || last !== undefined) {
      const known = await dates();
      const within = ([earliest, latest]) => earliest <= (last ?? Infinity) && latest >= (first ?? -Infinity);
      for (let n = 0; n < count; n++) if (base[n] && !known[n].some(within)) base[n] = 0;
    }
    let moments;
    if (sort !== 'happened' || since !== undefined) moments = await times();
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
    return {
      results,
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
