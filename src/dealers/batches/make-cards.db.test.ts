import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { signedIn } from '../../testing/staff.ts';
import { openShop, type Shop } from '../testing/shop.ts';
import { hashPins } from './pins.ts';

let shop: Shop;
beforeAll(async () => {
  shop = await openShop();
});
afterAll(() => shop.world.close());

const order = { series: 'аб1', cards: 45_000, valueMinor: 10_000, validUntil: '2027-06-30' };
const pinsOf = 'POST /api/card-batches/{id}/pins';

test('a batch is made in the background, each PIN once, and none of them stands in the base', async () => {
  const { call, world } = shop;
  const { body, status } = await call('POST /api/card-batches', order);
  expect(status).toBe(202);
  const { id } = body;
  expect((await call(pinsOf, { id })).body.code).toBe('dealers.not_made');
  await world.runJobs();
  const batch = (await call('GET /api/card-batches/{id}', { id })).body;
  expect(batch).toMatchObject({ series: 'АБ1', made: 45_000, pinsTakenAt: null, blocked: 0 });
  expect(batch.states).toEqual([{ state: 'stock', cards: 45_000 }]);
  const pins = await takePins(id);
  expect(new Set(pins).size).toBe(45_000);
  expect(pins.every((pin) => /^\d{14}$/.test(pin))).toBe(true);
  const { rows } = await world.ctx.pool.query<{ pinHash: Buffer }>(
    'select pin_hash as "pinHash" from cards where batch_id = $1 and number = 33000',
    [id],
  );
  expect(rows[0]?.pinHash).toEqual(hashPins(world.ctx)(pins[32_999] ?? ''));
});

async function takePins(id: number): Promise<string[]> {
  const file = await shop.call(pinsOf, { id });
  expect(file.headers['cache-control']).toBe('no-store');
  const lines = (file.body as unknown as string).trim().split('\r\n').slice(1);
  expect(lines[0]).toMatch(/^АБ1;0000001;\d{14};100\.00;RUB;2027-06-30$/);
  return lines.map((line) => line.split(';')[2] ?? '');
}

test('until they are taken PINs lie sealed; taken once, they are erased, and that is told', async () => {
  const { call, world } = shop;
  const { id } = (await call('POST /api/card-batches', { ...order, series: 'АВ2', cards: 3 })).body;
  await world.runJobs();
  const clerk = await signedIn(world, { permissions: ['dealers.view', 'dealers.cards'] });
  expect((await call(pinsOf, { id }, clerk.as)).status).toBe(403);
  const before = await storedTexts();
  const key = { ...shop.chief.as, 'idempotency-key': 'pins' };
  const answers = await Promise.all([call(pinsOf, { id }, key), call(pinsOf, { id })]);
  expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 410]);
  const taken = answers.find(({ status }) => status === 200);
  const pins = ((taken?.body ?? '') as unknown as string).match(/\d{14}/g) ?? [];
  expect(pins).toHaveLength(3);
  expect(pins.some((pin) => before.some((text) => text.includes(pin)))).toBe(false);
  expect(before.length).toBeGreaterThan(0);
  await world.runJobs();
  expect(await storedTexts()).toEqual([]);
  const shown = (await call('GET /api/card-batches/{id}', { id })).body;
  expect(shown.pinsTakenBy).toBe('Главная Нина');
  const kept = await world.ctx.pool.query('select from idempotency_keys where answer is not null');
  expect(kept.rowCount).toBe(0);
  const told = await world.ctx.pool.query(
    `select from events where type = 'dealers.pins_taken' and subject_id = $1`,
    [id],
  );
  expect(told.rowCount).toBe(1);
});

/** All that lies in the folder of files. */
async function storedTexts(): Promise<string[]> {
  const folder = shop.world.ctx.files.folder ?? '';
  const found = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = found.filter((one) => one.isFile());
  return Promise.all(files.map((one) => readFile(join(one.parentPath, one.name), 'latin1')));
}

test('one series stands for one batch, and a batch has a day to come', async () => {
  const { call } = shop;
  const again = await call('POST /api/card-batches', { ...order, series: 'АБ1' });
  expect(again.body.code).toBe('dealers.series_taken');
  const over = { ...order, series: 'ЯЯ', validUntil: '2026-03-01' };
  expect((await call('POST /api/card-batches', over)).body.code).toBe('dealers.already_expired');
  const { body } = await call('GET /api/card-batches', { limit: 1 });
  expect(body.batches).toHaveLength(1);
  const next = await call('GET /api/card-batches', { limit: 1, cursor: body.nextCursor ?? '' });
  expect(next.body.batches[0]?.series).toBe('АБ1');
});

test('a worker that was cut off goes on where it was', async () => {
  const { call, world } = shop;
  const { id } = (await call('POST /api/card-batches', { ...order, series: 'КК3', cards: 20_001 }))
    .body;
  // A PIN file that stands already stops the second chunk, as a kill would: all of it is undone.
  const file = await world.ctx.pool.query<{ id: number }>(
    `insert into files (key, name, content_type, size_bytes, sha256, created_at)
     values ('none', '', 'x', 0, '', now()) returning id`,
  );
  await world.ctx.pool.query('insert into card_pin_files values ($1, 20001, $2)', [
    id,
    file.rows[0]?.id,
  ]);
  await expect(world.runJobs()).rejects.toThrow('card_pin_files');
  const half = (await call('GET /api/card-batches/{id}', { id })).body;
  expect([half.made, half.states]).toEqual([20_000, [{ state: 'stock', cards: 20_000 }]]);
  await world.ctx.pool.query(
    'delete from card_pin_files where batch_id = $1 and first_number = 20001',
    [id],
  );
  const { makeCards } = await import('./make-cards.ts');
  await Promise.all([
    makeCards.run(world.ctx, { batchId: id }),
    makeCards.run(world.ctx, { batchId: id }),
  ]);
  const whole = (await call('GET /api/card-batches/{id}', { id })).body;
  expect([whole.made, whole.states]).toEqual([20_001, [{ state: 'stock', cards: 20_001 }]]);
});
