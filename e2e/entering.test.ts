import { type TOTP, URI } from 'otpauth';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { firstLink } from '../src/testing/sign-in.ts';
import {
  expectNotTooWide,
  expectSoundInBoth,
  expectSoundPage,
  notePageErrors,
} from './testing/expect-sound-page.ts';
import { openBrowser } from './testing/open-browser.ts';
import { servedWorld } from './testing/served-world.ts';

let browser: Browser;
let world: Awaited<ReturnType<typeof servedWorld>>;
let page: Page;
let errors: () => string[];
let totp: TOTP;

const email = 'anna@example.test';
const password = 'лодка-и-весло-7';

beforeAll(async () => {
  [browser, world] = await Promise.all([openBrowser(), servedWorld()]);
  const context = await browser.newContext({ viewport: { width: 1366, height: 768 } });
  page = await context.newPage();
  errors = notePageErrors(page);
});

afterAll(async () => {
  await browser.close();
  await world.close();
});

/** Types into the fields from the keyboard alone, Tab between them, Enter at the end. */
async function typeThrough(...values: string[]): Promise<void> {
  for (const [at, value] of values.entries()) {
    if (at > 0) await page.keyboard.press('Tab');
    await page.keyboard.type(value);
  }
  await page.keyboard.press('Enter');
}

test('the first administrator comes in by the printed link, keyboard only', async () => {
  const { token } = await firstLink(world);
  await page.goto(`${world.address}/welcome?token=${token}`);
  await page.getByRole('heading', { name: 'Начнём работу' }).waitFor();
  await expectSoundPage(page);
  await typeThrough('Анна Белова', email, password);
  await page.getByRole('button', { name: /Анна Белова/ }).waitFor();
});

test('a link that was used says so and leads to the sign-in', async () => {
  const context = await browser.newContext();
  const other = await context.newPage();
  await other.goto(`${world.address}/welcome?token=${'x'.repeat(43)}`);
  await other.getByText('Ссылка не работает').waitFor();
  await expectSoundPage(other);
  await other.getByRole('link', { name: 'Ко входу' }).click();
  await other.getByRole('heading', { name: 'Вход', exact: true }).waitFor();
  await context.close();
});

test.each(['profile', 'security', 'api-keys', 'staff', 'roles', 'teams', 'audit'])(
  'settings: %s opens sound in light and dark, wide and narrow',
  async (name) => {
    await page.goto(`${world.address}/settings/${name}`, { waitUntil: 'networkidle' });
    await expectSoundInBoth(page);
    await page.setViewportSize({ width: 390, height: 800 });
    await expectNotTooWide(page);
    await page.setViewportSize({ width: 1366, height: 768 });
  },
);

test('the second step is turned on, and asked for at the next sign-in', async () => {
  await page.goto(`${world.address}/settings/security`);
  await page.getByRole('button', { name: 'Включить' }).click();
  await page.getByRole('dialog').getByLabel('Пароль', { exact: true }).fill(password);
  await page.getByRole('button', { name: 'Дальше' }).click();
  await page.getByAltText('Картинка для приложения с кодами').waitFor();
  const secret = await page.locator('code').innerText();
  totp = URI.parse(`otpauth://totp/x?secret=${secret.replace(/\s/g, '')}`) as TOTP;
  await page.getByLabel('Код из шести цифр').fill(totp.generate());
  await page.keyboard.press('Enter');
  await page.getByText('Сохраните коды восстановления').waitFor();
  await expectSoundPage(page);
  await page.keyboard.press('Escape');
  await page.getByText('Включён', { exact: true }).waitFor();

  await page.getByRole('button', { name: /Анна Белова/ }).click();
  await page.getByRole('button', { name: 'Выйти' }).click();
  await page.getByRole('heading', { name: 'Вход', exact: true }).waitFor();
  await typeThrough(email, password);
  await page.getByRole('heading', { name: 'Второй шаг', exact: true }).waitFor();
  await expectSoundPage(page);
  await typeThrough(totp.generate());
  await page.getByRole('button', { name: /Анна Белова/ }).waitFor();
});

test('somebody is invited, and after signing in lands where they wanted', async () => {
  await page.goto(`${world.address}/settings/staff`);
  await page.getByRole('button', { name: /Пригласить/ }).waitFor();
  await page.keyboard.press('KeyN');
  await page.getByLabel('Имя и фамилия').fill('Олег Ветров');
  await page.getByLabel('Электронная почта').fill('oleg@example.test');
  await page.getByRole('button', { name: 'Пригласить' }).last().click();
  const link = await page.locator('code').innerText();
  const context = await browser.newContext({ viewport: { width: 1366, height: 768 } });
  const oleg = await context.newPage();
  await oleg.goto(link);
  await oleg.getByLabel('Придумайте пароль').fill('синий-причал-42');
  await oleg.keyboard.press('Enter');
  await oleg.getByRole('button', { name: /Олег Ветров/ }).waitFor();
  await oleg.goto(`${world.address}/settings/audit`);
  await oleg.getByRole('heading', { name: 'Нет доступа' }).first().waitFor();
  await context.close();

  const another = await browser.newContext();
  const stranger = await another.newPage();
  await stranger.goto(`${world.address}/settings/teams`);
  await stranger.getByLabel('Электронная почта').fill('oleg@example.test');
  await stranger.getByLabel('Пароль', { exact: true }).fill('синий-причал-42');
  await stranger.keyboard.press('Enter');
  await stranger.getByRole('heading', { name: 'Команды' }).waitFor();
  expect(new URL(stranger.url()).pathname).toBe('/settings/teams');
  await another.close();
});

test('a role is given a right by its matrix', async () => {
  await page.goto(`${world.address}/settings/roles`);
  await page.getByRole('button', { name: /^Оператор/ }).click();
  const teams = page.getByRole('group', { name: 'Настраивать команды' });
  await teams.getByRole('button', { name: 'Всё' }).click();
  await page.getByRole('button', { name: 'Сохранить' }).click();
  await page.getByText('Права сохранены').waitFor();
  const role = await world.ctx.db
    .selectFrom('roles')
    .select('permissions')
    .where('code', '=', 'agent')
    .executeTakeFirstOrThrow();
  expect(role.permissions).toMatchObject({ 'staff.teams': 'all' });
  expect(errors()).toEqual([]);
});
