import { afterAll, beforeAll, expect, test } from 'vitest';
import { api as billingApi } from '../src/billing/api.ts';
import { api as subscribersApi } from '../src/subscribers/api.ts';
import { addAccount, post } from '../src/testing/accounts.ts';
import { expectSoundInBoth } from './testing/expect-sound-page.ts';
import { press } from './testing/keyboard.ts';
import { openScreen, type Screen } from './testing/open-screen.ts';

let world: Screen['world'];
let page: Screen['page'];
let errors: Screen['errors'];
let close: Screen['close'];
let number = '';

beforeAll(async () => {
  const screen = await openScreen();
  ({ world, page, errors, close } = screen);
  const { administrator } = screen;
  const person = {
    kind: 'person' as const,
    lastName: 'Очередина',
    firstName: 'Вера',
    addresses: [{ text: 'Томск, Мира, 17-5' }],
  };
  const made = await world.via(subscribersApi)('POST /api/subscribers', person, administrator.as);
  const accountId = await addAccount(world, made.body.id);
  number = `40-${made.body.id}`;
  await post(world, accountId, {
    kind: 'monthly_charges',
    occurredOn: '2026-02-01',
    counterpart: 'revenue',
    amountMinor: -60_000,
  });
  const desk = { name: 'Касса на Мира', place: 'Мира, 1', teamId: null, isEnabled: true };
  await world.via(billingApi)('POST /api/cash-desks', desk, administrator.as);
});

afterAll(() => close());

const button = (name: string | RegExp) => page.getByRole('button', { name });
const search = () => page.getByRole('combobox', { name: 'Счёт, договор, имя' });
const focused = (): Promise<string> =>
  page.evaluate(() => {
    const field = document.activeElement as HTMLInputElement | null;
    return field?.getAttribute('aria-label') ?? field?.labels?.[0]?.textContent ?? '';
  });
async function hasFocus(label: string): Promise<void> {
  await expect.poll(focused, { timeout: 15_000 }).toContain(label);
}

test('a shift from the first coin to the Z report, by the keyboard', async () => {
  await page.goto(`${world.address}/cash`);
  await hasFocus('Наличные в кассе');
  await page.keyboard.type('500');
  await press(page, 'Enter');
  await hasFocus('Счёт, договор');
  await page.keyboard.type('Очередина');
  await page.getByRole('option', { name: 'Очередина Вера' }).waitFor();
  await expectSoundInBoth(page);
  await press(page, 'Enter');
  // What is owed stands there, and is typed over.
  await hasFocus('Сумма');
  expect(await page.getByLabel('Сумма', { exact: true }).inputValue()).toBe('600');
  await page.keyboard.type('650,5');
  await press(page, 'Tab');
  await page.keyboard.type('1000');
  await page.getByText('349,50 ₽').waitFor();
  await press(page, 'Enter');
  await page.getByText('Принято 650,50 ₽').waitFor();
  const paper = page.getByRole('article', { name: 'Квитанция № 1-1' });
  await paper.getByText('Очередина Вера').waitFor();
  await expectSoundInBoth(page);
  await hasFocus('Счёт, договор');
  expect(await search().inputValue()).toBe('');
});

test('a scanner types a number and Enter at once; the next payment and its return', async () => {
  await page.keyboard.type(number);
  await press(page, 'Enter');
  await hasFocus('Сумма');
  await page.keyboard.type('100');
  await press(page, 'Enter');
  await page.getByText('Принято 100 ₽').waitFor();
  await button('Вернуть').first().click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Почему').fill('Ошиблись счётом');
  await dialog.getByRole('button', { name: 'Вернуть деньги' }).click();
  await page.getByText('возвращено').waitFor();
  await button('Изъять').click();
  await dialog.getByLabel('Сумма').fill('150,50');
  await dialog.getByLabel('За что').fill('Инкассация');
  await dialog.getByRole('button', { name: 'Изъять' }).click();
  await page.getByText('Инкассация').waitFor();
  await page.getByRole('definition').getByText('1 000 ₽').waitFor();
  expect(errors()).toEqual([]);
});

test('what is counted at the end is compared, the difference is named, the report printed', async () => {
  await page.getByRole('link', { name: 'X-отчёт' }).click();
  await page.getByRole('article', { name: 'X-отчёт' }).getByText('1 000 ₽').waitFor();
  await expectSoundInBoth(page);
  await button('Закончить смену').click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Пересчитано').fill('990');
  await dialog.getByText('Недостача').waitFor();
  await dialog.getByLabel('Почему не сошлось').fill('Недодали сдачу');
  await expectSoundInBoth(page, '[role="dialog"]');
  await dialog.getByRole('button', { name: 'Закончить смену' }).click();
  const report = page.getByRole('article', { name: 'Z-отчёт' });
  await report.getByText('Недодали сдачу').waitFor();
  // On paper stands the report alone.
  await page.emulateMedia({ media: 'print' });
  expect(await report.isVisible()).toBe(true);
  expect(await page.getByText('Операции смены').isVisible()).toBe(false);
  await page.emulateMedia({ media: 'screen' });
  await page.goto(`${world.address}/cash/shifts`);
  await page.getByRole('cell', { name: /−10 ₽/ }).waitFor();
  await expectSoundInBoth(page);
  await page.goto(`${world.address}/settings/cash-desks`);
  await page.getByText('Касса на Мира').waitFor();
  await expectSoundInBoth(page);
  expect(errors()).toEqual([]);
});
