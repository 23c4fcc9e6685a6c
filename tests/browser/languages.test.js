// The interface in each language that comes with the program: the pages of one site, built in all of
// them, as a browser lays them out, as they are read out, and as the Nu checker sees them.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { appendFileSync, cpSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { faults, launch, reader } from './lib/browser.js';
import { program } from './lib/served.js';
import { serve } from './lib/site.js';

const languages = ['ar', 'de', 'en', 'es', 'fr', 'he', 'hi', 'id', 'ja', 'pt', 'ru', 'zh'];
const addresses = {
  front: '/',
  article: '/vestrol/',
  term: '/organisations/quorli/',
  expected: '/expected/',
  explore: '/explore/',
  lanes: '/lanes/',
};
const fixture = fileURLToPath(new URL('../sites/languages', import.meta.url));
const jar = String(createRequire(import.meta.url)('vnu-jar'));
const isTurned = (language) => language === 'ar' || language === 'he';

describe('the pages of a site in each language of the interface', () => {
  let around;
  let browser;
  before(async () => {
    around = mkdtempSync(join(tmpdir(), 'dateline-languages-'));
    for (const language of languages) {
      const root = join(around, language);
      cpSync(fixture, root, { recursive: true });
      appendFileSync(join(root, 'site.yaml'), `language: ${language}\n`);
      const built = spawnSync(program, ['build', '--quiet', '--root', root, '--now', '2026-01-15'], { encoding: 'utf8' });
      assert.equal(built.status, 0, `${language}: ${built.stderr}`);
    }
    browser = await launch();
  });
  after(async () => {
    await browser?.close();
    rmSync(around, { recursive: true, force: true });
  });

  for (const language of languages) {
    it(`${language} fits a phone and a desk, and can be read by everybody`, async () => {
      const site = await serve(join(around, language, 'public'), '/');
      const found = [];
      try {
        for (const width of [390, 1280]) {
          const reads = await reader(browser, site, { width, height: 900 });
          for (const [name, address] of Object.entries(addresses)) {
            const troubles = await reads.open(address);
            const all = [...troubles, ...(await faults(reads.page))];
            found.push(...all.map((fault) => `${name} at ${width}: ${fault}`));
            const [lang, direction] = await reads.page.evaluate(() => {
              const root = document.documentElement;
              return [root.lang, getComputedStyle(root).direction];
            });
            assert.equal(lang, language, name);
            assert.equal(direction, isTurned(language) ? 'rtl' : 'ltr', name);
          }
          await reads.close();
        }
      } finally {
        await site.close();
      }
      assert.deepEqual(found, []);
    });
  }

  it('the Nu checker finds nothing in any of them', () => {
    const files = languages.flatMap((language) =>
      Object.values(addresses).map((address) => join(around, language, 'public', address, 'index.html')));
    assert.deepEqual(files.filter((file) => !existsSync(file)), []);
    const java = spawnSync(
      'java',
      ['-Xss1m', '-jar', jar, '--format', 'json', '--stdout', '--exit-zero-always', ...files],
      { encoding: 'utf8', maxBuffer: 1 << 28 },
    );
    assert.ifError(java.error);
    // It guesses the language by the words, and most of these are names that are made up.
    const isGuess = ({ message }) => /^This document appears to be written in /.test(message);
    const said = JSON.parse(java.stdout).messages.filter((one) => !isGuess(one));
    assert.deepEqual(said.map(({ url, lastLine, message }) => `${url}:${lastLine} ${message}`), []);
  });
});
