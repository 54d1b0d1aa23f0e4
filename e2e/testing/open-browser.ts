import { chromium, type Browser } from 'playwright-core';
import { inject } from 'vitest';

/** Those of this test file, the open ones among them. */
export const openedBrowsers: Browser[] = [];

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
    ],
  });
  openedBrowsers.push(browser);
  return browser;
}
