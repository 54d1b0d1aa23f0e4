import { afterAll, beforeAll, expect, test } from 'vitest';
import { signedIn } from '../../testing/staff.ts';
import { createWorld, type World } from '../../testing/world.ts';
import { importSteps } from '../testing/import-steps.ts';

let world: World;
let steps: ReturnType<typeof importSteps>;
beforeAll(async () => {
  world = await createWorld();
  steps = importSteps(world, (await signedIn(world)).as);
});
afterAll(() => world.close());

async function balances(prefix: string): Promise<Record<string, number>> {
  const { rows } = await world.ctx.pool.query<{ number: string; minor: number }>(
    `select a.number, b.balance_minor::int as minor from accounts a
     join ledger_accounts l on l.account_id = a.id
     join ledger_balances b on b.ledger_account_id = l.id where a.number like $1`,
    [`${prefix}%`],
  );
  return Object.fromEntries(rows.map(({ number, minor }) => [number, minor]));
}

const header = 'Лицевой счёт;ФИО;Баланс\n';

test('a sum that begins with a zero says what the comma is', async () => {
  await steps.bring(`${header}T1;Ким Анна;150,000\nT2;Цой Анна;0,500\nT3;Пак Анна;-0,010\n`);
  expect(await balances('T')).toEqual({ T1: 15_000, T2: 50, T3: -1 });
});

test('where nothing says it, a sum of two meanings is refused, and never a thousandfold', async () => {
  const applied = await steps.bring(`${header}U1;Ким Анна;12,345\nU2;Цой Анна;7\n`);
  expect(applied).toMatchObject({ counts: { created: 1 }, errorCount: 1 });
  expect(await balances('U')).toEqual({ U2: 700 });
});

test('a number too large for a sum keeps its row out, and harms nothing after it', async () => {
  const wide = '90071992547409,91';
  const applied = await steps.bring(`${header}W1;Ким Анна;${wide}\nW2;Цой Анна;5,00\n`);
  expect(applied).toMatchObject({ counts: { created: 1 }, errorCount: 1 });
  await steps.bring(`${header}W3;Пак Анна;100,50\n`);
  expect(await balances('W')).toEqual({ W2: 500, W3: 10_050 });
});
