import { afterAll, beforeAll, expect, test } from 'vitest';
import { openAdvised } from '../src/billing/testing/advised.ts';
import { expectSoundInBoth, expectSoundPage } from './testing/expect-sound-page.ts';
import { openScreen, type Screen } from './testing/open-screen.ts';

let world: Screen['world'];
let page: Screen['page'];
let errors: Screen['errors'];
let close: Screen['close'];
let advised: Awaited<ReturnType<typeof openAdvised>>;
let saving = 0;
let shared = 0;

beforeAll(async () => {
  ({ world, page, errors, close } = await openScreen());
  advised = await openAdvised(world);
  const { addTariff, addHolder, use } = advised;
  const home = await addTariff('Домашний 100', { fee: 600, speed: 100 });
  const light = { fee: 460, speed: 100, includedGb: 250, gbPrice: 10 };
  await addTariff('Лёгкий', { ...light, connection: 300 });
  await addTariff('Быстрый', { fee: 750, speed: 300 });
  await addTariff('Тихий', { fee: 200, speed: 10 });
  saving = await addHolder(home);
  await use(saving, [200, 180, 255]);
  shared = await addHolder(home);
  await use(shared, [170, 170, 170], { hour: 12, days: [12, 16, 19, 26] });
  await addHolder(home, { fee: 350 });
});

afterAll(() => close());

const button = (name: string) => page.getByRole('button', { name, exact: true });

test('from all who overpay to one of them, why another tariff fits, and the change', async () => {
  await page.goto(`${world.address}/advisor`);
  await page.getByText('Тарифы ещё не сравнивали').waitFor();
  await button('Сравнить заново').click();
  await button('Сравниваем: 0').waitFor();
  await world.tick('billing.advisor');
  await page.getByText('Если перевести всех на подходящий тариф').waitFor();
  await expectSoundInBoth(page);
  await button('Рабочие линии').click();
  await page.getByText('Счетов — 1. Частные линии').waitFor();
  await button('Переплачивают').click();
  await page
    .getByRole('row', { name: /Советов 1 / })
    .getByRole('link')
    .click();

  await page.getByRole('heading', { name: 'Подойдёт «Лёгкий»' }).waitFor();
  await page.getByText('на 123,33 ₽ дешевле, чем сейчас').waitFor();
  await page.getByText('Скорость та же — 100 Мбит/с.').waitFor();
  await page.getByText('Он окупится за 3 месяца.').waitFor();
  await page.getByText('медленнее: 10 Мбит/с').waitFor();
  await expectSoundInBoth(page);
  await page
    .getByRole('region', { name: 'Подбор тарифа' })
    .getByRole('button', { name: 'Сменить тариф' })
    .click();
  const dialog = page.getByRole('dialog');
  await expect
    .poll(() => dialog.getByRole('combobox', { name: 'Услуга' }).inputValue())
    .toContain('Лёгкий');
  await dialog.getByRole('button', { name: 'Сменить тариф' }).click();
  await page.getByText('Нынешний тариф подходит: «Лёгкий»').waitFor();
  expect(errors()).toEqual([]);
});

test('a line on which a company works is told by its figures, and whom to tell is kept as a view', async () => {
  await page.goto(`${world.address}/accounts/${shared}?advice`);
  await page.getByText(/Похоже, линией пользуется компания: 100\s% трафика/).waitFor();
  await page.getByText('безлимит, а линия похожа на рабочую').first().waitFor();
  await page.goto(`${world.address}/advisor`);
  await button('Рассказать им').click();
  const dialog = page.getByRole('dialog');
  await expectSoundPage(page, '[role="dialog"]');
  await dialog.getByRole('button', { name: 'Сохранить вид' }).click();
  await page.getByRole('button', { name: 'Переплачивают' }).waitFor();
  await page.getByText('Советов 2 Пётр').waitFor();
  expect(errors()).toEqual([]);
});
