import { afterAll, beforeAll, expect, test } from 'vitest';
import { api as salesApi } from '../src/sales/api.ts';
import { ask } from '../src/testing/requests.ts';
import { expectSoundInBoth, notePageErrors } from './testing/expect-sound-page.ts';
import { guidedTalk, offerFibre, wantedAddress } from './testing/guided-talk.ts';
import { press } from './testing/keyboard.ts';
import { openScreen, type Screen } from './testing/open-screen.ts';

let screen: Screen;
let page: Screen['page'];
let talk: ReturnType<typeof guidedTalk>;
let conversationId = 0;

beforeAll(async () => {
  screen = await openScreen();
  ({ page } = screen);
  talk = guidedTalk(page);
  const { world, administrator } = screen;
  await offerFibre(screen);
  const { as } = administrator;
  const hours = { fromMinute: 600, toMinute: 720, seats: 1 };
  for (const weekday of [1, 2, 3, 4, 5, 6, 7]) {
    await world.via(salesApi)('POST /api/visit-slots', { ...hours, weekday }, as);
  }
  const visitor = { name: 'Ольга Зайцева', phone: '+79135557788' };
  conversationId = await ask(world, { ...visitor, address: wantedAddress });
});
afterAll(() => screen.close());

/** The quote, said yes to on a phone by whoever has the link. */
async function acceptOnPhone(path: string): Promise<void> {
  const { browser, world } = screen;
  const viewport = { width: 390, height: 844 };
  const context = await browser.newContext({ viewport, locale: 'ru-RU' });
  const phone = await context.newPage();
  const errors = notePageErrors(phone);
  await phone.goto(world.address + path);
  await phone.getByText('Скорость 300').waitFor();
  await expectSoundInBoth(phone);
  await phone.getByLabel('Фамилия и имя').fill('Зайцева Ольга');
  await phone.getByRole('button', { name: /Принять предложение/ }).click();
  await phone.getByText(/Предложение принято/).waitFor();
  await phone.getByLabel(/Последние четыре цифры/).fill('7788');
  await expectSoundInBoth(phone);
  const saved = phone.waitForEvent('download');
  await phone.getByRole('button', { name: /Скачать договор/ }).click();
  expect((await saved).suggestedFilename()).toBe('Договор.pdf');
  expect(errors()).toEqual([]);
  await context.close();
}

test('from the site’s form to an active account with its first charge', async () => {
  const { button } = talk;
  const said = (words: RegExp | string) => page.getByText(words).first().waitFor();
  const { world, errors } = screen;
  await page.goto(`${world.address}/conversations/${conversationId}?queue=all`);
  await button('Взять').waitFor();
  await press(page, 'KeyT');
  await button('Продать по сценарию').waitFor();
  await press(page, 'KeyC');
  await said('со слов оператора');
  await talk.begin();
  await talk.sayNeeds();
  await talk.sayRest();
  await talk.doubt();
  await talk.takeCinema();
  await talk.payAtOnce();
  await talk.agree();
  await page.goto(`${world.address}/deals/list`);
  await page.getByRole('link', { name: /Ольга Зайцева/ }).click();
  await said('Скорость 300, Кинотеатр');
  await button('Составить предложение').click();
  const making = page.getByRole('dialog', { name: 'Составить предложение' });
  await making.getByText(/^Скорость 300/).waitFor();
  await making.getByText(/^Кинотеатр/).waitFor();
  expect(await making.getByLabel(/^Подключение/).inputValue()).toBe('');
  await making.getByLabel(/^Подключение/).fill('500');
  await expectSoundInBoth(page, '[role="dialog"]');
  await making.getByRole('button', { name: /Составить предложение/ }).click();
  const link = page.getByRole('link', { name: 'Открыть страницу' });
  const path = (await link.getAttribute('href')) ?? '';
  await acceptOnPhone(path);

  const steps = page.getByRole('list', { name: 'Подключение' });
  await steps.getByRole('button', { name: 'Назначить визит' }).click();
  const booking = page.getByRole('dialog', { name: 'Назначить визит' });
  await booking.getByRole('button', { name: '10:00–12:00' }).nth(1).click();
  await expectSoundInBoth(page, '[role="dialog"]');
  await booking.getByRole('button', { name: /Назначить визит/ }).click();
  await steps.getByText('10:00–12:00').waitFor();
  await steps.getByRole('button', { name: 'Выдать' }).click();
  const handing = page.getByRole('dialog', { name: 'Выдать' });
  await handing.getByLabel('Что выдаём').fill('Роутер');
  await handing.getByLabel('Серийный номер').fill('SN-100');
  await handing.getByRole('button', { name: /Выдать/ }).click();
  await steps.getByText('SN-100').waitFor();
  await expectSoundInBoth(page);
  await steps.getByRole('button', { name: 'Подключить' }).click();
  const connecting = page.getByRole('dialog', { name: 'Подключить' });
  await connecting.getByRole('button', { name: /Подключить/ }).click();
  await steps.getByText('Подключено. Лицевой счёт').waitFor();
  await expectSoundInBoth(page);
  const { rows } = await world.ctx.pool.query<{ minor: number }>(
    `select sum(p.amount_minor)::bigint as minor
     from   deal_connections c
     join   ledger_accounts l on l.account_id = c.account_id
     join   ledger_postings p on p.ledger_account_id = l.id`,
  );
  expect(rows[0]?.minor).toBeLessThanOrEqual(-50_000);
  await page.goto(`${world.address}/deals/visits`);
  await said('Визиты');
  await page.goto(`${world.address}/deals/visits?on=2026-03-03`);
  await said('Ольга Зайцева');
  await expectSoundInBoth(page);
  await page.goto(`${world.address}/settings/visits`);
  await said('понедельник');
  await expectSoundInBoth(page);
  await page.goto(`${world.address}/deals/economics`);
  const month = page.getByRole('row', { name: /март 2026/ }).first();
  // Cost of winning and of keeping, leads, won.
  await expect.poll(() => month.innerText()).toMatch(/0\s₽\s+0\s₽\s+\d+\s+1\s/);
  await expectSoundInBoth(page);
  await page.goto(`${world.address}/settings/contract`);
  await said('Что можно подставить');
  await expectSoundInBoth(page);
  expect(errors()).toEqual([]);
});
