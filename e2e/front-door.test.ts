import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { expectSoundPage, notePageErrors } from './testing/expect-sound-page.ts';
import { openBrowser } from './testing/open-browser.ts';
import { servedWorld } from './testing/served-world.ts';

let browser: Browser;
let world: Awaited<ReturnType<typeof servedWorld>>;

beforeAll(async () => {
  [browser, world] = await Promise.all([openBrowser(), servedWorld()]);
});

afterAll(async () => {
  await browser.close();
  await world.close();
});

test.each(['light', 'dark'] as const)('the first page opens, %s', async (colorScheme) => {
  const viewport = { width: 1366, height: 768 };
  const context = await browser.newContext({ colorScheme, viewport });
  const page = await context.newPage();
  const errors = notePageErrors(page);
  await page.goto(world.address, { waitUntil: 'networkidle' });
  expect(await page.title()).toContain('Берег');
  expect(await page.locator('html').getAttribute('lang')).toBe('ru');
  expect(await page.locator('body').innerText()).not.toBe('');
  await expectSoundPage(page);
  expect(errors()).toEqual([]);
  await context.close();
});
