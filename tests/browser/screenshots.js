// Pictures of the main pages, to be looked at: node screenshots.js FOLDER
import { mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { launch, reader } from './lib/browser.js';
import { kind, serve } from './lib/site.js';

const folder = process.argv[2];
if (!folder) {
  console.error('Usage: [SITE=FOLDER] node screenshots.js FOLDER');
  process.exit(2);
}
const shots = {
  front: 'the front page',
  article: 'an article with corrections and events',
  explainer: 'an explainer',
  term: 'a term',
  taxonomy: 'a taxonomy',
  expected: 'what is expected',
  corrections: 'the corrections',
  explore: 'the page that explores',
  year: 'a year',
  month: 'a month',
  stories: 'a page of the kind stories',
  story: 'a page of the kind storyline',
};
const windows = [[390, 844], [1280, 900]];

mkdirSync(folder, { recursive: true });
const site = await serve();
const browser = await launch();
try {
  for (const [width, height] of windows) {
    for (const dark of [false, true]) {
      const reads = await reader(browser, site, { width, height, dark });
      for (const [name, what] of Object.entries(shots)) {
        await reads.open(kind(what).address);
        const file = (part) => join(folder, `${name}-${width}-${dark ? 'dark' : 'light'}-${part}.png`);
        await reads.page.screenshot({ path: file('first') });
        await reads.page.screenshot({ path: file('full'), fullPage: true });
      }
      await reads.close();
    }
  }
} finally {
  await browser.close();
  await site.close();
}
console.log(`Pictures are in ${resolve(folder)}`);
