import { afterAll, beforeAll, expect, test } from 'vitest';
import { inBulkTransaction } from '../src/kernel/db/bulk.ts';
import { loadBuildings, streetKey } from '../src/subscribers/index.ts';
import { post } from '../src/testing/requests.ts';
import { expectSoundInBoth } from './testing/expect-sound-page.ts';
import { press } from './testing/keyboard.ts';
import { openScreen, type Screen } from './testing/open-screen.ts';

let world: Screen['world'];
let page: Screen['page'];
let errors: Screen['errors'];
let close: Screen['close'];
let buildingId: number | null | undefined;

beforeAll(async () => {
  ({ world, page, errors, close } = await openScreen());
  const place = { city: 'Томск', streetKind: 'street', street: 'Мира', building: '17' };
  const house = { ...place, streetKey: streetKey('Томск', 'Мира'), flat: '' };
  [buildingId] = await inBulkTransaction(world.ctx, (bulk) =>
    loadBuildings(bulk, [{ ...house, isPrivateSector: false }]),
  );
});
afterAll(() => close());

const atOnce = { timeout: 15_000 };
const column = (name: string) => page.getByRole('region', { name, exact: true });
const card = (stage: string, who: string) =>
  column(stage).getByRole('link', { name: new RegExp(who) });

/** A request from the site, made a lead by one key and accepted. */
async function accept(who: string, phone: string): Promise<void> {
  const { body } = await post(world, { name: who, phone, wanted: 'Хочу интернет в квартиру' });
  const { rows } = await world.ctx.pool.query<{ id: number }>(
    'select id from conversations where number = $1',
    [body.number],
  );
  await page.goto(`${world.address}/conversations/${rows[0]?.id}?queue=all`);
  await page.getByRole('button', { name: /^В лиды/ }).waitFor();
  await press(page, 'KeyD');
  const dialog = page.getByRole('dialog', { name: who });
  await dialog.getByText('Хочу интернет в квартиру').waitFor();
  await expectSoundInBoth(page, '[role="dialog"]');
  await dialog.getByRole('button', { name: 'Принять в работу' }).click();
  await page.waitForURL(/\/deals\/\d+$/);
}

test('from the site’s form to a won and to a lost deal, moved by keys', async () => {
  await accept('Ольга Ветрова', '+79135554001');
  await accept('Пётр Громов', '+79135554002');
  await page.goto(`${world.address}/deals`);
  await card('Новая заявка', 'Ольга Ветрова').waitFor();
  await expectSoundInBoth(page);
  await card('Новая заявка', 'Ольга Ветрова').focus();
  await press(page, 'Shift+ArrowRight');
  await card('Выявление потребностей', 'Ольга Ветрова').waitFor();
  // The focus goes with the card; the next stage asks for an address.
  await expect
    .poll(() => page.evaluate(() => document.activeElement?.textContent ?? ''), atOnce)
    .toContain('Ольга Ветрова');
  await press(page, 'Shift+ArrowRight');
  const missing = page.getByRole('dialog', { name: 'Предложение' });
  await missing.getByLabel('Адрес').fill('Мира 17');
  await page.getByRole('option', { name: /Мира, д. 17/ }).click();
  await missing.getByRole('button', { name: /Перевести/ }).click();
  await card('Предложение', 'Ольга Ветрова').waitFor();
  await page.getByRole('button', { name: 'Перевести: Ольга Ветрова' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Выиграна' }).click();
  await card('Предложение', 'Ольга Ветрова').waitFor({ state: 'detached' });

  await card('Новая заявка', 'Пётр Громов').click();
  await page.getByRole('heading', { name: 'Пётр Громов' }).waitFor();
  await press(page, 'KeyL');
  const losing = page.getByRole('dialog', { name: 'Почему не состоялось' });
  await losing.getByRole('combobox', { name: 'Причина отказа' }).click();
  await page.getByRole('option', { name: 'Передумали' }).click();
  await losing.getByRole('button', { name: /Проиграна/ }).click();
  await page.getByText('Передумали').first().waitFor();
  await page.getByRole('button', { name: /Открыть снова/ }).waitFor();
  await losing.waitFor({ state: 'detached' });
  await expectSoundInBoth(page);
  const { rows } = await world.ctx.pool.query(
    'select name, state, building_id from deals order by id',
  );
  expect(rows).toEqual([
    { name: 'Ольга Ветрова', state: 'won', building_id: buildingId },
    { name: 'Пётр Громов', state: 'lost', building_id: null },
  ]);
  // A stage that asks for more refuses with 422, which the browser writes to its console.
  expect(errors().filter((error) => !error.includes('status of 422'))).toEqual([]);
});
