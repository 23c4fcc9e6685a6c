// Chromium, and a page that remembers everything that should not have happened in it.
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { createServer } from 'node:net';
import { chromium } from 'playwright-core';

const executablePath = process.env.CHROMIUM ?? '/usr/bin/chromium';
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** The browser; with a `port`, one of the loopback interface at which it may be steered. */
export async function launch({ port, args = [] } = {}) {
  if (!existsSync(executablePath)) {
    throw new Error(
      `There is no Chromium at ${executablePath}. Install it with "apt-get install chromium", or name yours: CHROMIUM=/path/to/chromium npm test`,
    );
  }
  return chromium.launch({
    executablePath,
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      ...(port ? [`--remote-debugging-port=${port}`] : []),
      ...args,
    ],
  });
}

/** A port of the loopback interface that nobody listens at. */
export const freePort = () =>
  new Promise((found, failed) => {
    const server = createServer();
    server.once('error', failed);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => found(port));
    });
  });

/** Goes to an address, and again where a link that was pressed before still led elsewhere. */
export async function visit(page, address, how = {}) {
  for (let tries = 5; ; tries -= 1) {
    try {
      return await page.goto(address, { waitUntil: 'load', ...how });
    } catch (error) {
      if (tries === 1 || !error.message.includes('interrupted by another navigation')) throw error;
    }
  }
}

/** Runs in every page before its own scripts: counts layout shifts and refusals of the policy. */
function watch() {
  const seen = { shifts: [], refusals: [] };
  Object.defineProperty(globalThis, '__seen', { value: seen });
  new PerformanceObserver((list) => {
    for (const { value, sources, hadRecentInput } of list.getEntries()) {
      // What moves because a reader pressed something is no shift (Layout Instability, 2.1).
      if (hadRecentInput) continue;
      const moved = (sources ?? []).map(({ node }) => node?.className || node?.nodeName || '?');
      seen.shifts.push({ value, moved });
    }
  }).observe({ type: 'layout-shift', buffered: true });
  addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) => {
    seen.refusals.push(`${violatedDirective} refused ${blockedURI}`);
  });
}

/**
 * A reader with one window: `open` goes to an address of the site and gives back what the browser
 * complains of from then on, `page` is Playwright's.
 */
export async function reader(browser, site, { width = 1280, height = 900, dark = false, script = true } = {}) {
  const context = await browser.newContext({
    viewport: { width, height },
    colorScheme: dark ? 'dark' : 'light',
    reducedMotion: 'reduce',
    javaScriptEnabled: script,
  });
  context.setDefaultTimeout(15_000);
  if (script) {
    await context.addInitScript(watch);
    await context.addInitScript({ content: axe });
  }
  const page = await context.newPage();
  let url;
  let troubles = [];
  // Nothing leaves this machine, whatever a page asks for.
  await page.route(
    (asked) => asked.protocol.startsWith('http') && asked.origin !== site.origin,
    (route) => {
      troubles.push(`it asks another host: ${route.request().url()}`);
      return route.abort();
    },
  );
  page.on('pageerror', (error) => troubles.push(`a script fails: ${error.message}`));
  page.on('console', (message) => {
    if (message.type() !== 'error') return;
    // The page for what is missing is sent as 404, and Chromium says so on the console.
    if (message.location().url === url && /status of 404/.test(message.text())) return;
    troubles.push(`the console says: ${message.text()}`);
  });
  return {
    page,
    open: async (address) => {
      troubles = [];
      url = site.address(address);
      await page.goto(url, { waitUntil: 'load' });
      return troubles;
    },
    close: () => context.close(),
  };
}

const frames = (page, count = 2) =>
  page.evaluate(async (left) => {
    for (; left > 0; left -= 1) await new Promise(requestAnimationFrame);
    await new Promise((later) => setTimeout(later, 60));
  }, count);

/**
 * What is wrong with a page as it is laid out and read out, as sentences. With `colours`, axe looks
 * at nothing but colours.
 */
export async function faults(page, { colours = false } = {}) {
  await frames(page);
  await page.evaluate(() => scrollTo(0, document.documentElement.scrollHeight));
  await frames(page);
  await page.evaluate(() => scrollTo(0, 0));
  await frames(page);
  const found = await page.evaluate(() => {
    const seen = globalThis.__seen;
    const said = [...seen.refusals];
    const root = document.documentElement;
    if (root.scrollWidth > root.clientWidth) {
      said.push(`it scrolls sideways: ${root.scrollWidth} px in ${root.clientWidth}`);
    }
    const headings = document.querySelectorAll('h1').length;
    if (headings !== 1) said.push(`it has ${headings} elements h1`);

    // Text beyond the window's edge, even where the overflow is hidden.
    const hidden = (element) => {
      for (let at = element; at && at !== root; at = at.parentElement) {
        const { clipPath, overflowX, visibility } = getComputedStyle(at);
        if (clipPath !== 'none' || visibility === 'hidden') return true;
        if (overflowX === 'auto' || overflowX === 'scroll') return true;
      }
      return false;
    };
    const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const range = document.createRange();
    while (texts.nextNode()) {
      const node = texts.currentNode;
      if (!node.data.trim()) continue;
      range.selectNodeContents(node);
      const beyond = [...range.getClientRects()].some(
        ({ left, right, width, bottom }) =>
          width > 0 && bottom + scrollY > 0 && (left < -0.5 || right > root.clientWidth + 0.5),
      );
      if (beyond && !hidden(node.parentElement)) {
        said.push(`text runs over the edge: "${node.data.trim().slice(0, 60)}"`);
      }
    }
    return said;
  });
  const { violations } = await page.evaluate(
    (runOnly) => globalThis.axe.run(document, { runOnly, resultTypes: ['violations'] }),
    colours
      ? { type: 'rule', values: ['color-contrast', 'link-in-text-block'] }
      : { type: 'tag', values: ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa', 'best-practice'] },
  );
  for (const { id, help, nodes } of violations) {
    const where = nodes.slice(0, 3).map(({ target, any }) => `${target.join(' ')} (${any[0]?.message ?? help})`);
    found.push(`axe, ${id}, ${nodes.length} times: ${where.join('; ')}`);
  }
  let shifted = await shifts(page);
  // A busy browser paints a line before it has read its end, and then moves it by a little. What a page
  // itself moves, it moves again and again: two loads in a row must be still.
  for (let still = 0, left = 4; shifted.sum > 0 && shifted.sum < A_LINE && left > 0; left -= 1) {
    await page.reload({ waitUntil: 'load' });
    await frames(page);
    const again = await shifts(page);
    still = again.sum > 0 ? 0 : still + 1;
    if (again.sum >= A_LINE || still === 2) shifted = again;
  }
  if (shifted.sum > 0) found.push(`the layout shifts by ${shifted.sum}: ${shifted.moved.join(', ')}`);
  return found;
}

/** More than a line that is painted before its end shifts a layout; readers notice from 0.1 on. */
const A_LINE = 0.01;

const shifts = (page) =>
  page.evaluate(() => {
    const { shifts } = globalThis.__seen;
    return {
      sum: shifts.reduce((sum, { value }) => sum + value, 0),
      moved: shifts.flatMap(({ moved }) => moved),
    };
  });
