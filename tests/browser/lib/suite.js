// What nearly every suite needs.
import { after, before } from 'node:test';
import { freePort, launch } from './browser.js';
import { serve } from './site.js';

/**
 * For a suite: the site, served, and a browser, from before its first test until after its last:
 * `{ site, browser }`. With `debugged`, also the `port` at which another program may steer the
 * browser. Closing the browser closes every window in it.
 */
export function opened({ debugged = false } = {}) {
  const suite = {};
  before(async () => {
    suite.site = await serve();
    if (debugged) suite.port = await freePort();
    suite.browser = await launch({ port: suite.port });
  });
  after(async () => {
    await suite.browser?.close();
    await suite.site?.close();
  });
  return suite;
}
