import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { colleague, firstAdministrator, type WithPassword } from '../src/testing/sign-in.ts';
import { cuttableLine, type CuttableLine } from './testing/cuttable-line.ts';
import { livingWorld } from './testing/living-world.ts';
import { openBrowser } from './testing/open-browser.ts';
import { screenOf } from './testing/screen-of.ts';
import { sendForm } from './testing/send-form.ts';

const LOST_MS = 30_000;

let browser: Browser;
let world: Awaited<ReturnType<typeof livingWorld>>;
let line: CuttableLine;
let agent: WithPassword;

beforeAll(async () => {
  [browser, world] = await Promise.all([openBrowser(), livingWorld()]);
  line = await cuttableLine(world.address);
  const boss = await firstAdministrator(world);
  agent = await colleague(world, boss, { email: 'lev@example.test' });
});

afterAll(async () => {
  await browser.close();
  await line.close();
  await world.close();
});

test.each([
  ['cut', 'Анна Григорьева', '8 912 345-67-0'],
  ['hush', 'Вера Лесная', '8 912 345-68-0'],
] as const)('half a minute without a line (%s), and all is there', async (how, name, phones) => {
  const at = { address: line.address, colorScheme: 'light' as const };
  const { context, page } = await screenOf(browser, agent, at);
  await page.goto(`${line.address}/conversations?queue=nobody`);
  const early = { name: `${name} сразу`, phone: `${phones}1`, wanted: 'Интернет' };
  await sendForm(browser, { ...at, address: world.address }, early);
  await page.getByText(early.name).waitFor({ timeout: 5_000 });

  const later = { name, phone: `${phones}2`, wanted: 'Тариф' };
  line[how]();
  await sendForm(browser, { ...at, address: world.address }, later);
  await page.waitForTimeout(LOST_MS);
  if (how === 'cut') await page.getByText('Нет связи.').waitFor();
  expect(await page.getByText(name, { exact: true }).count()).toBe(0);
  line.mend();
  await page.getByText(name, { exact: true }).waitFor({ timeout: 45_000 });
  await page.getByText('Нет связи.').waitFor({ state: 'hidden' });
  expect(await page.getByText(name).count()).toBe(2);
  await context.close();
});
