import { afterAll, beforeAll, expect, test } from 'vitest';
import { api as billingApi } from '../src/billing/api.ts';
import { seller } from '../src/billing/testing/paper-desk.ts';
import { api as subscribersApi } from '../src/subscribers/api.ts';
import { addAccount, post } from '../src/testing/accounts.ts';
import { readPdf } from '../src/testing/pdf.ts';
import { expectSoundPage } from './testing/expect-sound-page.ts';
import { openScreen, type Screen } from './testing/open-screen.ts';

let world: Screen['world'];
let page: Screen['page'];
let errors: Screen['errors'];
let close: Screen['close'];
let accountId = 0;

beforeAll(async () => {
  const screen = await openScreen();
  ({ world, page, errors, close } = screen);
  const { administrator } = screen;
  const firm = { kind: 'organisation' as const, displayName: 'ООО «Ромашка»' };
  const made = await world.via(subscribersApi)('POST /api/subscribers', firm, administrator.as);
  accountId = await addAccount(world, made.body.id);
  const billing = world.via(billingApi);
  const { body } = await billing('GET /api/seller', {}, administrator.as);
  const known = { ...seller, vatRates: [], version: body.version };
  await billing('PUT /api/seller', known, administrator.as);
  const { body: settings } = await billing('GET /api/billing-settings', {}, administrator.as);
  const charged = { ...settings, chargesBeginOn: '2026-12-01' };
  await billing('PUT /api/billing-settings', charged, administrator.as);
  await post(world, accountId, {
    kind: 'monthly_charges',
    occurredOn: '2026-02-01',
    counterpart: 'revenue',
    amountMinor: -60_000,
  });
});

afterAll(() => close());

const button = (name: string) => page.getByRole('button', { name, exact: true });
const dialog = () => page.getByRole('dialog');

test('a statement and an invoice are made at the account, and taken as files', async () => {
  await page.goto(`${world.address}/accounts/${accountId}`);
  await page.getByText('Документов пока нет.').waitFor();
  await button('Реквизиты плательщика').click();
  await dialog().getByLabel('ИНН').fill('7736207543');
  await expectSoundPage(page, '[role="dialog"]');
  await dialog().getByRole('button', { name: 'Сохранить' }).click();
  await dialog().waitFor({ state: 'detached' });

  await button('Сделать выписку').click();
  await dialog().getByLabel('С какого дня').fill('01.02.2026');
  await dialog().getByLabel('По какой день').fill('28.02.2026');
  await dialog().getByRole('button', { name: 'Сделать' }).click();
  const link = page.getByRole('link', { name: /^Скачать Выписка № \d\d-000001 .* PDF$/ });
  await link.waitFor();
  const [download] = await Promise.all([page.waitForEvent('download'), link.click()]);
  expect(download.suggestedFilename()).toMatch(/^Выписка \d\d-000001\.pdf$/);
  const text = await readPdf(await download.path());
  expect(text).toContain('Задолженность абонента на 28 февраля 2026 г.: 600,00 руб.');
  expect(text).toContain('ООО «Ромашка», ИНН 7736207543');

  await button('Выставить счёт').click();
  await dialog().getByText('Счёт будет на весь долг: 600 ₽.').waitFor();
  await dialog().getByRole('button', { name: 'Сделать' }).click();
  await page.getByRole('link', { name: /^Скачать Счёт на оплату № \d\d-000001 / }).waitFor();
  await page.emulateMedia({ colorScheme: 'dark' });
  await expectSoundPage(page);
  expect(errors()).toEqual([]);
});

test('the seller is said in the settings', async () => {
  await page.goto(`${world.address}/settings/seller`);
  await page.getByLabel('Руководитель').fill('Новый Н. Н.');
  await button('Добавить ставку').click();
  await expectSoundPage(page);
  await button('Сохранить').click();
  await page.getByText('Сохранено').waitFor();
  await page.reload();
  await page.locator('input[name="director"][value="Новый Н. Н."]').waitFor();
  await page.getByRole('combobox', { name: 'Ставка' }).waitFor();
  await page.goto(`${world.address}/charges`);
  await page.getByText('Актов ещё не делали.').waitFor();
  await expectSoundPage(page);
  expect(errors()).toEqual([]);
});
