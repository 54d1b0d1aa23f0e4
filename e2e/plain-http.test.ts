import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { firstAdministrator } from '../src/testing/sign-in.ts';
import { notePageErrors } from './testing/expect-sound-page.ts';
import { FAR_NAME, openBrowser } from './testing/open-browser.ts';
import { screenOf } from './testing/screen-of.ts';
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

test('from another machine, over plain http, work is done as on the machine itself', async () => {
  const address = world.address.replace('127.0.0.1', FAR_NAME);
  const boss = await firstAdministrator(world);
  const { context, page } = await screenOf(browser, boss, { address, colorScheme: 'light' });
  const errors = notePageErrors(page);
  await page.goto(`${address}/settings/staff`);
  expect(await page.evaluate(() => isSecureContext)).toBe(false);
  await page.getByRole('button', { name: /Пригласить/ }).click();
  await page.getByLabel('Имя и фамилия').fill('Олег Ветров');
  await page.getByLabel('Электронная почта').fill('oleg@example.test');
  await page.getByRole('button', { name: 'Пригласить' }).last().click();
  const link = await page.locator('code').innerText();
  expect(await page.getByRole('button', { name: 'Скопировать' }).count()).toBe(0);
  await page.locator('code').click();
  await page.keyboard.press('Control+KeyC');
  await page.keyboard.press('Escape');
  await page.getByPlaceholder('Имя или почта').focus();
  await page.keyboard.press('Control+KeyV');
  expect(await page.getByPlaceholder('Имя или почта').inputValue()).toBe(link);
  expect(errors()).toEqual([]);
  await context.close();
});
