import { afterAll, beforeAll, expect, test } from 'vitest';
import { bulkLoad as loadProducts } from '../src/catalog/index.ts';
import { inBulkTransaction } from '../src/kernel/db/bulk.ts';
import { api as networkApi } from '../src/network/api.ts';
import { products } from '../src/sales/guided/testing/guided-walk.ts';
import { loadBuildings, streetKey } from '../src/subscribers/index.ts';
import { ask } from '../src/testing/requests.ts';
import { expectSoundInBoth } from './testing/expect-sound-page.ts';
import { press } from './testing/keyboard.ts';
import { openScreen, type Screen } from './testing/open-screen.ts';

let world: Screen['world'];
let page: Screen['page'];
let errors: Screen['errors'];
let close: Screen['close'];
let conversationId = 0;

beforeAll(async () => {
  let administrator: Screen['administrator'];
  ({ world, page, errors, close, administrator } = await openScreen());
  const place = {
    city: 'Томск',
    streetKind: 'street',
    street: 'Советская',
    building: '14',
    flat: '',
  };
  const key = { streetKey: streetKey('Томск', 'Советская'), isPrivateSector: false };
  const [id = 0] = await inBulkTransaction(world.ctx, async (bulk) => {
    await loadProducts(bulk, products);
    return loadBuildings(bulk, [{ ...place, ...key }]);
  });
  const covered = { id, technology: 'ftth', speedKbps: 1_000_000, version: null } as const;
  const route = 'PUT /api/buildings/{id}/coverage/{technology}';
  await world.via(networkApi)(route, covered, administrator.as);
  conversationId = await ask(world, { name: 'Ольга Зайцева', address: 'Томск, ул. Советская, 14' });
});

afterAll(() => close());

/** On by the key, once what was written before is done. */
async function goOn(): Promise<void> {
  const next = page.getByRole('button', { name: 'Дальше' });
  await expect.poll(() => next.isEnabled(), { timeout: 5000 }).toBe(true);
  await press(page, 'KeyS');
}

/** What is said at the step where the sale stands. */
const said = (words: RegExp | string) => page.getByText(words).waitFor();

test('from the desk to what was agreed on, by keys alone', async () => {
  await page.goto(`${world.address}/conversations/${conversationId}?queue=nobody`);
  await page.getByRole('button', { name: 'Взять' }).waitFor();
  await press(page, 'KeyT');
  await page.getByRole('button', { name: 'Продать по сценарию' }).waitFor();
  await press(page, 'KeyS');

  await said(/Задам несколько коротких вопросов/);
  await press(page, 'KeyS');
  await said('Сколько человек дома пользуются интернетом?');
  await expectSoundInBoth(page);
  await press(page, 'Digit3');
  await said(/Сколько устройств/);
  await press(page, 'Digit2');
  await said('Для чего вам интернет?');
  await press(page, 'Digit1', 'Digit3', 'KeyS');
  await said('Какая скорость у вас сейчас?');
  await press(page, 'KeyB');
  await page.getByRole('button', { name: 'Работа из дома', pressed: true }).waitFor();
  await press(page, 'KeyS');
  await said('Какая скорость у вас сейчас?');
  await press(page, 'KeyS');
  await said(/неприятный опыт/);
  await press(page, 'Digit2');
  await said(/На какую сумму/);
  await press(page, 'KeyS');

  await said(/Для 3 человек, фильмов в 4K и работы из дома подойдёт «Скорость 300»/);
  expect(await page.getByText('Скорость 500').count()).toBe(0);
  await expectSoundInBoth(page);
  await press(page, 'KeyS');
  await said(/Сомневается\?/);
  await press(page, 'KeyY');
  const words = 'как-то дороговато выходит';
  const heard = page.waitForResponse((one) => decodeURI(one.url()).includes('выходит'));
  await page.keyboard.type(words);
  await heard;
  await page.getByRole('button', { name: 'Дорого' }).waitFor();
  await press(page, 'Enter');
  await said(/С чем вы сравниваете/);
  await expectSoundInBoth(page);
  await press(page, 'KeyU');
  await page
    .getByRole('paragraph')
    .filter({ hasText: /Дорого.*Помогло/ })
    .waitFor();
  await goOn();
  const cinema = page.getByRole('region', { name: 'Кинотеатр' });
  await cinema.waitFor();
  await press(page, 'KeyU');
  await cinema.getByRole('button', { name: 'Интересно', pressed: true }).waitFor();
  await goOn();
  await page.getByRole('button', { name: /Сразу: 500 ₽/ }).waitFor();
  await press(page, 'Digit1');
  await said(/Повторите, о чём договорились/);
  await expectSoundInBoth(page);
  await press(page, 'Digit1');
  await page.getByRole('button', { name: 'Продать по сценарию' }).waitFor();

  await page.goto(`${world.address}/deals/list`);
  await page.getByRole('link', { name: /Ольга Зайцева/ }).click();
  await page.getByText('Скорость 300, Кинотеатр').waitFor();
  await page.getByText('3 человека, 6 устройств').first().waitFor();
  await expectSoundInBoth(page);
  expect(errors()).toEqual([]);
});
