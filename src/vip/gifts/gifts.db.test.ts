import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { signedIn, type SignedIn } from '../../testing/staff.ts';
import { openVipWorld, type VipWorld } from '../testing/vip-world.ts';

let vip: VipWorld;
let boss: SignedIn;
let second: SignedIn;
let item: number;
beforeAll(async () => {
  vip = await openVipWorld();
  boss = await signedIn(vip.world, { name: 'Первый' });
  second = await signedIn(vip.world, { name: 'Второй' });
  // Whom nobody leads takes two for whatever is dear.
  await vip.leading(900);
  const supplier = await vip.call('POST /api/vip-suppliers', { name: 'Цветы города' });
  const fields = {
    name: 'Букет',
    kind: 'flowers',
    priceMinor: 100_000,
    supplierId: supplier.body.id,
  } as const;
  item = (await vip.call('POST /api/vip-gift-items', fields)).body.id;
});
afterAll(() => vip.world.close());

const dear = { mobile: [300_000] };
const month = '2026-04-01';
const undeliver = 'POST /api/vip-gifts/{id}/undeliver';
async function client(fields: object = { birthOn: '1980-04-10' }): Promise<number> {
  const { id } = await vip.client({ charged: dear, fields: { ...fields } });
  await vip.night();
  return id;
}
const plan = (id: number, more: object = {}, as = vip.me.as) =>
  vip.call(
    'POST /api/vip/{id}/gifts',
    {
      id,
      itemId: item,
      recipient: 'Иванов',
      recipientKind: 'person',
      deliverOn: '2026-04-09',
      ...more,
    } as never,
    as,
  );
const approve = (at: { id: number; version: number }, overspendReason = '', as = boss.as) =>
  vip.call('POST /api/vip-gifts/{id}/approve', { ...at, overspendReason }, as);
const shown = async (on = month) => (await vip.call('GET /api/vip-gifts/plan', { month: on })).body;

