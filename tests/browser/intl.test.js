// Days in words are those of the browser's own data (CLDR), except where a message file has a reason.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { unescape } from './lib/html.js';

const root = join(import.meta.dirname, '../..');
const program = [process.env.DATELINE, ...['release', 'debug'].map((profile) => join(process.env.CARGO_TARGET_DIR ?? join(root, 'target'), profile, 'dateline'))]
  .find((path) => path && existsSync(path));

/** Five days of each month, of three years. */
const days = Array.from({ length: 60 }, (_, n) => {
  const [month, day] = [1 + Math.floor(n / 5), [1, 2, 9, 21, 28][n % 5]];
  return `${2023 + (n % 3)}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
});

/** The locale of each language, and what its file says instead. */
const LANGUAGES = {
  ar: ['ar'],
  de: ['de'],
  // The order of Britain: 9 December 2025.
  en: ['en-GB'],
  es: ['es'],
  // The first of a month is "1er", as everybody writes; CLDR has no form for it.
  fr: ['fr', (text) => text.replace(/^1 /, '1er ')],
  he: ['he'],
  hi: ['hi'],
  id: ['id'],
  ja: ['ja'],
  // The first of a month is "1º" in Brazil; CLDR has no form for it.
  pt: ['pt-BR', (text) => text.replace(/^1 /, '1º ')],
  // The year in full, as news write it in a text: "2025 года".
  ru: ['ru', (text) => text.replace(/ г\.$/, ' года')],
  zh: ['zh-Hans'],
};

/** A line does not break within a date; which space says so is the file's affair. */
const plain = (text) => text.replace(/[\u00a0\u202f]/g, ' ').replace(/[\u200e\u200f\u2066-\u2069]/g, '');

describe('sixty days in each language', { skip: !program && 'build dateline first, or say where it is in DATELINE' }, () => {
  let folder;
  before(() => {
    folder = mkdtempSync(join(tmpdir(), 'dateline-intl-'));
    mkdirSync(join(folder, 'content'));
    writeFileSync(join(folder, 'site.yaml'), 'title: Days\nurl: https://example.org/\n');
    for (const language of Object.keys(LANGUAGES)) {
      for (const day of days) {
        const text = `---\ntitle: Day\ndate: 2022\nlang: ${language}\npublished: ${day}\nslug: ${language}-${day}\n---\nText.\n`;
        writeFileSync(join(folder, 'content', `${language}-${day}.md`), text);
      }
    }
    execFileSync(program, ['build', '--quiet', '--root', folder, '--now', '2026-06-01', '--output', join(folder, 'public')], { stdio: 'pipe' });
  });
  after(() => rmSync(folder, { recursive: true, force: true }));

  for (const [language, [locale, reason = (text) => text]] of Object.entries(LANGUAGES)) {
    it(language, () => {
      const form = new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' });
      for (const day of days) {
        const page = readFileSync(join(folder, 'public', `${language}-${day}`, 'index.html'), 'utf8');
        const [, said] = page.match(new RegExp(`<time class="stamp" datetime="${day}">([^<]*)</time>`)) ?? [];
        assert.ok(said, `${language} ${day} has no stamp`);
        assert.equal(plain(unescape(said)), reason(plain(form.format(new Date(day)))), day);
      }
    });
  }
});
