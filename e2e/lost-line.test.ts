import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readyStaff } from '../src/staff/index.ts';
import { colleague, firstAdministrator, type WithPassword } from '../src/testing/sign-in.ts';
import { cuttableLine } from './testing/cuttable-line.ts';
import { press } from './testing/keyboard.ts';
import { livingWorld } from './testing/living-world.ts';
import { openBrowser } from './testing/open-browser.ts';
import { screenOf } from './testing/screen-of.ts';
import { sendForm } from './testing/send-form.ts';

const LOST_MS = 30_000;
/** What follows an event at once has followed by then. */
const SETTLED_MS = 1_000;

let browser: Browser;
let world: Awaited<ReturnType<typeof livingWorld>>;
let agent: WithPassword;

beforeAll(async () => {
  [browser, world] = await Promise.all([openBrowser(), livingWorld()]);
  const boss = await firstAdministrator(world);
  agent = await colleague(world, boss, { email: 'lev@example.test' });
});

afterAll(async () => {
  await browser.close();
  await world.close();
});

const colorScheme = 'light';

// Side by side, for what they do is wait.
test.concurrent.each([
  ['cut', 'Анна Григорьева', '8 912 345-67-0'],
  ['hush', 'Вера Лесная', '8 912 345-68-0'],
] as const)('half a minute without a line (%s), and all is there', async (how, name, phones) => {
  const line = await cuttableLine(world.address);
  const at = { address: line.address, colorScheme } as const;
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
  await line.close();
});

test('a screen that goes says so, and nothing more until it comes back', async () => {
  const { context, page } = await screenOf(browser, agent, { address: world.address, colorScheme });
  const ready = async (): Promise<number> =>
    (await readyStaff(world.ctx, { permission: 'conversations.work' })).length;
  const tell = (event: 'pagehide' | 'pageshow') =>
    page.evaluate((name) => dispatchEvent(new PageTransitionEvent(name)), event);
  await page.goto(`${world.address}/conversations`);
  await page.getByRole('button', { name: 'Вы: Нет на месте' }).waitFor();
  await press(page, 'KeyR');
  await page.getByRole('button', { name: 'Вы: Готов' }).waitFor();
  await page.waitForTimeout(SETTLED_MS);
  expect(await ready()).toBe(1);
  await tell('pagehide');
  await expect.poll(ready, { timeout: 5_000 }).toBe(0);
  await page.waitForTimeout(SETTLED_MS);
  expect(await ready()).toBe(0);
  await tell('pageshow');
  await expect.poll(ready, { timeout: 5_000 }).toBe(1);
  await context.close();
});
