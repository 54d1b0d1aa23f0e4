import { chromium, type Browser } from 'playwright-core';
import { inject } from 'vitest';

/** Those of this test file, the open ones among them. */
export const openedBrowsers: Browser[] = [];

/** By this name a page is opened as from another machine: over http it is no secure context. */
export const FAR_NAME = 'bereg.test';

/** Opens a browser that calls nobody but the page it is shown. */
export async function openBrowser(): Promise<Browser> {
  const browser = await chromium.launch({
    executablePath: inject('chromiumPath'),
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--disable-dev-shm-usage',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      // A name of our own, for pages that are not opened on the machine itself.
      `--host-resolver-rules=MAP ${FAR_NAME} 127.0.0.1`,
    ],
  });
  openedBrowsers.push(browser);
  return browser;
}