describe('a gift', () => {
  test('goes from a day over the plan and its budget to the client, and back', async () => {
    const id = await client();
    const before = await shown();
    const day = before.open.find(({ subscriber }) => subscriber.id === id)!;
    expect(day).toMatchObject({ kind: 'own', on: '2026-04-10', tier: 'profitable' });
    expect(
      (await vip.call('POST /api/vip-budgets/derive', { month: '2026-04-02' })).body.code,
    ).toBe('vip.no_month');
    expect((await vip.call('POST /api/vip-budgets/derive', { month })).body.set).toBeGreaterThan(0);
    const [line] = (await shown()).lines;
    expect(line).toMatchObject({ tier: 'profitable', amountMinor: line!.occasions * 100_000 });
    const made = (await plan(id, { occasionKey: day.key })).body;
    expect((await plan(id, { occasionKey: 'o999' })).body.code).toBe('vip.no_such_occasion');
    expect((await approve(made, '', vip.me.as)).body.code).toBe('vip.own_wish');
    const early = await vip.call('POST /api/vip-gifts/{id}/deliver', made);
    expect(early.body.code).toBe('vip.not_approved');
    const ok = (await approve(made)).body;
    expect((await approve(made)).body.code).toBe('vip.changed_meanwhile');
    const after = await shown();
    expect(after.lines[0]).toMatchObject({ spentMinor: 100_000, proposedMinor: 0 });
    expect(after.open.some(({ subscriber }) => subscriber.id === id)).toBe(false);
    const soon = await vip.call('POST /api/vip-gifts/{id}/deliver', ok);
    expect(soon.body.code).toBe('vip.too_early');
    const began = vip.world.clock.now();
    vip.world.clock.moveTo(new Date('2026-03-30T06:00:00Z'));
    const slip = (await vip.call('POST /api/vip-gifts/{id}/deliver', ok)).body;
    const again = (await vip.call(undeliver, slip)).body;
    const given = (await vip.call('POST /api/vip-gifts/{id}/deliver', again)).body;
    const said = { ...given, reaction: 'delighted', note: 'Звонил, благодарил' } as const;
    const taken = (await vip.call('PUT /api/vip-gifts/{id}/reaction', said)).body;
    expect((await vip.call('GET /api/vip/{id}/gifts', { id })).body).toMatchObject({
      yearMinor: 100_000,
      gifts: [
        {
          state: 'delivered',
          occasionKind: 'own',
          reaction: 'delighted',
          reactionNote: 'Звонил, благодарил',
          approvedBy: { name: 'Первый' },
        },
      ],
    });
    expect((await vip.call(undeliver, taken)).body.code).toBe('vip.own_wish');
    const back = (await vip.call(undeliver, taken, boss.as)).body;
    expect(
      (await vip.call('PUT /api/vip-gifts/{id}/reaction', { ...said, ...back })).body.code,
    ).toBe('vip.not_delivered');
    const cancel = 'POST /api/vip-gifts/{id}/cancel';
    expect((await vip.call(cancel, back)).body.code).toBe('vip.own_wish');
    expect((await vip.call(cancel, back, boss.as)).status).toBe(200);
    expect((await shown()).lines[0]).toMatchObject({ spentMinor: 0 });
    const { body } = await vip.call('GET /api/vip-gifts/audit', { from: month, to: '2026-04-30' });
    expect(body.gifts.filter(({ subscriber }) => subscriber.id === id)).toMatchObject([
      { state: 'cancelled', wasDelivered: true },
    ]);
    expect(body.givers).toEqual([]);
    vip.world.clock.moveTo(began);
  });

  test('is let go by a leader alone once it was delivered, and no budget of nothing is opened', async () => {
    const agent = await vip.leading(900, {}, 'Хранительница');
    const id = await client({ birthOn: '1980-09-10' });
    const { version } = await vip.show(id);
    const led = { id, version, personalManagerId: agent.staffId, temper: null };
    await vip.call('PUT /api/vip/{id}', led);
    const { body: made } = await plan(id, { deliverOn: '2026-03-08' }, agent.as);
    const ok = (await approve(made, 'Праздник')).body;
    const given = (await vip.call('POST /api/vip-gifts/{id}/deliver', ok, agent.as)).body;
    vip.world.clock.advance({ seconds: 660 });
    const late = await vip.call(undeliver, given, agent.as);
    expect(late.body.code).toBe('vip.was_delivered');
    expect((await vip.call(undeliver, given, boss.as)).status).toBe(200);
    const budget = { month: '2026-09-01', tier: 'profitable', amountMinor: 0 } as const;
    await vip.call('PUT /api/vip-budgets', budget);
    await vip.call('POST /api/vip-budgets/derive', { month: budget.month });
    expect((await shown(budget.month)).lines[0]).toMatchObject({ occasions: 1, amountMinor: 0 });
    vip.world.clock.advance({ seconds: -660 });
  });

  test('is within what the law lets its recipient take, and the year', async () => {
    const id = await client();
    const code = async (more: object) => (await plan(id, more)).body.code;
    expect(await code({ count: 3, recipientKind: 'official' })).toBeUndefined();
    expect(await code({ count: 4, recipientKind: 'official' })).toBe('vip.gift_over_limit');
    expect(await code({ count: 4, recipientKind: 'organisation' })).toBe('vip.gift_over_limit');
    expect(await code({ deliverOn: '2026-03-01' })).toBe('vip.term_past');
    expect(await code({ itemId: 999 })).toBe('vip.no_such_item');
    expect(await code({ count: 1, recipientKind: 'official' })).toBe('vip.gift_over_limit');
    const answers = await Promise.all(
      [1, 2, 3, 4].map((at) => plan(id, { count: 12, deliverOn: `2026-05-0${at}` })),
    );
    expect(answers.map(({ status, body }) => body.code ?? `${status}`).toSorted()).toEqual([
      '201',
      '201',
      'vip.gifts_over_year',
      'vip.gifts_over_year',
    ]);
    expect(await code({ count: 12, deliverOn: '2027-01-02' })).toBeUndefined();
  });

  test('to an organisation is no dearer for being called a person’s, nor when it is approved', async () => {
    const id = await client({ kind: 'organisation', displayName: 'ООО «Дар»' });
    expect((await plan(id, { count: 4 })).body.code).toBe('vip.gift_over_limit');
    const made = (await plan(id, { count: 3 })).body;
    expect((await plan(id, { recipient: 'Петров' })).body.code).toBe('vip.gift_over_limit');
    const { currency: _, ...limits } = (await vip.call('GET /api/vip-gift-settings')).body;
    const strict = { ...limits, organisationMostMinor: 200_000 };
    await vip.call('PUT /api/vip-gift-settings', strict);
    expect((await approve(made, 'Юбилей')).body.code).toBe('vip.gift_over_limit');
    await vip.call('PUT /api/vip-gift-settings', { ...limits, version: limits.version + 1 });
    expect((await approve(made, 'Юбилей')).status).toBe(200);
    const late = (await plan(id, { deliverOn: '2026-04-20' })).body;
    await sql`update subscribers set status = 'left', left_on = '2026-03-01' where id = ${id}`.execute(
      vip.world.ctx.db,
    );
    expect((await approve(late, 'Юбилей')).body.code).toBe('vip.has_left');
  });

  test('never takes more than the budget or the stock, however many approve at once', async () => {
    const on = '2026-06-10';
    const fields = { name: 'Коньяк', kind: 'cognac', priceMinor: 200_000, stock: 3 } as const;
    const cognac = (await vip.call('POST /api/vip-gift-items', fields)).body.id;
    const budget = { month: '2026-06-01', tier: 'profitable', amountMinor: 500_000 } as const;
    await vip.call('PUT /api/vip-budgets', budget);
    expect((await vip.call('PUT /api/vip-budgets', budget)).body.code).toBe(
      'vip.changed_meanwhile',
    );
    const ids = [await client(), await client(), await client(), await client()];
    const gifts = await Promise.all(
      ids.map(async (id) => (await plan(id, { itemId: cognac, deliverOn: on })).body),
    );
    const answers = await Promise.all(gifts.map((one) => approve(one)));
    expect(answers.map(({ body }) => body.code ?? 'ok').toSorted()).toEqual([
      'ok',
      'ok',
      'vip.over_budget',
      'vip.over_budget',
    ]);
    expect((await shown('2026-06-01')).lines[0]).toMatchObject({
      spentMinor: 400_000,
      amountMinor: 500_000,
    });
    const rest = gifts.filter((_, at) => answers[at]!.status !== 200);
    const over = await Promise.all(rest.map((one) => approve(one, 'Юбилей, директор согласен')));
    expect(over.map(({ body }) => body.code ?? 'ok').toSorted()).toEqual([
      'ok',
      'vip.out_of_stock',
    ]);
    const seen = { id: cognac, version: 1, ...fields };
    const anew = await vip.call('PUT /api/vip-gift-items/{id}', seen);
    expect(anew.body.code).toBe('vip.changed_meanwhile');
    const { items } = (await vip.call('GET /api/vip-gift-items')).body;
    expect(items.find(({ name }) => name === 'Коньяк')).toMatchObject({ stock: 0 });
    const audit = (await vip.call('GET /api/vip-gifts/audit', { from: on, to: on })).body;
    expect(audit.gifts.filter(({ overspendReason }) => overspendReason !== '')).toHaveLength(1);
  });

  test('of one’s own client for much takes two others', async () => {
    const leader = await vip.leading(900, {}, 'Щедрая');
    const id = await client();
    const { version } = await vip.show(id);
    await vip.call('PUT /api/vip/{id}', {
      id,
      version,
      personalManagerId: leader.staffId,
      temper: null,
    });
    await vip.call('PUT /api/vip-budgets', {
      month: '2026-07-01',
      tier: 'profitable',
      amountMinor: 900_000,
    });
    const made = (await plan(id, { count: 2, deliverOn: '2026-07-03' }, leader.as)).body;
    const half = (await approve(made)).body;
    expect((await vip.call('POST /api/vip-gifts/{id}/deliver', half)).body.code).toBe(
      'vip.not_approved',
    );
    expect((await approve(half)).body.code).toBe('vip.own_wish');
    expect((await approve(half, '', second.as)).status).toBe(200);
    const [gift] = (await vip.call('GET /api/vip/{id}/gifts', { id })).body.gifts;
    expect(gift).toMatchObject({
      state: 'approved',
      needsSecond: true,
      approvedBy: { name: 'Первый' },
      secondBy: { name: 'Второй' },
    });
    const refused = (await plan(id, { deliverOn: '2026-07-04' }, leader.as)).body;
    const why = { ...refused, reason: 'Уже дарили' };
    expect((await vip.call('POST /api/vip-gifts/{id}/refuse', why, leader.as)).status).toBe(403);
    expect((await vip.call('POST /api/vip-gifts/{id}/refuse', why, boss.as)).status).toBe(200);
    const stranger = await signedIn(vip.world, {
      permissions: { 'vip.work': 'own', 'vip.audit': 'own' },
    });
    expect((await vip.call('GET /api/vip/{id}/gifts', { id }, stranger.as)).status).toBe(404);
    expect((await vip.call('POST /api/vip-gifts/{id}/cancel', refused, stranger.as)).status).toBe(
      404,
    );
    const blind = await vip.call('GET /api/vip-gifts/plan', { month: '2026-07-01' }, stranger.as);
    expect(blind.body.gifts.filter(({ subscriber }) => subscriber.id === id)).toEqual([]);
    const audit = await vip.call(
      'GET /api/vip-gifts/audit',
      { from: '2026-07-01', to: '2026-07-31' },
      stranger.as,
    );
    expect(audit.body.gifts).toEqual([]);
  });
});

