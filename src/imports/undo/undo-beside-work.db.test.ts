import { afterAll, beforeAll, expect, test } from 'vitest';
import { api as loyaltyApi } from '../../loyalty/api.ts';
import { api as retentionApi } from '../../retention/api.ts';
import { api as segmentsApi } from '../../segments/api.ts';
import { api as subscribersApi } from '../../subscribers/api.ts';
import { today } from '../../subscribers/index.ts';
import { type SignedIn, signedIn } from '../../testing/staff.ts';
import { untilWaiting } from '../../testing/until-waiting.ts';
import { createWorld, type World } from '../../testing/world.ts';
import { api as vipApi } from '../../vip/api.ts';
import { api } from '../api.ts';
import { importSteps } from '../testing/import-steps.ts';

let world: World;
let me: SignedIn;
let steps: ReturnType<typeof importSteps>;
beforeAll(async () => {
  world = await createWorld();
  me = await signedIn(world);
  steps = importSteps(world, me.as);
});
afterAll(() => world.close());

const header = 'Лицевой счёт;ФИО;Баланс\n';

async function idsOf(pattern: string): Promise<number[]> {
  const { rows } = await world.ctx.pool.query<{ id: number }>(
    'select id from subscribers where display_name like $1 order by id',
    [pattern],
  );
  return rows.map(({ id }) => id);
}

const note = (id: number) =>
  world.via(subscribersApi)('POST /api/subscribers/{id}/notes', { id, text: 'Звонок' }, me.as);

const keptOf = async (id: number): Promise<(number | null)[]> => {
  const { kept } = (await world.via(api)('GET /api/imports/{id}/kept', { id }, me.as)).body;
  return kept.map(({ subscriberId }) => subscriberId);
};

test('who is kept is kept with his opening balance, and the ledger stays in balance', async () => {
  const { id } = await steps.bring(
    `${header}K1;Денежная Анна;10,50\nK2;Уходящая Анна;7,25\nK3;Должная Анна;-3\n`,
  );
  const [rich = 0, , poor = 0] = await idsOf('%ая Анна');
  await note(rich);
  await note(poor);
  expect(await steps.undo(id)).toMatchObject({ counts: { removed: 1, kept: 2 } });
  expect(new Set(await keptOf(id))).toEqual(new Set([rich, poor]));
  const { rows } = await world.ctx.pool.query(
    `select a.number, b.balance_minor::int as minor from accounts a
     join ledger_accounts l on l.account_id = a.id
     join ledger_balances b on b.ledger_account_id = l.id order by a.number`,
  );
  expect(rows).toEqual([
    { number: 'K1', minor: 1050 },
    { number: 'K3', minor: -300 },
  ]);
  const { rows: sums } = await world.ctx.pool.query(
    'select sum(amount_minor)::int as sum from ledger_postings',
  );
  expect(sums).toEqual([{ sum: 0 }]);
});

test('an edit that is under way when the undo comes keeps its subscriber', async () => {
  const { id } = await steps.bring(`${header}E1;Правленая Анна;1\nE2;Нетронутая Анна;1\n`);
  const [edited = 0] = await idsOf('Правленая Анна');
  const client = await world.ctx.pool.connect();
  await client.query('begin');
  await client.query('update subscribers set version = version + 1 where id = $1', [edited]);
  const undoing = steps.undo(id);
  await untilWaiting(world);
  await client.query('commit');
  client.release();
  expect(await undoing).toMatchObject({ counts: { removed: 1, kept: 1 } });
  expect(await keptOf(id)).toEqual([edited]);
  expect(await idsOf('%тронутая Анна')).toEqual([]);
});

test('whoever was told that a note is written finds it after the undo', async () => {
  const lines = Array.from({ length: 300 }, (_, n) => `N${n};Занятая Анна № ${n};1\n`);
  const { id } = await steps.bring(header + lines.join(''));
  const ids = await idsOf('Занятая Анна%');
  const noted: number[] = [];
  let isUndone = false;
  const undoing = steps.undo(id).finally(() => (isUndone = true));
  for (const one of ids.toReversed()) {
    const { status } = await note(one);
    expect([201, 404]).toContain(status);
    if (status === 201) noted.push(one);
    if (isUndone) break;
  }
  expect(await undoing).toMatchObject({ counts: { removed: 300 - noted.length } });
  expect(await idsOf('Занятая Анна%')).toEqual(noted.toSorted((a, b) => a - b));
});

/** All that the nights note of somebody by themselves. */
async function nightsOf(month: string): Promise<void> {
  const { ctx, tick } = world;
  await world.via(loyaltyApi)('POST /api/loyalty/programme/begin', { isOn: true }, me.as);
  const segments = world.via(segmentsApi);
  const asked = {
    name: 'Кто с нами',
    kind: 'dynamic' as const,
    condition: { field: 'status', op: 'is' as const, value: 'active' },
  };
  await segments('POST /api/segments', asked, me.as);
  world.clock.moveTo(new Date(month));
  await tick('vip.programme');
  await tick('loyalty.night');
  await tick('segments.recount');
  await ctx.pool.query(
    `with made as (insert into risk_versions (kind, made_at, quality, body)
                   values ('scorecard', now(), '{}', '') returning id)
     insert into risk_scores (id, version_id, scored_at, chance_30, chance_60, chance_90,
       lifetime_months, margin_minor, value_minor, reasons, sides, numbers)
     select s.id, made.id, now(), 0.1, 0.2, 0.3, 20, 1, 1, '{}', '{}', '{}'
     from   subscribers s, made`,
  );
}

const COUNTED = ['vip_clients', 'loyalty_members', 'segment_members', 'risk_scores'] as const;

async function countedIn(ids: readonly number[]): Promise<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const table of COUNTED) {
    const column = table === 'vip_clients' || table === 'risk_scores' ? 'id' : 'subscriber_id';
    const { rowCount } = await world.ctx.pool.query(
      `select distinct ${column} from ${table} where ${column} = any($1)`,
      [ids],
    );
    counts[table] = rowCount ?? 0;
  }
  return counts;
}

const each = (count: number) => Object.fromEntries(COUNTED.map((table) => [table, count]));

test('what nights have counted goes with the import, unless somebody has cared for them', async () => {
  const names = ['Пётр', 'Павел', 'Прохор'];
  const { id } = await steps.bring(
    [
      'Лицевой счёт;ФИО;Тариф;Абонплата;Дата договора\n',
      ...names.map((name, n) => `V${n};Ценный ${name};Дорогой;3000;01.02.2020\n`),
    ].join(''),
  );
  const all = await idsOf('Ценный %');
  const [, greeted = 0, leaving = 0] = all;
  world.clock.moveTo(new Date(`${today(world.ctx)}T06:00:00Z`));
  // What came this month is counted once the month is over.
  const later = new Date(world.clock.now().getTime() + 62 * 86_400_000);
  await nightsOf(later.toISOString());
  expect(await countedIn(all)).toEqual(each(3));
  const vip = world.via(vipApi);
  const day = { id: greeted, kind: 'own', month: 5, day: 9 } as const;
  await vip('POST /api/vip/{id}/occasions', day, me.as);
  // In a table that the undo was never told of.
  const wish = { subscriberId: leaving };
  expect((await world.via(retentionApi)('POST /api/cases', wish, me.as)).status).toBe(201);
  await steps.undo(id);
  expect(await idsOf('Ценный %')).toEqual([greeted, leaving]);
  expect(new Set(await keptOf(id))).toEqual(new Set([greeted, leaving]));
  expect(await countedIn(all)).toEqual(each(2));
});
