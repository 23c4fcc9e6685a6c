// The sites and lists of questions by which the ranking of the search is measured.
import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import articles from '../sites/scripts/articles.js';
import frozen from '../questions/frozen.js';
import scripts from '../questions/scripts.js';

const here = join(import.meta.dirname, '..');
const NOW = '2026-11-29T12:00:00Z';

/** Each site by name: how its project is written into a folder, and the questions asked of it. */
export const SITES = {
  frozen: { project: (folder) => cpSync(join(here, 'sites/frozen'), folder, { recursive: true }), questions: frozen },
  scripts: {
    project: (folder) => {
      mkdirSync(join(folder, 'content'), { recursive: true });
      writeFileSync(join(folder, 'site.yaml'), 'title: Eleven scripts\nurl: https://scripts.example.org/\n');
      for (const [id, lang, date, title, summary, text, organisations] of articles) {
        const keys = { id, slug: id, lang, date, title, summary, organisations };
        const front = Object.entries(keys).map(([key, value]) => `${key}: ${key === 'date' ? value : JSON.stringify(value)}`);
        writeFileSync(join(folder, 'content', `${id}.md`), `---\n${front.join('\n')}\n---\n\n${text}\n`);
      }
    },
    questions: scripts,
  },
};

/** Builds a site into `folder`/public. */
export const build = (program, name, folder) => {
  SITES[name].project(folder);
  execFileSync(program, ['build', '--quiet', '--root', folder, '--output', join(folder, 'public'), '--now', NOW], { stdio: 'pipe' });
  return join(folder, 'public');
};

/** Whether question number `n` is one of those that are kept aside. */
export const aside = (n) => n % 3 === 2;

/** What a result leads to, as the lists name it: an entry within an article, an article, a term. */
export const named = (address, base = '/') => {
  const [path, entry] = decodeURI(address).split('#entry-');
  return entry ?? path.slice(base.length).replace(/\/(index\.html)?$/, '');
};

/** The mean reciprocal rank of some ranks, which begin at 1; 0 if nothing right was found. */
export const mean = (ranks) => ranks.reduce((sum, rank) => sum + (rank && 1 / rank), 0) / ranks.length;

export const json = (file) => JSON.parse(readFileSync(file, 'utf8'));
