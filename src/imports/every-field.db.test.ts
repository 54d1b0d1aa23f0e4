import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { loadedFields } from '../subscribers/index.ts';
import { signedIn } from '../testing/staff.ts';
import { createWorld, type World } from '../testing/world.ts';
import type { targetGroups } from './presets/targets.ts';
import { importSteps } from './testing/import-steps.ts';

/**
 * Every field that files bring is brought to somebody new, to somebody who is here, and taken back.
 * Whoever adds a target adds what a file says for it.
 */
const said: Record<Exclude<(typeof targetGroups.subscriber)[number], WholeName>, string> = {
  externalId: 'K-1',
  kind: 'person',
  lastName: 'Котова',
  firstName: 'Анна',
  middleName: 'Юрьевна',
  taxNumber: '701700000001',
  birthOn: '1988-04-12',
  document: '6901 123456',
  status: 'left',
  customerSince: '2015-01-01',
  leftOn: '2020-01-01',
  note: 'Вежлива',
};

/** Columns that say a name otherwise. */
type WholeName = 'fullName' | 'organisationName';
type Row = Record<string, unknown>;

let world: World;
let steps: ReturnType<typeof importSteps>;

beforeAll(async () => {
  world = await createWorld();
  steps = importSteps(world, (await signedIn(world)).as);
});
afterAll(() => world.close());

/** Brings rows whose columns are called as what they become; the account's number is their key. */
async function bring(...rows: readonly Record<string, string>[]): Promise<number> {
  const names = Object.keys(rows[0] ?? {});
  const lines = [names, ...rows.map((row) => names.map((name) => row[name] ?? ''))];
  const { body } = await steps.upload(lines.map((line) => line.join(';')).join('\n'));
  const mapping = names.map((target) => ({ target, ...(target === 'attribute' && colour) }));
  const mapped = await steps.map(body.id, { key: 'accountNumber', mapping });
  expect(mapped.status).toBe(200);
  expect(await steps.check(body.id)).toMatchObject({ errorCount: 0, warningCount: 0 });
  await steps.apply(body.id);
  return body.id;
}

const colour = { label: 'Цвет двери', type: 'text' };

/** The fields that files bring, of the holder of an account, as they stand in the row. */
async function loaded(account: string): Promise<Row | undefined> {
  const { rows } = await sql<Row>`
    select s.* from subscribers s join accounts a on a.subscriber_id = s.id
    where  a.number = ${account}`.execute(world.ctx.db);
  return rows[0] && Object.fromEntries(loadedFields.map((field) => [field, rows[0]?.[field]]));
}

test('every field that files bring is created alike and updated alike, and taken back', async () => {
  await bring({ accountNumber: '1', organisationName: 'Ромашка' });
  const before = await loaded('1');
  const whole = { ...said, attribute: 'синий' };
  const importId = await bring(
    { accountNumber: '1', ...whole },
    { accountNumber: '2', ...whole, externalId: 'K-2' },
  );
  const [updated, created] = [await loaded('1'), await loaded('2')];
  expect(created).toEqual({ ...updated, externalId: 'K-2' });
  const same = loadedFields.filter((field) => isSame(before?.[field], updated?.[field]));
  expect(same).toEqual([]);
  const { counts } = await steps.undo(importId);
  expect(counts).toMatchObject({ removed: 1, restored: 1, kept: 0 });
  expect(await loaded('1')).toEqual(before);
  expect(await loaded('2')).toBeUndefined();
});

const isSame = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

test('how an account pays comes to a new one and to one that is here, and is taken back', async () => {
  const modes = async () => {
    const { rows } = await sql<{ number: string; mode: string }>`
      select number, payment_mode as mode from accounts where number like 'М-%'
      order  by number`.execute(world.ctx.db);
    return rows.map(({ number, mode }) => `${number} ${mode}`);
  };
  await bring({ accountNumber: 'М-1', lastName: 'Авансов', paymentMode: 'prepaid' });
  const importId = await bring(
    { accountNumber: 'М-1', lastName: 'Авансов', paymentMode: 'postpaid' },
    { accountNumber: 'М-2', lastName: 'Постов', paymentMode: 'postpaid' },
  );
  expect(await modes()).toEqual(['М-1 postpaid', 'М-2 postpaid']);
  await steps.undo(importId);
  expect(await modes()).toEqual(['М-1 prepaid']);
});
