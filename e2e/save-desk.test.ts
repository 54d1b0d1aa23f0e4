import { afterAll, beforeAll, expect, test } from 'vitest';
import { api as retentionApi } from '../src/retention/api.ts';
import { api as subscribersApi } from '../src/subscribers/api.ts';
import { addAccount, post } from '../src/testing/accounts.ts';
import {
  eventually,
  startExchange,
  type WithExchange,
} from '../src/conversations/testing/exchange.ts';
import { api as staffApi } from '../src/staff/api.ts';
import { expectSoundInBoth } from './testing/expect-sound-page.ts';
import { openScreen, type Screen } from './testing/open-screen.ts';

const DAY_SECONDS = 86_400;
let screen: Screen;
let exchange: WithExchange;
let page: Screen['page'];
let conversationId = 0;
let leavingId = 0;

beforeAll(async () => {
  screen = await openScreen();
  ({ page } = screen);
  const { world } = screen;
  // From here on it is listened.
  await world.hear();
  const phone = '+79135550177';
  await addPayer('Остаев', phone);
  exchange = await startExchange(world);
  conversationId = await talk(phone);
  leavingId = await beginLeaving(await addPayer('Уездный', '+79135550178'));
});
afterAll(async () => {
  await exchange.stop();
  await screen.close();
});

/** A call that we have answered and that is over; what came of it is not written down yet. */
async function talk(phone: string): Promise<number> {
  const { world, administrator } = screen;
  await world.via(staffApi)('PUT /api/me', { extension: '101' }, administrator.as);
  const linkedId = exchange.pbx.ring({ from: phone.slice(1), at: ['101'] });
  exchange.pbx.answer(linkedId, '101');
  exchange.pbx.hangUp(linkedId);
  const calls = () =>
    world.ctx.db.selectFrom('calls').select(['conversationId', 'result']).execute();
  const [call] = await eventually(calls, ([one]) => one?.result === 'answered');
  return call?.conversationId ?? 0;
}

/** Somebody with a tariff, who has paid 500 roubles ahead. */
async function addPayer(lastName: string, phone: string): Promise<number> {
  const { world, administrator } = screen;
  const contacts = [{ kind: 'phone' as const, value: phone }];
  const person = { kind: 'person' as const, lastName, firstName: 'Пётр', contacts };
  const people = world.via(subscribersApi);
  const { body } = await people('POST /api/subscribers', person, administrator.as);
  const paid = { kind: 'payment', occurredOn: '2026-03-01', counterpart: 'gateway' } as const;
  await post(world, await addAccount(world, body.id), { ...paid, amountMinor: 50_000 });
  return body.id;
}

/** A case whose reason is one that nobody is talked over. */
async function beginLeaving(subscriberId: number): Promise<number> {
  const call = screen.world.via(retentionApi);
  const { as } = screen.administrator;
  const { id } = (await call('POST /api/cases', { subscriberId }, as)).body;
  const { reasons } = (await call('GET /api/leaving-reasons', {}, as)).body;
  const group = reasons.find(({ name }) => name === 'Переезд');
  const reasonId = reasons.find(({ parentId }) => parentId === group?.id)?.id ?? 0;
  await call('PUT /api/cases/{id}/reason', { id, version: 1, reasonId }, as);
  return id;
}

const button = (name: string | RegExp) => page.getByRole('button', { name });
const choose = async (label: string, option: string): Promise<void> => {
  await page.getByRole('combobox', { name: label }).click();
  await page.getByRole('option', { name: option }).click();
};

