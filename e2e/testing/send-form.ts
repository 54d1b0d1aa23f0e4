import type { Browser } from 'playwright-core';
import { expect } from 'vitest';
import { expectSoundPage, notePageErrors } from './expect-sound-page.ts';
import type { Scheme } from './screen-of.ts';

type Visitor = { name: string; phone: string; wanted: string };

/**
 * Fills the form on a phone, by keyboard alone, and sends it.
 * @returns the number that the visitor is told
 */
export async function sendForm(
  browser: Browser,
  at: { address: string; colorScheme: Scheme },
  { name, phone, wanted }: Visitor,
): Promise<string> {
  const { address, colorScheme } = at;
  const viewport = { width: 360, height: 740 };
  const context = await browser.newContext({ colorScheme, viewport, locale: 'ru-RU' });
  const page = await context.newPage();
  const errors = notePageErrors(page);
  await page.goto(`${address}/form?lang=ru&theme=${colorScheme}`);
  await expectSoundPage(page);
  await page.getByLabel('Как к вам обращаться').focus();
  await page.keyboard.type(name);
  await page.keyboard.press('Tab');
  await page.keyboard.type(phone);
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  await page.keyboard.type(wanted);
  await page.keyboard.press('Tab');
  await page.keyboard.press('Space');
  await page.keyboard.press('Enter');
  await page.getByText('Заявка принята').waitFor();
  await expectSoundPage(page);
  const told = (await page.locator('#number').textContent()) ?? '';
  expect(errors()).toEqual([]);
  await context.close();
  return /\d+/.exec(told)?.[0] ?? '';
}
