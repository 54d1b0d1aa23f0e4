import { afterAll, beforeAll, expect, test } from 'vitest';
import { api as catalogApi } from '../src/catalog/api.ts';
import { api as subscribersApi } from '../src/subscribers/api.ts';
import { addAccount } from '../src/testing/accounts.ts';
import { signedIn } from '../src/testing/staff.ts';
import { expectSoundInBoth, expectSoundPage } from './testing/expect-sound-page.ts';
import { openScreen, type Screen } from './testing/open-screen.ts';

let world: Screen['world'];
let page: Screen['page'];
let errors: Screen['errors'];
let close: Screen['close'];
let accountId = 0;

beforeAll(async () => {
  ({ world, page, errors, close } = await openScreen());
  const { as } = await signedIn(world);
  const person = { kind: 'person' as const, lastName: 'Ёлкина', firstName: 'Вера' };
  const made = await world.via(subscribersApi)('POST /api/subscribers', person, as);
  accountId = await addAccount(world, made.body.id);
  const { body } = await world.via(catalogApi)('GET /api/products', {}, as);
  const terms = { monthlyFeeMinor: 70_000, speedKbps: 100_000, validFrom: '2026-01-01' };
  const added = { id: body.products[0]?.id ?? 0, terms };
  await world.via(catalogApi)('POST /api/products/{id}/versions', added, as);
  const films = { monthlyFeeMinor: 20_000, validFrom: '2026-01-01' };
  const addon = { kind: 'addon', service: 'tv', name: 'Кино', terms: films } as const;
  await world.via(catalogApi)('POST /api/products', addon, as);
});

afterAll(() => close());

/** Two services for less, told of before one of them goes. */
async function bundle(): Promise<void> {
  await button('Новый пакет').click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('textbox', { name: 'Название' }).fill('Дом и кино');
  await dialog.getByRole('combobox', { name: 'Что входит' }).click();
  await page.getByRole('option', { name: 'Домашний 100' }).click();
  await page.getByRole('option', { name: 'Кино' }).click();
  await dialog.getByRole('textbox', { name: 'Сколько' }).fill('750');
  await page.keyboard.press('Control+Enter');
  await page.getByText(/^750\s₽ вместо 900\s₽$/).waitFor();
}

async function loseBundle(): Promise<void> {
  await button('Подключить услугу').click();
  await page.getByRole('combobox', { name: 'Услуга' }).click();
  await page.getByRole('option', { name: /^Кино/ }).click();
  await page.keyboard.press('Control+Enter');
  await page.getByText('Дом и кино').first().waitFor();
  const films = page.getByRole('listitem').filter({ hasText: /^Кино/ });
  await films.getByRole('button', { name: 'Отключить' }).click();
  await page
    .getByRole('dialog')
    .getByText(/Пакет «Дом и кино» закончится/)
    .waitFor();
}

const button = (name: string) => page.getByRole('button', { name, exact: true });

test('a tariff is given a purpose and rules, and its price changes for those who have it', async () => {
  await page.goto(`${world.address}/settings/catalogue`);
  await page.getByRole('heading', { name: 'Границы' }).waitFor();
  await expectSoundPage(page);
  await bundle();
  await page
    .getByRole('button', { name: /Домашний 100/ })
    .first()
    .click();
  await page.getByRole('table', { name: 'Результат' }).waitFor();
  await page.getByRole('combobox', { name: 'Задача' }).click();
  await page.getByRole('option', { name: 'Держать цену' }).click();
  await page.getByRole('textbox', { name: 'Цель: средняя плата в месяц' }).fill('650');
  await page.getByRole('combobox', { name: 'Добавить условие' }).click();
  await page.getByRole('option', { name: /Только новым/ }).click();
  await page.getByRole('button', { name: 'Сохранить' }).click();
  await page.getByText('Цель — в среднем 650').waitFor();
  await page.getByText('По условиям доступно 0 из 1').waitFor();
  await expectSoundInBoth(page);

  await button('Запланировать изменение цены').click();
  const dialog = page.getByRole('dialog');
  await dialog.getByText(/600\s₽ → 700\s₽/).waitFor();
  await expectSoundPage(page, '[role="dialog"]');
  await dialog.getByRole('button', { name: 'Запланировать изменение цены' }).click();
  await button('Объявить абонентам').click();
  await page.getByText('Объявлено', { exact: true }).waitFor();
  await page.goto(`${world.address}/accounts/${accountId}`);
  await page.getByText(/^с \d\d\.\d\d\.\d{4} — 700/).waitFor();
  await loseBundle();
  expect(errors()).toEqual([]);
});