test('unusual generosity is told', async () => {
  const year = { from: '2028-01-01', to: '2028-12-31' };
  await vip.call('PUT /api/vip-budgets', {
    month: '2028-05-01',
    tier: 'profitable',
    amountMinor: 90_000_000,
  });
  const ids = [await client(), await client(), await client(), await client()];
  for (const [at, id] of ids.entries()) {
    const made = (await plan(id, { count: at === 0 ? 9 : 1, deliverOn: '2028-05-05' })).body;
    expect((await approve(made)).status).toBe(200);
  }
  const { body } = await vip.call('GET /api/vip-gifts/audit', year);
  expect(body.unusual).toMatchObject([
    { subscriber: { id: ids[0] }, costMinor: 900_000, usualMinor: 100_000 },
  ]);
  expect(body.givers).toMatchObject([{ clients: 4, gifts: 4, costMinor: 1_200_000 }]);
  const back = { from: year.to, to: year.from };
  expect((await vip.call('GET /api/vip-gifts/audit', back)).body.code).toBe('vip.wrong_period');
});

test('two approve however one’s own client is let go, divided or approved by who leads them', async () => {
  const leader = await vip.leading(1, {}, 'Ловкая');
  await vip.call('PUT /api/vip-managers/{staffId}', { staffId: boss.staffId, mostClients: 1 });
  const id = await client();
  const give = async (personalManagerId: number | null, as = vip.me.as) => {
    const { version } = await vip.show(id);
    const answer = await vip.call(
      'PUT /api/vip/{id}',
      { id, version, personalManagerId, temper: null },
      as,
    );
    expect(answer.status).toBe(200);
  };
  const stateOf = async (at: { id: number }) =>
    (await vip.call('GET /api/vip/{id}/gifts', { id })).body.gifts.find((one) => one.id === at.id)
      ?.state;
  await give(leader.staffId);
  const small = (await plan(id, { deliverOn: '2027-07-03' }, leader.as)).body;
  const other = (await plan(id, { deliverOn: '2027-07-04' }, leader.as)).body;
  await approve(small, 'Юбилей');
  await approve(other, 'Юбилей');
  expect([await stateOf(small), await stateOf(other)]).toEqual(['proposed', 'proposed']);
  await give(null, leader.as);
  const dear2 = (await plan(id, { deliverOn: '2028-07-03', count: 2 }, leader.as)).body;
  await approve(dear2, 'Юбилей');
  expect(await stateOf(dear2)).toBe('proposed');
  await give(leader.staffId, leader.as);
  await give(boss.staffId);
  const asked = (await plan(id, { deliverOn: '2027-07-05', count: 2 })).body;
  const half = (await approve(asked, 'Юбилей')).body;
  expect(await stateOf(asked)).toBe('proposed');
  await approve(half, 'Юбилей', second.as);
  expect(await stateOf(asked)).toBe('approved');
  await give(null);
  const once = (await plan(id, { deliverOn: '2029-07-05', count: 2 })).body;
  await give((await vip.leading(1, {}, 'Новая')).staffId);
  await approve(once, 'Юбилей');
  expect(await stateOf(once)).toBe('proposed');
});

