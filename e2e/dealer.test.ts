import { afterAll, beforeAll, expect, test } from 'vitest';
import { api as dealersApi } from '../src/dealers/api.ts';
import { api as staffApi } from '../src/staff/api.ts';
import { api as subscribersApi } from '../src/subscribers/api.ts';
import { addAccount } from '../src/testing/accounts.ts';
import { colleague, type WithPassword } from '../src/testing/sign-in.ts';
import { expectSoundInBoth, notePageErrors } from './testing/expect-sound-page.ts';
import { openScreen, type Screen } from './testing/open-screen.ts';
import { screenOf } from './testing/screen-of.ts';

let screen: Screen;
let seller: WithPassword;
let batchId: number;
let account: string;

beforeAll(async () => {
  screen = await openScreen();
  const { world, administrator } = screen;
  const { as } = administrator;
  seller = await colleague(world, administrator, { email: 'kiosk@bereg.test', roleCode: 'dealer' });
  const call = world.via(dealersApi);
  const contract = { name: 'Киоск на вокзале', contractNumber: 'Д-7', contractOn: '2026-01-10' };
  const dealer = { ...contract, terms: '', creditLimitMinor: 1_000_000 };
  const { id } = (await call('POST /api/dealers', dealer, as)).body;
  await call('PUT /api/dealers/{id}/people/{staffId}', { id, staffId: seller.id }, as);
  const fromOn = '2026-03-02';
  const commissions = 'POST /api/dealers/{id}/commissions';
  await call(commissions, { id, kind: 'card_sum', amountMinor: 1500, fromOn }, as);
  await call(commissions, { id, kind: 'payment_percent', basisPoints: 200, fromOn }, as);
  const cards = { series: 'АБ', cards: 10, valueMinor: 30_000, validUntil: '2026-12-31' };
  batchId = (await call('POST /api/card-batches', cards, as)).body.id;
  await world.runJobs();
  const given = { id: batchId, kind: 'given' as const, firstNumber: 1, lastNumber: 5 };
  await call('POST /api/card-batches/{id}/deeds', { ...given, dealerId: id }, as);
  const person = { kind: 'person' as const, lastName: 'Картина', firstName: 'Вера' };
  const made = await world.via(subscribersApi)('POST /api/subscribers', person, as);
  account = `40-${made.body.id}`;
  await addAccount(world, made.body.id);
});
afterAll(() => screen.close());

test('a dealer sells a card and takes a payment on a phone, and sees what was earned', async () => {
  const { browser, world } = screen;
  const at = { address: world.address, colorScheme: 'light' } as const;
  const { page, context } = await screenOf(browser, seller, at);
  const errors = notePageErrors(page);
  const refused: string[] = [];
  page.on('response', (answer) => {
    if (answer.status() === 403) refused.push(answer.url());
  });
  const button = (name: string | RegExp) => page.getByRole('button', { name });
  const part = (name: string) => page.getByRole('button', { name, exact: true }).click();
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto(`${world.address}/cabinet`);
  await button('Продать карту АБ 0000001').click();
  await page.getByText('Продана карта АБ 0000001').waitFor();
  await expectSoundInBoth(page);
  await part('Платёж');
  await page.getByLabel('Номер лицевого счёта').fill(account);
  await button('Проверить').click();
  await page.getByText('К***а В***').waitFor();
  await page.getByLabel('Сумма').fill('500');
  await button('Принять 500').click();
  await page.getByText('Ваше вознаграждение 10 ₽').waitFor();
  await expectSoundInBoth(page);
  await part('Расчёты');
  // The world's day, which is not the browser's.
  await page.getByLabel('С', { exact: true }).fill('2026-03-01');
  await page.getByRole('row', { name: 'Вознаграждение' }).getByText('25 ₽').waitFor();
  await expectSoundInBoth(page);
  // What colleagues share is not asked for, and would not be told.
  expect(refused).toEqual([]);
  expect(errors()).toEqual([]);
  const { status } = await world.via(staffApi)('GET /api/staff', {}, seller.as);
  expect(status).toBe(403);
  await context.close();
});

test('a batch of cards tells where each of them is', async () => {
  const { page, world, errors } = screen;
  await page.goto(`${world.address}/cards/${batchId}`);
  await page.getByRole('heading', { name: 'Серия АБ' }).waitFor();
  await page.getByText('У дилеров', { exact: true }).waitFor();
  await expectSoundInBoth(page);
  expect(errors()).toEqual([]);
});
