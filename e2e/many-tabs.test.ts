import { chromium, type Browser, type BrowserContext, type Page } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { api as subscribersApi } from '../src/subscribers/api.ts';
import { firstAdministrator, type WithPassword } from '../src/testing/sign-in.ts';
import { screenOf } from './testing/screen-of.ts';
import { servedWorld } from './testing/served-world.ts';

/** More than the six lines that a browser opens to one address. */
const MANY = 9;
const soon = { timeout: 15_000 };

let browser: Browser;
let world: Awaited<ReturnType<typeof servedWorld>>;
let boss: WithPassword;

beforeAll(async () => {
  world = await servedWorld();
  boss = await firstAdministrator(world);
  // As people have it: pages one has left are kept for the way back.
  browser = await chromium.launch({
    executablePath: inject('chromiumPath'),
    args: ['--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage'],
    ignoreDefaultArgs: ['--disable-back-forward-cache'],
  });
});

afterAll(async () => {
  await browser.close();
  await world.close();
});

const opened = (page: Page) => page.getByRole('heading', { name: 'Абоненты' }).waitFor(soon);

const screen = async (): Promise<{ context: BrowserContext; page: Page }> => {
  const shown = await screenOf(browser, boss, { address: world.address, colorScheme: 'light' });
  await shown.page.goto(`${world.address}/subscribers`, soon);
  await opened(shown.page);
  return shown;
};

/** A tab in the background, which a browser without a window has none of. */
async function hiddenTab(context: BrowserContext): Promise<Page> {
  const page = await context.newPage();
  await page.addInitScript(() => {
    let isHidden = true;
    Object.defineProperty(document, 'hidden', { get: () => isHidden });
    document.addEventListener('show-me', () => {
      isHidden = false;
      dispatchEvent(new Event('visibilitychange'));
    });
  });
  await page.goto(`${world.address}/subscribers`, soon);
  await opened(page);
  return page;
}

const add = (lastName: string) =>
  world.via(subscribersApi)('POST /api/subscribers', { kind: 'person', lastName }, boss.as);

const hears = (page: Page, lastName: string) => page.getByText(lastName).waitFor(soon);

test('many pages one after the other leave no line behind', async () => {
  const { context, page } = await screen();
  for (let visit = 0; visit < MANY; visit += 1) {
    await page.goto(`${world.address}/subscribers?visit=${visit}`, soon);
    await opened(page);
  }
  // A page that was kept is shown at once; it is not loaded again.
  await page.goBack({ ...soon, waitUntil: 'commit' });
  await opened(page);
  expect(new URL(page.url()).searchParams.get('visit')).toBe(String(MANY - 2));
  await add('Возвратов');
  await hears(page, 'Возвратов');
  await context.close();
});

test('many tabs stay of use, and a hidden one takes over what a closed one leaves', async () => {
  const { context, page } = await screen();
  const streams: string[] = [];
  context.on('request', (request) => {
    if (request.url().includes('/api/live')) streams.push(request.url());
  });
  const first = await hiddenTab(context);
  for (let tab = 1; tab < MANY; tab += 1) await hiddenTab(context);
  expect(streams).toEqual([]);

  await add('Новосёлов');
  await hears(page, 'Новосёлов');
  await first.evaluate(() => document.dispatchEvent(new Event('show-me')));
  await hears(first, 'Новосёлов');

  await page.close();
  await first.close();
  await add('Последышев');
  await expect
    .poll(
      () => Promise.all(context.pages().map((one) => one.getByText('Последышев').count())),
      soon,
    )
    .toContain(1);
  await context.close();
});