test('a month’s budget counts every day, however many there are', async () => {
  const id = await client({ kind: 'organisation', displayName: 'ООО «Много»' });
  const november = '2026-11-01';
  const [before] = (await shown(november)).lines;
  await sql`
    insert into vip_occasions (subscriber_id, kind, name, month, day, confirmed_on)
    select ${id}, 'other', 'День ' || g, 11, 7, '2026-03-01'
    from   generate_series(1, 5001) g`.execute(vip.world.ctx.db);
  const [line] = (await shown(november)).lines;
  expect(line?.occasions).toBe((before?.occasions ?? 0) + 5001);
  await vip.call('POST /api/vip-budgets/derive', { month: november });
  expect((await shown(november)).lines[0]?.amountMinor).toBe(line?.suggestedMinor);
});

test('the catalogue and the limits are changed by one at a time', async () => {
  const fields = { name: 'Сертификат', kind: 'certificate', priceMinor: 300_000 } as const;
  const { body: made } = await vip.call('POST /api/vip-gift-items', fields);
  expect((await vip.call('POST /api/vip-gift-items', fields)).body.code).toBe('vip.name_taken');
  expect((await vip.call('POST /api/vip-suppliers', { name: 'Цветы города' })).body.code).toBe(
    'vip.name_taken',
  );
  const wrong = { ...fields, name: 'Другой', supplierId: 999 };
  expect((await vip.call('POST /api/vip-gift-items', wrong)).body.code).toBe(
    'vip.no_such_supplier',
  );
  const at = { id: made.id, version: 1 };
  expect(
    (await vip.call('PUT /api/vip-gift-items/{id}', { ...at, ...fields, name: 'Букет' })).body.code,
  ).toBe('vip.name_taken');
  expect(
    (await vip.call('PUT /api/vip-gift-items/{id}', { ...at, ...fields, stock: 4 })).status,
  ).toBe(200);
  expect((await vip.call('PUT /api/vip-gift-items/{id}', { ...at, ...fields })).body.code).toBe(
    'vip.changed_meanwhile',
  );
  const { currency: _, ...limits } = (await vip.call('GET /api/vip-gift-settings')).body;
  const changes = async () =>
    (
      await sql<{ count: number }>`
        select count(*)::int as count from events where type = 'vip.gift_limits_changed'`.execute(
        vip.world.ctx.db,
      )
    ).rows[0]!.count;
  const before = await changes();
  expect(limits).toMatchObject({ officialMostMinor: 300_000, organisationMostMinor: 300_000 });
  expect((await vip.call('PUT /api/vip-gift-settings', limits)).status).toBe(200);
  expect((await vip.call('PUT /api/vip-gift-settings', limits)).body.code).toBe(
    'vip.changed_meanwhile',
  );
  expect(await changes()).toBe(before + 1);
});
