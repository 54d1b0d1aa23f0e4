import type { Browser, Page } from 'playwright-core';
import { firstAdministrator, type WithPassword } from '../../src/testing/sign-in.ts';
import { notePageErrors } from './expect-sound-page.ts';
import { openBrowser } from './open-browser.ts';
import { screenOf } from './screen-of.ts';
import { servedWorld } from './served-world.ts';

export type Screen = {
  browser: Browser;
  world: Awaited<ReturnType<typeof servedWorld>>;
  administrator: WithPassword;
  page: Page;
  /** What has gone wrong on the page so far. */
  errors: () => string[];
  close: () => Promise<void>;
};

/** The administrator's screen of a world of its own, in light; nothing is opened on it yet. */
export async function openScreen(): Promise<Screen> {
  const [browser, world] = await Promise.all([openBrowser(), servedWorld()]);
  const administrator = await firstAdministrator(world);
  const at = { address: world.address, colorScheme: 'light' } as const;
  const { page } = await screenOf(browser, administrator, at);
  return {
    browser,
    world,
    administrator,
    page,
    errors: notePageErrors(page),
    close: async () => {
      await browser.close();
      await world.close();
    },
  };
}
