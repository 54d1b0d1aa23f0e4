import { afterAll, beforeAll, expect, test } from 'vitest';
import { api as loyaltyApi } from '../src/loyalty/api.ts';
import { connectLead } from '../src/loyalty/testing/connect-lead.ts';
import { setControl } from '../src/loyalty/testing/set-control.ts';
import { api as subscribersApi } from '../src/subscribers/api.ts';
import { addAccount, post } from '../src/testing/accounts.ts';
import { expectSoundInBoth, expectSoundPage } from './testing/expect-sound-page.ts';
import { openScreen, type Screen } from './testing/open-screen.ts';

let screen: Screen;
let page: Screen['page'];
let inviterId = 0;
let accountId = 0;
let code = '';
let ruleId = 0;

beforeAll(async () => {
  screen = await openScreen();
  ({ page } = screen);
  const { world, administrator } = screen;
  const { as } = administrator;
  const call = world.via(loyaltyApi);
  await setControl(world, 0);
  await call('POST /api/loyalty/programme/begin', { isOn: true }, as);
  await call(
    'PUT /api/loyalty/friend-steps',
    { friendMonths: 1, mostFriends: 5, steps: [{ friends: 1, percent: 5 }] },
    as,
  );
  const { rules } = (await call('GET /api/loyalty/rules', {}, as)).body;
  const { id = 0, version = 0 } = rules.find(({ signal }) => signal === 'friend') ?? {};
  ruleId = id;
  await call('POST /api/loyalty/rules/{id}/try', { id }, as);
  await call('POST /api/loyalty/rules/{id}/switch', { id, version, isOn: true }, as);
  const person = { kind: 'person', lastName: 'Маяков', customerSince: '2024-05-10' } as const;
  inviterId = (await world.via(subscribersApi)('POST /api/subscribers', person, as)).body.id;
  accountId = await addAccount(world, inviterId);
  await world.hear();
  await world.tick('loyalty.night');
  code = (await call('GET /api/subscribers/{id}/friends', { id: inviterId }, as)).body.code;
});
afterAll(() => screen.close());

/** A month that is charged and paid: the first whole one after both are here. */
const pay = async (id: number): Promise<void> => {
  const fee = { kind: 'charges', occurredOn: '2026-04-01', counterpart: 'revenue' } as const;
  const paid = { kind: 'payments', occurredOn: '2026-04-20', counterpart: 'bank' } as const;
  await post(screen.world, id, { ...fee, amountMinor: -60_000 });
  await post(screen.world, id, { ...paid, amountMinor: 60_000 });
};

test('a friend’s link is opened, they are connected, and both are rewarded', async () => {
  const { world, administrator, errors } = screen;
  const visitor = await screen.browser.newContext({ locale: 'ru-RU' });
  const invited = await visitor.newPage();
  await invited.goto(`${world.address}/friend/${code}`);
  await invited.getByLabel('Как к вам обращаться').fill('Ольга');
  await invited.getByLabel('Телефон').fill('+7 913 555-77-01');
  await invited.getByRole('checkbox').check();
  await expectSoundPage(invited);
  await invited.getByRole('button', { name: 'Жду звонка' }).click();
  await invited.getByRole('heading', { name: 'Спасибо!' }).waitFor();
  await visitor.close();
  const friend = await connectLead(world, administrator.as);
  await pay(accountId);
  await pay(friend.accountId);
  world.clock.moveTo(new Date('2026-05-01T03:00:00Z'));
  await world.tick('loyalty.night');
  for (const id of [friend.id, inviterId]) {
    await page.goto(`${world.address}/subscribers/${id}/points`);
    await page.getByText('Начислено: Друг подключился').waitFor();
  }
  await page.getByText('Награждены').waitFor();
  await page.getByText('Скидка 5 %, пока с нами 1 друг.').waitFor();
  await expectSoundInBoth(page);
  const path = await page.getByRole('link', { name: 'Открыть' }).getAttribute('href');
  const phone = { width: 390, height: 844 };
  const own = await screen.browser.newContext({ locale: 'ru-RU', viewport: phone });
  const seen = await own.newPage();
  await seen.goto(`${world.address}${path}`);
  await seen.getByText('Скидка 5 %, пока с нами 1 друг.').waitFor();
  await expectSoundPage(seen);
  await own.close();
  // What the rule has given, and by which days, stands on its page.
  await page.goto(`${world.address}/loyalty/rules/${ruleId}`);
  const use = page.getByRole('region', { name: 'Сколько использовано' });
  await use.getByText('1 000').first().waitFor();
  await expectSoundPage(page);
  expect(errors()).toEqual([]);
});
