import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { expect } from 'vitest';

/**
 * Notes what goes wrong on a page from now on: errors in the console, and answers of 500 and up.
 */
export function notePageErrors(page: Page): () => string[] {
  const errors: string[] = [];
  page.on('pageerror', (error) => errors.push(error.message));
  page.on('console', (message) => {
    // A browser reports every refused request. That nobody is signed in yet is no error of ours,
    // nor that something changed meanwhile (409): the screen asks anew, or says so.
    const isRefusal = /status of 40[139]/.test(message.text());
    if (message.type() === 'error' && !isRefusal) {
      errors.push(`${message.text()} ${message.location().url}`);
    }
  });
  page.on('response', (response) => {
    if (response.status() >= 500) errors.push(`${response.status()} ${response.url()}`);
  });
  return () => errors;
}

/**
 * What fades in or out has too little contrast for a moment, and whoever looks just then would find
 * fault with it. From now on nothing moves, and what has begun to is at its end.
 */
async function standStill(page: Page): Promise<void> {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await page.evaluate(async () => {
    await Promise.allSettled(document.getAnimations().map(({ finished }) => finished));
  });
}

/**
 * No breach of the accessibility rules, and nothing wider than the window.
 * @param within a part to look at instead of the whole, such as a dialog that hides the rest
 * @param rules of axe, where not all are asked for
 */
export async function expectSoundPage(
  page: Page,
  within?: string,
  rules?: readonly string[],
): Promise<void> {
  // Legacy: in the page itself, without a second page to put frames of other sites together.
  const axe = new AxeBuilder({ page }).setLegacyMode(true);
  // Of what is sound nothing is written down, which takes as long as to look.
  axe.options({ resultTypes: ['violations'] });
  if (within !== undefined) axe.include(within);
  if (rules) axe.withRules([...rules]);
  await standStill(page);
  const { violations } = await axe.analyze();
  await page.emulateMedia({ reducedMotion: null });
  const found = violations.flatMap(({ id, nodes }) =>
    nodes.map((node) => `${id}: ${node.html.slice(0, 200)}`),
  );
  expect(found).toEqual([]);
  await expectNotTooWide(page);
}

/** Nothing goes beyond the window at its side. */
export async function expectNotTooWide(page: Page): Promise<void> {
  const overflow = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  expect(overflow, 'pixels wider than the window').toBeLessThanOrEqual(0);
}

/** The same in light, and in dark, where only colours differ; the page is left as it was opened. */
export async function expectSoundInBoth(page: Page, within?: string): Promise<void> {
  await page.emulateMedia({ colorScheme: 'dark' });
  await expectSoundPage(page, within, ['color-contrast']);
  await page.emulateMedia({ colorScheme: 'light' });
  await expectSoundPage(page, within);
  await page.emulateMedia({ colorScheme: null });
}
