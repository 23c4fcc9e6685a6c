// How high the right entry stands: DATELINE=PROGRAM node search-rank.js [--all] (not a test).
// `--all` prints each question with its rank.
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { aside, build, mean, named, SITES } from './lib/questions.js';
import { open } from '../../src/render/modules/search.js';

const root = join(import.meta.dirname, '../..');
const program = [process.env.DATELINE, ...['release', 'debug'].map((profile) => join(process.env.CARGO_TARGET_DIR ?? join(root, 'target'), profile, 'dateline'))]
  .find((path) => path && existsSync(path));
if (!program) throw new Error('build dateline first, or say where it is in DATELINE');

for (const [name, { questions }] of Object.entries(SITES)) {
  const folder = mkdtempSync(join(tmpdir(), 'rank-'));
  try {
    const out = build(program, name, folder);
    const index = await open(async (file) => new Uint8Array(readFileSync(join(out, 'search', file))));
    const ids = await Promise.all(Array.from({ length: index.count }, async (_, n) => named((await index.card(n)).u)));
    const ranks = [];
    for (const [text, ...wanted] of questions) {
      for (const id of wanted) if (!id.startsWith('=') && !ids.includes(id)) throw new Error(`${name} has no ${id}`);
      const { results, terms = [] } = await index.ask({ text, sort: 'best' });
      const found = [...terms.map(({ t }) => `=${t}`), ...results.map((n) => ids[n])];
      ranks.push(found.findIndex((id) => wanted.includes(id)) + 1);
      if (process.argv.includes('--all')) console.log(`${ranks.at(-1)}\t${aside(ranks.length - 1) ? '*' : ' '}\t${text}\t${found.length}\t${found.slice(0, 3).join(' ')}`);
    }
    const part = (which) => mean(ranks.filter((_, n) => aside(n) === which)).toFixed(3);
    console.log(`${name}: ${ranks.length} questions, mean reciprocal rank ${mean(ranks).toFixed(3)} (kept aside ${part(true)}, others ${part(false)})`);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
