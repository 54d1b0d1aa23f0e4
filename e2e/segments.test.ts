import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { firstAdministrator, type WithPassword } from '../src/testing/sign-in.ts';
import { api } from '../src/subscribers/api.ts';
import { expectSoundPage, notePageErrors } from './testing/expect-sound-page.ts';
import { livingWorld } from './testing/living-world.ts';
import { openBrowser } from './testing/open-browser.ts';
import { screenOf } from './testing/screen-of.ts';

let browser: Browser;
let world: Awaited<ReturnType<typeof livingWorld>>;
let boss: WithPassword;
const atOnce = { timeout: 20_000 };

beforeAll(async () => {
  [browser, world] = await Promise.all([openBrowser(), livingWorld()]);
  boss = await firstAdministrator(world);
  for (const lastName of ['Верескова', 'Полынин']) {
    const person = { kind: 'person' as const, lastName, firstName: 'Саша' };
    await world.via(api)('POST /api/subscribers', person, boss.as);
  }
});
afterAll(async () => {
  await browser.close();
  await world.close();
});

test('a segment is said in words, counted as one types, kept, and shows who is in it', async () => {
  const { address } = world;
  const { context, page } = await screenOf(browser, boss, { address, colorScheme: 'dark' });
  const errors = notePageErrors(page);
  await page.goto(`${address}/segments/new`);
  const words = page.getByLabel('Кто входит');
  await words.fill('погода хорошая');
  await words.press('Enter');
  await page.getByText('Не понято: «погода хорошая»').waitFor(atOnce);
  await words.fill('имя содержит верес и тикетов за 30 дней < 1');
  await words.press('Enter');
  await page.getByText('Точно, на эту минуту').waitFor(atOnce);
  await page.getByRole('link', { name: /Верескова/ }).waitFor(atOnce);
  expect(await words.inputValue()).toBe('Имя содержит «верес» и Тикетов за 30 дней меньше 1');
  await expectSoundPage(page);
  await page.getByLabel('Название').fill('Вереск');
  await page.getByRole('button', { name: 'Сохранить' }).click();
  await page.getByRole('heading', { name: 'Вереск' }).waitFor(atOnce);
  // Found by the sweep, and heard of by the screen.
  await page.getByText('Верескова Саша').first().waitFor(atOnce);
  await expectSoundPage(page);
  // Words that were not understood are refused with 422, which the browser writes to its console.
  expect(errors().filter((error) => !error.includes('status of 422'))).toEqual([]);
  await context.close();
});
