import { afterAll, beforeAll, expect, test } from 'vitest';
import { bulkLoad as loadProducts } from '../src/catalog/index.ts';
import { inBulkTransaction } from '../src/kernel/db/bulk.ts';
import { api as networkApi } from '../src/network/api.ts';
import { api as salesApi } from '../src/sales/api.ts';
import { products } from '../src/sales/guided/testing/guided-walk.ts';
import { loadBuildings, streetKey } from '../src/subscribers/index.ts';
import { ask } from '../src/testing/requests.ts';
import { expectSoundInBoth, notePageErrors } from './testing/expect-sound-page.ts';
import { press } from './testing/keyboard.ts';
import { openScreen, type Screen } from './testing/open-screen.ts';

let screen: Screen;
let page: Screen['page'];
let conversationId = 0;

beforeAll(async () => {
  screen = await openScreen();
  ({ page } = screen);
  const { world, administrator } = screen;
  const place = { city: 'Томск', streetKind: 'street', street: 'Советская', building: '14' };
  const key = { streetKey: streetKey('Томск', 'Советская'), isPrivateSector: false, flat: '' };
  const [id = 0] = await inBulkTransaction(world.ctx, async (bulk) => {
    await loadProducts(bulk, products);
    return loadBuildings(bulk, [{ ...place, ...key }]);
  });
  const covered = { id, technology: 'ftth', speedKbps: 1_000_000, version: null } as const;
  const { as } = administrator;
  const route = 'PUT /api/buildings/{id}/coverage/{technology}';
  await world.via(networkApi)(route, covered, as);
  const hours = { fromMinute: 600, toMinute: 720, seats: 1 };
  for (const weekday of [1, 2, 3, 4, 5, 6, 7]) {
    await world.via(salesApi)('POST /api/visit-slots', { ...hours, weekday }, as);
  }
  const visitor = { name: 'Ольга Зайцева', phone: '+79135557788' };
  conversationId = await ask(world, { ...visitor, address: 'Томск, ул. Советская, 14' });
});
afterAll(() => screen.close());

const said = (words: RegExp | string) => page.getByText(words).first().waitFor();
const button = (name: string | RegExp) => page.getByRole('button', { name });

async function goOn(): Promise<void> {
  const next = button('Дальше');
  await expect.poll(() => next.isEnabled(), { timeout: 5000 }).toBe(true);
  await press(page, 'KeyS');
}

/** The talk: needs, the tariff, an objection, one thing besides, how it is paid. */
async function sellByScript(): Promise<void> {
  await button('Продать по сценарию').waitFor();
  await press(page, 'KeyS');
  await said(/Задам несколько коротких вопросов/);
  await press(page, 'KeyS');
  await said('Сколько человек дома пользуются интернетом?');
  await press(page, 'Digit3');
  await said(/Сколько устройств/);
  await press(page, 'Digit2');
  await said('Для чего вам интернет?');
  await press(page, 'Digit1', 'Digit3', 'KeyS');
  await said('Какая скорость у вас сейчас?');
  await press(page, 'KeyS');
  await said(/неприятный опыт/);
  await press(page, 'Digit2');
  await said(/На какую сумму/);
  await press(page, 'KeyS');
  await said(/подойдёт «Скорость 300»/);
  await press(page, 'KeyS');
  await said(/Сомневается\?/);
  await press(page, 'KeyY');
  const heard = page.waitForResponse((one) => decodeURI(one.url()).includes('выходит'));
  await page.keyboard.type('дороговато выходит');
  await heard;
  await button('Дорого').waitFor();
  await press(page, 'Enter');
  await said(/С чем вы сравниваете/);
  await press(page, 'KeyU');
  await goOn();
  const cinema = page.getByRole('region', { name: 'Кинотеатр' });
  await cinema.waitFor();
  await press(page, 'KeyU');
  await cinema.getByRole('button', { name: 'Интересно', pressed: true }).waitFor();
  await goOn();
  await button(/Сразу: 500 ₽/).waitFor();
  await press(page, 'Digit1');
  await said(/Повторите, о чём договорились/);
  await press(page, 'Digit1');
  await button('Продать по сценарию').waitFor();
}

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
  const { world, errors } = screen;
  await page.goto(`${world.address}/conversations/${conversationId}?queue=all`);
  await button('Взять').waitFor();
  await press(page, 'KeyT');
  await button('Продать по сценарию').waitFor();
  await press(page, 'KeyC');
  await said('со слов оператора');
  await sellByScript();
  await page.goto(`${world.address}/deals/list`);
  await page.getByRole('link', { name: /Ольга Зайцева/ }).click();
  await said('Скорость 300, Кинотеатр');
  await button('Составить предложение').click();
  const making = page.getByRole('dialog', { name: 'Составить предложение' });
  await making.getByLabel('Что предлагаем').click();
  await page.getByRole('option', { name: /Скорость 300/ }).click();
  await page.keyboard.press('Escape');
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
