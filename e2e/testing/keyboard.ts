import type { Locator, Page } from 'playwright-core';

/** Presses keys one after another, by their place on the keyboard. */
export async function press(page: Page, ...keys: string[]): Promise<void> {
  for (const key of keys) await page.keyboard.press(key);
}

const MOST_STOPS = 150;

/** Goes on with Tab until the element has the focus, as somebody without a mouse has to. */
export async function tabTo(page: Page, target: Locator): Promise<void> {
  for (let stop = 0; stop < MOST_STOPS; stop += 1) {
    if (await target.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`Tab never came to ${String(target)}`);
}
