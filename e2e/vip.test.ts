import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { api as subscribersApi } from '../src/subscribers/api.ts';
import { signedIn, type SignedIn } from '../src/testing/staff.ts';
import { api as vipApi } from '../src/vip/api.ts';
import { openAccounts } from '../src/vip/testing/vip-world.ts';
import { expectSoundInBoth } from './testing/expect-sound-page.ts';
import { openScreen, type Screen } from './testing/open-screen.ts';

let screen: Screen;
let leader: SignedIn;
let id = 0;

/** Whoever is at the screen leads clients; somebody pays 3,000 a month for a number, in time. */
beforeAll(async () => {
  screen = await openScreen();
  const { world, administrator } = screen;
  leader = await signedIn(world, { name: 'Руководова Анна' });
  const call = world.via(vipApi);
  await call('PUT /api/vip-managers/{staffId}', { staffId: administrator.id }, administrator.as);
  const bouquet = { name: 'Букет', kind: 'flowers', priceMinor: 100_000 } as const;
  await call('POST /api/vip-gift-items', bouquet, leader.as);
  const person = {
    kind: 'person',
    lastName: 'Янтарёва',
    firstName: 'Инга',
    birthOn: '1980-03-05',
    customerSince: '2024-01-10',
  } as const;
  const made = await world.via(subscribersApi)('POST /api/subscribers', person, leader.as);
  ({ id } = made.body);
  const accountId = await (await openAccounts(world))(id, { mobile: [300_000] });
  await sql`insert into trust_limits (account_id, careful_since)
    values (${accountId}, '2024-01-10')`.execute(world.ctx.db);
});
afterAll(() => screen.close());

test('who became VIP overnight is greeted with a gift, and the card tells how it was taken', async () => {
  const { world, page, errors } = screen;
  await world.tick('vip.programme');
  await page.goto(`${world.address}/vip`);
  await page
    .getByRole('region', { name: 'Даты на неделе' })
    .getByRole('button', { name: /Янтарёва/ })
    .click();
  await page
    .getByRole('region', { name: 'Подарки' })
    .getByRole('button', { name: 'Запланировать подарок' })
    .click();
  await page.getByRole('combobox', { name: 'Подарок' }).click();
  await page.getByRole('option', { name: /Букет/ }).click();
  await page.getByLabel('Кому').fill('Инга Янтарёва');
  await page.getByLabel('Когда вручить').fill('04.03.2026');
  const save = page.getByRole('dialog').getByRole('button', { name: 'Сохранить' });
  await save.click();
  await page.getByText('Предложен').waitFor();
  // Another approves, within a budget made of the month's days.
  const call = world.via(vipApi);
  await call('POST /api/vip-budgets/derive', { month: '2026-03-01' }, leader.as);
  const plan = await call('GET /api/vip-gifts/plan', { month: '2026-03-01' }, leader.as);
  const [gift] = plan.body.gifts;
  const at = { id: gift?.id ?? 0, version: gift?.version ?? 0 };
  expect((await call('POST /api/vip-gifts/{id}/approve', at, leader.as)).status).toBe(200);
  await page.reload();
  await page.getByRole('button', { name: 'Вручён' }).click();
  await page.getByRole('button', { name: 'Как принял' }).click();
  await page.getByLabel('Что сказал').fill('Позвонила сама');
  await save.click();
  await page.getByText(/Позвонила сама/).waitFor();
  await page.goto(`${world.address}/subscribers/${id}`);
  await page.getByText(/Букет · Поблагодарил/).waitFor();
  await page.goto(`${world.address}/vip`);
  await page.getByRole('heading', { name: 'Лист дня' }).waitFor();
  await expectSoundInBoth(page);
  expect(errors()).toEqual([]);
});
