import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { api as billingApi } from '../../billing/api.ts';
import { post } from '../../testing/accounts.ts';
import { takeFile } from '../../testing/pdf.ts';
import { signedIn } from '../../testing/staff.ts';
import { openVipWorld, type VipWorld } from '../testing/vip-world.ts';

let vip: VipWorld;
beforeAll(async () => {
  vip = await openVipWorld();
});
afterAll(() => vip.world.close());

const join = (id: number, parentId: number, fromOn = '2026-01-01', as = vip.me.as) =>
  vip.call('POST /api/vip-groups/{id}/parent', { id, parentId, fromOn }, as);
const leave = (id: number, toOn: string) =>
  vip.call('POST /api/vip-groups/{id}/parent/end', { id, toOn });
const group = async (id: number) => (await vip.call('GET /api/vip-groups/{id}', { id })).body;
const firm = (minor = 300_000) =>
  vip.client({
    charged: { mobile: [minor] },
    fields: { kind: 'organisation', displayName: 'Фирма' },
  });

/** So many organisations, none of them with another. */
async function firms(count: number) {
  const made = [];
  for (let at = 0; at < count; at += 1) made.push(await firm());
  await vip.night();
  return made.map(({ id }) => id);
}

test('a holding is a tree: one parent at a time, no way round, not too deep', async () => {
  const ids = await firms(7);
  const [top = 0, left = 0, right = 0, leaf = 0] = ids;
  expect((await join(left, top)).status).toBe(201);
  expect((await join(right, top)).status).toBe(201);
  expect((await join(leaf, left)).status).toBe(201);
  const { headId, members } = await group(leaf);
  expect(headId).toBe(top);
  expect(members.map(({ id, depth, parentId }) => [id, depth, parentId])).toEqual([
    [top, 0, null],
    [left, 1, top],
    [leaf, 2, left],
    [right, 1, top],
  ]);
  const code = async (id: number, parentId: number, fromOn?: string) =>
    (await join(id, parentId, fromOn)).body.code;
  expect(await code(leaf, right)).toBe('vip.has_parent');
  expect(await code(top, leaf)).toBe('vip.group_loop');
  expect(await code(top, top)).toBe('vip.group_loop');
  const person = await vip.client({ charged: { mobile: [300_000] } });
  expect(await code(person.id, top)).toBe('vip.organisation_needed');

  // A last day to come was a slip of the pen: it is said anew.
  expect((await leave(right, '2026-12-31')).status).toBe(200);
  expect((await leave(right, '2026-11-30')).status).toBe(200);
  expect((await group(right)).members).toHaveLength(4);
  expect((await leave(right, '2025-12-31')).status).toBe(200);
  expect((await group(right)).members).toHaveLength(1);
  expect((await join(right, top)).status).toBe(201);

  // From the day after it left, it may belong to another; a loop in any later time is refused.
  expect((await leave(leaf, '2026-02-28')).status).toBe(200);
  expect((await leave(leaf, '2026-02-28')).body.code).toBe('vip.no_parent');
  expect(await code(leaf, right, '2026-02-28')).toBe('vip.has_parent');
  expect((await join(leaf, right, '2026-03-10')).status).toBe(201);
  expect((await group(leaf)).members).toHaveLength(1);
  expect(await code(top, leaf, '2026-03-01')).toBe('vip.group_loop');
  expect((await leave(leaf, '2026-03-09')).status).toBe(200);
  expect((await join(leaf, right)).body.code).toBe('vip.has_parent');

  const [, , , , a = 0, b = 0, c = 0] = ids;
  expect((await join(a, left)).status).toBe(201);
  expect((await join(b, a)).status).toBe(201);
  expect((await join(c, b)).status).toBe(201);
  const [deep = 0, deeper = 0] = await firms(2);
  expect((await join(deeper, deep)).status).toBe(201);
  expect(await code(deep, c)).toBe('vip.group_too_deep');
  expect((await join(deep, b)).status).toBe(201);
});

