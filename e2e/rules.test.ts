import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { firstAdministrator, type WithPassword } from '../src/testing/sign-in.ts';
import { api } from '../src/tickets/api.ts';
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
});
afterAll(async () => {
  await browser.close();
  await world.close();
});

async function open(subject: string): Promise<number> {
  const call = world.via(api);
  const { body } = await call('GET /api/ticket-categories', {}, boss.as);
  const categoryId = body.categories[0]?.id ?? 0;
  const ticket = { categoryId, subject, priority: 'urgent' as const };
  return (await call('POST /api/tickets', ticket, boss.as)).body.id;
}

test('a rule is written, tried on the history, switched on, and does what it says', async () => {
  await open('Обрыв на магистрали');
  const { address } = world;
  const { context, page } = await screenOf(browser, boss, { address, colorScheme: 'dark' });
  const errors = notePageErrors(page);
  await page.goto(`${address}/settings/ticket-rules/new`);
  await page.getByLabel('Название').fill('Срочное сразу видно');
  await page.getByRole('button', { name: 'Фильтр', exact: false }).click();
  await page.getByRole('button', { name: 'Приоритет', exact: true }).click();
  await page.getByRole('checkbox', { name: 'Срочный' }).click();
  await page.getByRole('button', { name: 'Применить' }).click();
  await page.getByLabel('Что написать').fill('Взять первым');
  await page.getByRole('button', { name: 'Сохранить' }).click();
  await page.getByRole('button', { name: 'Проверить на истории' }).click(atOnce);
  await page.getByText('Сработало бы 1 раз на 1 тикете.').waitFor(atOnce);
  await page.getByRole('link', { name: 'Обрыв на магистрали' }).waitFor();
  await expectSoundPage(page);
  await page.getByRole('button', { name: 'Включить', exact: true }).click();
  await page.getByRole('button', { name: 'Выключить', exact: true }).waitFor(atOnce);
  const id = await open('Нет связи в подъезде');
  await page.goto(`${address}/tickets/${id}`);
  await page.getByText('Взять первым').waitFor(atOnce);
  await page.getByText('правило «Срочное сразу видно»').first().waitFor();
  await page.goto(`${address}/settings/ticket-rules`);
  await page.getByText('сработало 1 раз за 30 дней').waitFor(atOnce);
  await expectSoundPage(page);
  expect(errors()).toEqual([]);
  await context.close();
});

test('a recurring ticket shows its next dates while it is written', async () => {
  const { address } = world;
  const { context, page } = await screenOf(browser, boss, { address, colorScheme: 'light' });
  await page.goto(`${address}/settings/ticket-recurring`);
  await page.getByRole('button', { name: 'Новое повторение' }).click(atOnce);
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Название').fill('Обход узлов');
  await dialog.getByText('Ближайшие:').waitFor(atOnce);
  await dialog.getByLabel('Тема').fill('Обойти узлы');
  await dialog.getByLabel('Категория').first().click();
  await page.getByRole('option').first().click();
  await expectSoundPage(page, '[role="dialog"]');
  await dialog.getByRole('button', { name: 'Сохранить' }).click();
  await page.getByText(/каждую неделю, пн/).waitFor(atOnce);
  await expectSoundPage(page);
  await context.close();
});
