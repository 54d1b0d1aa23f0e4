import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { makeDemo } from '../src/demo/index.ts';
import { patienceMs, isProof } from '../src/testing/proof.ts';
import { firstAdministrator, type WithPassword } from '../src/testing/sign-in.ts';
import type { Web, WebRoute } from '../src/ui/web.ts';
import {
  expectNotTooWide,
  expectSoundInBoth,
  notePageErrors,
} from './testing/expect-sound-page.ts';
import { openBrowser } from './testing/open-browser.ts';
import { screenOf } from './testing/screen-of.ts';
import { servedWorld } from './testing/served-world.ts';

const webs = import.meta.glob<Web>('../src/*/web/index.tsx', { import: 'web' });
const LANES = 2;
const SUBSCRIBERS = 40;
const PHONE = { width: 390, height: 800 };
const WIDE = { width: 1366, height: 768 };
/** Minutes: what `npm test` has not got. */
vi.setConfig({ testTimeout: patienceMs(600) });

const pathsOf = (routes: readonly WebRoute[]): string[] =>
  routes.flatMap(({ path, isPublic, children = [] }) =>
    isPublic ? [] : [path, ...pathsOf(children)],
  );

/** Every page that somebody who is signed in can open; of things, that of the first. */
async function everyPath(): Promise<string[]> {
  const loaded = await Promise.all(Object.values(webs).map((load) => load()));
  return loaded
    .flatMap(({ routes }) => pathsOf(routes))
    .map((path) => path.replaceAll(/:\w+\??/g, '1'));
}

describe.skipIf(!isProof)('every screen', () => {
  let browser: Browser;
  let world: Awaited<ReturnType<typeof servedWorld>>;
  let boss: WithPassword;
  let paths: string[];

  beforeAll(async () => {
    paths = await everyPath();
    [browser, world] = await Promise.all([openBrowser(), servedWorld()]);
    await makeDemo(world.ctx, { subscribers: SUBSCRIBERS, today: world.clock.now() });
    boss = await firstAdministrator(world);
  });

  afterAll(async () => {
    await browser.close();
    await world.close();
  });

  const look = async (page: Page, path: string): Promise<void> => {
    await page.goto(`${world.address}${path}`, { waitUntil: 'networkidle' });
    await page.getByRole('main').waitFor();
    expect(await page.getByText('Страница не открылась').count(), 'has failed').toBe(0);
    await expectSoundInBoth(page);
    await page.setViewportSize(PHONE);
    await expectNotTooWide(page);
    await page.setViewportSize(WIDE);
  };

  const lane = async (nth: number, wrong: string[]): Promise<void> => {
    const at = { address: world.address, colorScheme: 'light' } as const;
    const { page } = await screenOf(browser, boss, at);
    const errors = notePageErrors(page);
    for (const path of paths.filter((_, place) => place % LANES === nth)) {
      const before = errors().length;
      await look(page, path).catch((error: Error) => wrong.push(`${path}: ${error.message}`));
      // Of what the demo does not have the page says so.
      const found = errors().slice(before);
      wrong.push(...found.filter((e) => !e.includes('status of 404')).map((e) => `${path}: ${e}`));
    }
  };

  test('opens sound, in light and in dark, wide and on a phone', async () => {
    const wrong: string[] = [];
    await Promise.all(Array.from({ length: LANES }, (_, nth) => lane(nth, wrong)));
    expect(wrong).toEqual([]);
  });
});