test('two who put organisations above each other at once make no ring', async () => {
  const [one = 0, other = 0] = await firms(2);
  const made = await Promise.all([join(one, other), join(other, one)]);
  expect(made.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([201, 422]);
});

test('one statement says of every account what its own statement says, to the kopeck', async () => {
  const [a, b] = [await firm(), await firm(450_000)];
  const third = await vip.account(b.id, { internet: [99_901] });
  await vip.night();
  await join(b.id, a.id);
  const move = (accountId: number, occurredOn: string, amountMinor: number) =>
    post(vip.world, accountId, {
      kind: amountMinor > 0 ? 'payments' : 'monthly_charges',
      counterpart: amountMinor > 0 ? 'cash' : 'revenue',
      occurredOn,
      amountMinor,
    });
  await move(a.accountId, '2026-01-10', 500_001);
  await move(a.accountId, '2026-02-01', -300_000);
  await move(b.accountId, '2026-02-01', -450_003);
  await move(b.accountId, '2026-02-20', 100_007);
  await move(b.accountId, '2026-03-01', -450_000);
  await move(third, '2026-02-28', -99_901);
  const period = { from: '2026-02-01', to: '2026-02-28' };
  const { body } = await vip.call('GET /api/vip-groups/{id}/statement', { id: b.id, ...period });
  expect(body.accounts).toHaveLength(3);
  const billing = vip.world.via(billingApi);
  for (const { id, openingMinor, raisedMinor, loweredMinor, closingMinor } of body.accounts) {
    const own = await billing('GET /api/accounts/{id}/statement', { id, ...period }, vip.me.as);
    expect(own.body.totals).toEqual({ openingMinor, raisedMinor, loweredMinor, closingMinor });
  }
  expect(body.totals).toEqual([
    {
      currency: 'RUB',
      openingMinor: 500_001,
      loweredMinor: -849_904,
      raisedMinor: 100_007,
      closingMinor: -249_896,
    },
  ]);
  const turned = { id: b.id, from: '2026-03-01', to: '2026-02-01' };
  const wrong = await vip.call('GET /api/vip-groups/{id}/statement', turned);
  expect(wrong.body.code).toBe('vip.wrong_period');
  for (const [format, begins] of [
    ['pdf', '%PDF'],
    ['xlsx', 'PK'],
    ['csv', '\u{FEFF}'],
  ] as const) {
    const asked = new URLSearchParams({ ...period, format });
    const url = `/api/vip-groups/${b.id}/statement/file?${asked}`;
    const { status, file } = await takeFile(vip.world, url, vip.me.as);
    expect([status, file.toString('utf8').slice(0, begins.length)]).toEqual([200, begins]);
  }
});

test('a group is shown to whoever reaches a client of it; its statement to who sees all accounts', async () => {
  const [one = 0, other = 0] = await firms(2);
  await join(other, one);
  const led = await vip.leading(900, {}, 'Ведёт');
  const { version } = await vip.show(one);
  const given = { id: one, version, personalManagerId: led.staffId, temper: null };
  await vip.call('PUT /api/vip/{id}', given);
  const seen = await vip.call('GET /api/vip-groups/{id}', { id: other }, led.as);
  expect(seen.body).toMatchObject({ headId: one, isWhole: false });
  expect(seen.body.members.flatMap(({ accounts }) => accounts)).toEqual([]);
  // Whom one does not work on, only a leader joins with whom one does.
  const [foreign = 0] = await firms(1);
  await sql`update vip_clients set acting_id = ${vip.me.staffId} where id = ${foreign}`.execute(
    vip.world.ctx.db,
  );
  for (const [child, parent] of [
    [one, foreign],
    [foreign, one],
  ] as const) {
    const refused = await join(child, parent, '2026-01-01', led.as);
    expect([refused.status, refused.body.code]).toEqual([403, 'vip.leader_joins']);
  }
  const period = { id: other, from: '2026-02-01', to: '2026-02-28' };
  const part = await vip.call('GET /api/vip-groups/{id}/statement', period, led.as);
  expect(part.body.code).toBe('vip.group_not_whole');
  const stranger = await signedIn(vip.world, {
    permissions: { 'vip.work': 'own', 'subscribers.view': 'all' },
  });
  await sql`update vip_clients set personal_manager_id = ${led.staffId},
    acting_id = ${led.staffId}`.execute(vip.world.ctx.db);
  const { as } = stranger;
  const [alone = 0] = await firms(1);
  await sql`update vip_clients set acting_id = ${led.staffId}`.execute(vip.world.ctx.db);
  const all = await Promise.all([
    vip.call('GET /api/vip-groups/{id}', { id: one }, as),
    join(alone, one, '2026-01-01', as),
    vip.call('POST /api/vip-groups/{id}/parent/end', { id: other, toOn: '2026-03-01' }, as),
    vip.call('GET /api/vip-groups/{id}/statement', period, as),
    vip.call('GET /api/vip-groups/{id}/statement/file', { ...period, format: 'csv' }, as),
  ]);
  expect(all.map(({ status }) => status)).toEqual([404, 404, 404, 404, 404]);
});
