// What a frame costs while lanes are zoomed and panned: SITE=FOLDER node lanes-cost.js
// Prints the time of the processor for script, style and layout of the frames in the browser's trace, in milliseconds.
import { launch } from './lib/browser.js';
import { serve } from './lib/site.js';

const site = await serve();
const browser = await launch();
const page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
await page.goto(site.address('/lanes/'));
await page.waitForSelector('.lanes-tools.is-live');
const marks = await page.locator('.chart-scroll g[role="listitem"]').count();
const scroller = page.locator('.lanes-wide .chart-scroll');
await scroller.scrollIntoViewIfNeeded();
const box = await scroller.boundingBox();
await page.mouse.move(box.x + box.width / 2, Math.min(box.y + 200, 800));

/** Milliseconds of script, style and layout between two frames, the dearest first. */
async function traced(act) {
  await browser.startTracing(page, { categories: ['devtools.timeline', 'devtools.timeline.frame', 'disabled-by-default-devtools.timeline'] });
  await act();
  await page.waitForTimeout(300);
  const { traceEvents } = JSON.parse(await browser.stopTracing());
  const laid = traceEvents.filter(({ name }) => name === 'Layout').map(({ tid }) => tid);
  const main = laid.toSorted((a, b) => laid.filter((tid) => tid === a).length - laid.filter((tid) => tid === b).length).at(-1);
  const of = (...names) => traceEvents.filter(({ name, ph, tid }) => ph === 'X' && tid === main && names.includes(name));
  const scripts = of('FireAnimationFrame', 'EventDispatch', 'TimerFire');
  // What a script asks for is in its own time.
  const inScript = ({ ts }) => scripts.some((script) => ts >= script.ts && ts < script.ts + script.dur);
  const layouts = of('UpdateLayoutTree', 'Layout').filter((event) => !inScript(event));
  const ends = of('Commit').map(({ ts }) => ts).sort((a, b) => a - b);
  const costs = ends.map((end, n) => {
    const own = [...scripts, ...layouts].filter(({ ts }) => ts < end && ts >= (ends[n - 1] ?? 0));
    return own.reduce((all, { dur, tdur }) => all + (tdur ?? dur), 0) / 1000;
  });
  return costs.sort((a, b) => b - a);
}
const told = (name, costs) => {
  const at = (share) => (costs[Math.floor(costs.length * share)] ?? 0).toFixed(1);
  const dear = costs.filter((cost) => cost > 8).length;
  console.log(`${name}: ${costs.length} frames, ${dear} over 8 ms; dearest ${at(0)} ms, one in ten ${at(0.1)} ms, median ${at(0.5)} ms`);
};

console.log(`${marks} marks and other links`);
told('zoom', await traced(async () => {
  await page.keyboard.down('Control');
  for (let turn = 0; turn < 20; turn += 1) {
    await page.mouse.wheel(0, turn < 15 ? -60 : 60);
    await page.waitForTimeout(40);
  }
  await page.keyboard.up('Control');
}));
told('zoom by a key', await traced(async () => {
  await scroller.press('+');
}));
await page.click('[data-in]');
await page.click('[data-in]');
told('pan', await traced(async () => {
  for (let turn = 0; turn < 20; turn += 1) {
    await page.mouse.wheel(40, 0);
    await page.waitForTimeout(40);
  }
}));
await browser.close();
await site.close();