test('who asks how to leave takes an offer, stays, and is saved after 30 days', async () => {
  const { world, errors } = screen;
  await page.goto(`${world.address}/conversations/${conversationId}?queue=all`);
  await button('Поговорили').first().click();
  await page.getByLabel('Что важно из разговора').fill('Спрашивает, как расторгнуть договор');
  await page.keyboard.press('Control+Enter');
  await button('Поговорили').first().waitFor({ state: 'hidden' });
  await world.hear();
  await page.getByText('«расторгнуть договор»').waitFor();
  await page.getByRole('link', { name: /^Случай/ }).click();
  await page.getByRole('region', { name: 'История' }).waitFor();
  await page.getByText('Сначала запишите причину').waitFor();
  await choose('Из-за чего', 'Цена');
  await choose('Точнее', 'Дорого');
  await button(/Записать причину/).click();
  const offers = page.getByRole('region', { name: 'Что предложить' });
  const given = offers.getByText('Скидка 20 % на три месяца').locator('xpath=../..');
  await given.waitFor();
  await expectSoundInBoth(page);
  await given.getByRole('button', { name: 'Принимает' }).click();
  await given.getByText('Принято').waitFor();
  await button('Остаётся').click();
  await button(/Закрыть случай/).click();
  await button('Открыть снова').waitFor();

  await page.goto(`${world.address}/cases/${leavingId}`);
  await page.getByText('не удерживаем').waitFor();
  await button('Перезвонить').click();
  await page.getByRole('textbox', { name: 'Просил позвонить' }).fill('03.03.2026');
  await button(/Записать звонок/).click();
  await button(/Перезвонить .*\d/).waitFor();
  await button('Принять заявление').click();
  const leaving = page.getByRole('dialog', { name: 'Принять заявление' });
  await leaving.getByLabel(/^Что вернуть/).fill('Роутер, SN-7');
  await expectSoundInBoth(page, '[role="dialog"]');
  await leaving.getByRole('button', { name: /Принять заявление/ }).click();
  await page.getByText('Заявление, PDF').waitFor();
  world.clock.advance({ seconds: DAY_SECONDS });
  await world.tick('retention.exits');
  await page.reload();
  await page.getByText('Подтверждение, PDF').waitFor();
  await page.getByText('Роутер · SN-7').waitFor();
  await page
    .getByText(/^500\s₽$/)
    .first()
    .waitFor();
  await expectSoundInBoth(page);

  world.clock.advance({ seconds: 31 * DAY_SECONDS });
  await world.tick('retention.kept');
  await page.goto(`${world.address}/cases/figures`);
  // The browser's days are not the world's.
  await page.getByRole('textbox', { name: 'С', exact: true }).fill('01.03.2026');
  const total = page.getByRole('row', { name: /^Сказали сами/ });
  // Wished, open, stay, here after 30 days, after 90, left, in part, of them unspoken.
  await expect
    .poll(() => total.innerText())
    .toMatch(/2\s+0\s+1\s+1 · 100\s%\s+—\s+1\s+0\s+0 · 0\s%/);
  await expectSoundInBoth(page);
  expect(errors()).toEqual([]);
});

/** A play that calls after a long complaint, and somebody whose complaint was closed just now. */
async function complainedOf(name: string): Promise<void> {
  const { world, administrator } = screen;
  const call = world.via(retentionApi);
  // A Monday's noon, when people are called; and chance that is the same in every run.
  world.clock.moveTo(new Date('2026-07-06T09:00:00Z'));
  await world.ctx.pool.query("update trial_settings set salt = sha256('screen')");
  const when = { signal: 'complaint_closed', bound: 24, reason: 'service' } as const;
  const play = { ...when, name, action: 'call', words: 'Всё ли теперь работает?' } as const;
  const { id } = (await call('POST /api/plays', play, administrator.as)).body;
  await call('POST /api/plays/{id}/try', { id }, administrator.as);
  await call('POST /api/plays/{id}/switch', { id, version: 1, isOn: true }, administrator.as);
  const subscriberId = await addPayer('Жалобин', '+79135550179');
  world.clock.advance({ seconds: 60 });
  await world.ctx.pool.query(
    `insert into tickets (subscriber_id, subject, state, opened_at, closed_at, created_at,
       updated_at, category_id)
     select $1, 'Нет связи', 'done', $2::timestamptz - interval '30 hours', $2, $2, $2, min(id)
     from   ticket_categories`,
    [subscriberId, world.clock.now()],
  );
  world.clock.advance({ seconds: 60 });
  await world.tick('retention.plays');
}

test('a call of a play stands at the desk, is taken there, and what came of it is kept', async () => {
  const { world, errors } = screen;
  await complainedOf('Спросить после жалобы');
  await page.goto(`${world.address}/conversations?queue=tasks`);
  const row = page.getByRole('link', { name: /Жалобин/ });
  await row.waitFor();
  await button(/Взять следующую/).click();
  await page.getByText('Всё ли теперь работает?').waitFor();
  await row.getByText('Моя').waitFor();
  await expectSoundInBoth(page);
  await choose('Чем кончилось', 'Поговорили, помогло');
  await page.getByLabel('Своими словами').fill('Всё наладилось, благодарит');
  await page.keyboard.press('Control+Enter');
  await page.getByText('Поговорили, помогло').waitFor();
  await page.getByText('Задач нет').waitFor();
  expect(errors()).toEqual([]);
});
