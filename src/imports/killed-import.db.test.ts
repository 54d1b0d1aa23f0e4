import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { type SignedIn, signedIn } from '../testing/staff.ts';
import { createWorld, type World } from '../testing/world.ts';
import { startServer } from './testing/server-process.ts';

// Starts the whole program four times.
vi.setConfig({ testTimeout: 600_000 });

let world: World;
let me: SignedIn;
let server: Awaited<ReturnType<typeof startServer>>;
beforeAll(async () => {
  world = await createWorld();
  me = await signedIn(world);
});
afterAll(async () => {
  await server?.kill();
  await world.close();
});

const ROWS = 5_000;
/** A name of letters alone, another for each row. */
const nameOf = (n: number) =>
  String(n).replaceAll(/\d/g, (digit) => 'абвгдежзик'.charAt(Number(digit)));
const lines = Array.from(
  { length: ROWS },
  (_, n) =>
    `${100_000 + n};Ким${nameOf(n)} Иван;+7913${String(1_000_000 + n)};` +
    `г. Томск, ул. Мира, д. ${Math.floor(n / 90) + 1}, кв. ${(n % 90) + 1};Домашний;450;${n}`,
);
const base = `Лицевой счёт;ФИО;Телефон;Адрес;Тариф;Абонплата;Баланс\n${lines.join('\n')}\n`;

async function restart(): Promise<void> {
  await server.kill();
  // The quiet time is over at once: what is not moving now has lost its runner.
  await sql`update imports set updated_at = updated_at - interval '1 minute'`.execute(world.ctx.db);
  server = await startServer(world, me.as);
}

async function counted(): Promise<Record<string, number>> {
  const { rows } = await sql<Record<string, number>>`
    select (select count(*)::int from subscribers) as subscribers,
           (select count(distinct display_name)::int from subscribers) as names,
           (select count(*)::int from contacts) as contacts,
           (select count(*)::int from accounts) as accounts,
           (select count(*)::int from subscriptions) as subscriptions,
           (select count(*)::int from search_entries where kind = 'subscriber') as findable,
           (select coalesce(sum(b.balance_minor), 0)::bigint from ledger_balances b
            join ledger_accounts l on l.id = b.ledger_account_id
            where l.kind = 'subscriber') as balance_minor`.execute(world.ctx.db);
  return rows[0] ?? {};
}

test('killed in each of its steps, an import is whole after the next start', async () => {
  server = await startServer(world, me.as);
  const { id } = await server.upload(base);
  await server.start(id, 'check');
  await server.reach(id, ({ rowCount }) => rowCount > 0);
  await restart();
  const checked = await server.reach(id, ({ state }) => state === 'checked');
  expect(checked).toMatchObject({ rowCount: ROWS, errorCount: 0, counts: { toCreate: ROWS } });

  await server.start(id, 'apply');
  const half = await server.reach(id, ({ doneThrough }) => doneThrough > 0);
  await restart();
  const applied = await server.reach(id, ({ state }) => state === 'applied');
  expect(half.doneThrough).toBeLessThan(ROWS);
  expect(applied.counts).toMatchObject({ created: ROWS, updated: 0, unchanged: 0 });
  expect(await counted()).toEqual({
    subscribers: ROWS,
    names: ROWS,
    contacts: ROWS,
    accounts: ROWS,
    subscriptions: ROWS,
    findable: ROWS,
    balanceMinor: (ROWS * (ROWS - 1) * 100) / 2,
  });

  await server.start(id, 'undo');
  await server.reach(id, ({ counts }) => counts.removed > 0);
  await restart();
  const undone = await server.reach(id, ({ state }) => state === 'undone');
  expect(undone.counts).toMatchObject({ removed: ROWS, kept: 0 });
  expect(await counted()).toMatchObject({ subscribers: 0, accounts: 0, findable: 0 });
});
