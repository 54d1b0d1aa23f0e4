import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { api as staffApi } from '../src/staff/api.ts';
import { colleague, firstAdministrator, type WithPassword } from '../src/testing/sign-in.ts';
import { expectSoundPage, notePageErrors } from './testing/expect-sound-page.ts';
import { livingWorld } from './testing/living-world.ts';
import { openBrowser } from './testing/open-browser.ts';

let browser: Browser;
let world: Awaited<ReturnType<typeof livingWorld>>;
let boss: WithPassword;
let agent: WithPassword;

beforeAll(async () => {
  [browser, world] = await Promise.all([openBrowser(), livingWorld()]);
  boss = await firstAdministrator(world);
  agent = await colleague(world, boss, { email: 'lev@example.test' });
});

afterAll(async () => {
  await browser.close();
  await world.close();
});

type Scheme = 'light' | 'dark';

/** A desk screen of somebody who is signed in, as wide as the smallest that staff works on. */
async function screenOf(who: WithPassword, colorScheme: Scheme): Promise<BrowserContext> {
  const viewport = { width: 1366, height: 768 };
  const context = await browser.newContext({ colorScheme, viewport, locale: 'ru-RU' });
  const pairs = (who.as['cookie'] ?? '').split('; ').map((pair) => pair.split(/=(.*)/s));
  await context.addCookies(
    pairs.map(([name = '', value = '']) => ({ name, value, url: world.address })),
  );
  return context;
}

/** Fills the form on a phone, by keyboard alone, and sends it. */
async function sendForm(colorScheme: Scheme, name: string, phone: string): Promise<string> {
  const viewport = { width: 360, height: 740 };
  const context = await browser.newContext({ colorScheme, viewport, locale: 'ru-RU' });
  const page = await context.newPage();
  const errors = notePageErrors(page);
  await page.goto(`${world.address}/form?lang=ru&theme=${colorScheme}`);
  await expectSoundPage(page);
  await page.getByLabel('Как к вам обращаться').focus();
  await page.keyboard.type(name);
  await page.keyboard.press('Tab');
  await page.keyboard.type(phone);
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  await page.keyboard.type('Интернет в частный дом');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Space');
  await page.keyboard.press('Enter');
  await page.getByText('Заявка принята').waitFor();
  await expectSoundPage(page);
  const number = /\d+/.exec((await page.locator('#number').textContent()) ?? '')?.[0] ?? '';
  expect(errors()).toEqual([]);
  await context.close();
  return number;
}

async function press(page: Page, ...keys: string[]): Promise<void> {
  for (const key of keys) await page.keyboard.press(key);
}

test.each<[Scheme, string, string]>([
  ['light', 'Ольга Зайцева', '8 912 345-67-01'],
  ['dark', 'Пётр Кузнецов', '8 912 345-67-02'],
])('a request is answered by keyboard alone, %s', async (scheme, name, phone) => {
  const context = await screenOf(agent, scheme);
  const page = await context.newPage();
  const errors = notePageErrors(page);
  await page.goto(`${world.address}/conversations`);
  await page.getByText('У вас всё разобрано').waitFor();
  await expectSoundPage(page);
  await world.via(staffApi)('PUT /api/me/presence', { state: 'ready' }, agent.as);

  const number = await sendForm(scheme, name, phone);
  const offer = page.getByRole('alert', { name: 'Новое обращение' });
  await offer.waitFor();
  expect(await offer.innerText()).toContain(name);
  await press(page, 'KeyT');
  await page.waitForURL(/\/conversations\/\d+/);
  await page.getByText(`№ ${number} ·`).waitFor();
  await page.getByText('Нет в базе').waitFor();
  await expectSoundPage(page);

  await press(page, 'KeyC');
  await page.getByText('со слов оператора').waitFor();
  await press(page, 'Digit1');
  await page.keyboard.type('Подключаем в среду');
  await expectSoundPage(page);
  await press(page, 'Control+Enter');
  await page.getByText('Записано, обращение закрыто.').waitFor();
  await page.getByText('Подключаем в среду').waitFor();
  expect(errors()).toEqual([]);
  await context.close();

  await expectReported(scheme, name);
});

async function expectReported(scheme: Scheme, name: string): Promise<void> {
  const context = await screenOf(boss, scheme);
  const page = await context.newPage();
  await page.goto(`${world.address}/reports/first-touch`);
  await page.getByText('100 %').first().waitFor();
  await expectSoundPage(page);
  await page.getByText('в пределах норматива').click();
  await page.getByText('Позвонили в срок').first().waitFor();
  await page.getByText(name).waitFor();
  await expectSoundPage(page);
  for (const path of ['/settings/norms', '/settings/norms/calendars/new', '/settings/desk']) {
    await page.goto(`${world.address}${path}`);
    await page.getByRole('button', { name: 'Сохранить' }).first().waitFor();
    await expectSoundPage(page);
  }
  await context.close();
}

test('a screen that was cut off for half a minute shows what came meanwhile', async () => {
  const context = await screenOf(agent, 'light');
  const page = await context.newPage();
  await page.goto(`${world.address}/conversations?queue=nobody`);
  await page.getByText('Никто не ждёт').waitFor();
  await world.via(staffApi)('PUT /api/me/presence', { state: 'break' }, agent.as);
  await context.setOffline(true);
  await sendForm('light', 'Анна Григорьева', '8 912 345-67-03');
  await page.waitForTimeout(30_000);
  await page.getByText('Нет связи.').waitFor();
  await context.setOffline(false);
  await page.getByText('Анна Григорьева').waitFor({ timeout: 20_000 });
  await context.close();
});
