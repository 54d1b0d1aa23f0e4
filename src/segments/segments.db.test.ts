import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Condition } from '../kernel/conditions/condition.ts';
import { startNorm } from '../norms/index.ts';
import { addAccount, post } from '../testing/accounts.ts';
import { signedIn } from '../testing/staff.ts';
import { createSubscribersWorld, type SubscribersWorld } from '../testing/subscribers.ts';
import { api as subscribersApi } from '../subscribers/api.ts';
import { api as ticketsApi } from '../tickets/api.ts';
import { estimateCount } from './counting/estimate-count.ts';
import { addCrowd, addOutage } from './testing/add-crowd.ts';
import { misreadIn } from './testing/read-back.ts';
import { api } from './api.ts';

let base: SubscribersWorld;
let people: number[];

const call = ((key, input, as = base.me.as) => base.world.via(api)(key, input, as)) as ReturnType<
  typeof base.world.via<typeof api>
>;
const tickets = ((key, input, as = base.me.as) =>
  base.world.via(ticketsApi)(key, input, as)) as ReturnType<
  typeof base.world.via<typeof ticketsApi>
>;

beforeAll(async () => {
  base = await createSubscribersWorld();
  people = [];
  for (let at = 0; at < 4; at += 1) people.push(await base.add({ customerSince: '2020-01-15' }));
  const { body } = await tickets('GET /api/ticket-categories');
  const categoryId = body.categories[0]?.id ?? 0;
  // The first has three tickets, the second one, the others none.
  for (const who of [0, 0, 0, 1]) {
    const made = await tickets('POST /api/tickets', {
      subscriberId: people[who],
      subject: 'Нет связи',
      categoryId,
    });
    if (made.status !== 201) throw new Error(JSON.stringify(made.body));
  }
});
afterAll(() => base.world.close());

const many = (op: 'gte' | 'lt' | 'is', value: number): Condition => ({
  field: 'tickets@30d',
  op,
  value,
});
const members = async (segment: number, as?: typeof base.me.as) => {
  const filter: Condition = { field: 'segment', op: 'in', value: [String(segment)] };
  const { body } = await base.call('POST /api/subscribers/list', { columns: ['id'], filter }, as);
  return body.rows.map(({ id }) => people.indexOf(id)).toSorted((one, other) => one - other);
};
/** However busy the machine is, so that all are asked who are to be. */
const estimate = async (
  condition: Condition,
  { most = 8192, actor = base.world.ctx.actor } = {},
) => {
  const limits = { most, ms: 60_000 };
  const about = await estimateCount({ ...base.world.ctx, actor }, { condition }, limits);
  if (!about.ok) throw new Error(about.failure.code);
  return about.value;
};
const find = async (condition: Condition) => {
  const { body } = await base.call('POST /api/subscribers/list', {
    columns: ['id'],
    filter: condition,
  });
  // All at once and each by itself; so few people are all looked at.
  const exact = await call('POST /api/segments/count', { condition });
  const about = await estimate(condition);
  const count = body.rows.length;
  expect([exact.body.count, about.count]).toEqual([count, count]);
  return body.rows.map(({ id }) => people.indexOf(id)).toSorted((one, other) => one - other);
};
const recount = async () => {
  base.world.clock.advance({ seconds: 3700 });
  await base.world.tick('segments.recount');
};

describe('what is counted of others', () => {
  test.each<[string, Condition, number[]]>([
    ['at least', many('gte', 3), [0]],
    ['none counts as zero', many('lt', 2), [1, 2, 3]],
    ['exactly none', many('is', 0), [2, 3]],
    ['not', { not: many('is', 0) }, [0, 1]],
    ['or', { any: [many('gte', 3), many('is', 0)] }, [0, 2, 3]],
    ['nobody has', { field: 'tickets@30d', op: 'not_empty' }, [0, 1]],
    ['a value that may be missing', { field: 'daysSincePayment', op: 'lt', value: 9 }, []],
    ['tenure', { field: 'tenureMonths', op: 'between', value: [73, 74] }, [0, 1, 2, 3]],
    ['events', { field: 'events@month', op: 'gte', value: 1 }, [0, 1, 2, 3]],
  ])('%s', async (_, condition, found) => {
    expect(await find(condition)).toEqual(found);
  });

  test('every field that is offered can be said, and asked of all at once and of each', async () => {
    const { body } = await call('GET /api/segments/fields');
    const summed = body.fields.filter(({ isSummed }) => isSummed);
    expect(summed.length).toBeGreaterThan(20);
    for (const { key, hasWindow } of summed) {
      for (const window of hasWindow ? ['@30d', '@ever'] : ['']) {
        const condition: Condition = {
          any: [
            { field: key + window, op: 'gt', value: 1 },
            { field: key + window, op: 'lte', value: 1 },
          ],
        };
        const exact = await call('POST /api/segments/count', { condition });
        expect([key, exact.status]).toEqual([key, 200]);
        const about = await call('POST /api/segments/estimate', { condition });
        expect([key, about.status]).toEqual([key, 200]);
      }
    }
    expect(await misreadIn(base.world.ctx)).toEqual([]);
  });

  test('an estimate is of those whom one may see', async () => {
    const asked = { not: many('gte', 3) };
    const all = await estimate(asked);
    expect(all).toMatchObject({ count: 3, margin: { low: 3, high: 3 } });
    expect(all.ids.toSorted((a, b) => a - b)).toEqual(people.slice(1));
    const own = { kind: 'staff', staffId: 0, teamId: null, name: '' } as const;
    const actor = { ...own, permissions: { 'subscribers.view': 'own' } } as const;
    const theirs = await estimate(asked, { actor });
    expect(theirs).toEqual({ count: 0, margin: { low: 0, high: 0 }, ids: [] });
    // And so it is through the door, however little of them was looked at by then.
    const { as } = await signedIn(base.world, { permissions: { 'subscribers.view': 'own' } });
    const { body } = await call('POST /api/segments/estimate', { condition: asked }, as);
    expect(body).toMatchObject({ count: 0, ids: [] });
  });

  test('a window is needed, and must be one', async () => {
    for (const field of ['tickets', 'tickets@', 'tickets@0d', 'tickets@30d@1d', 'openTickets@1d']) {
      const condition: Condition = { field, op: 'gt', value: 0 };
      const refused = await call('POST /api/segments/count', { condition });
      expect([field, refused.body.code]).toEqual([field, 'kernel.unknown_field']);
    }
  });
});

test('a balance that fell below zero twice is told from what stands now, backwards', async () => {
  const account = await addAccount(base.world, people[2] ?? 0);
  const day = (days: number): string =>
    new Date(base.world.clock.now().getTime() - days * 86_400_000).toISOString().slice(0, 10);
  const moves = [
    [20, 50_00],
    [19, -60_00],
    [18, -10_00],
    [17, 30_00],
    [16, -20_00],
    [15, 5_00],
  ] as const;
  for (const [days, amountMinor] of moves) {
    const by = amountMinor > 0 ? 'cash' : 'revenue';
    const kind = amountMinor > 0 ? 'payment' : 'charges';
    await post(base.world, account, { kind, occurredOn: day(days), counterpart: by, amountMinor });
  }
  const falls = (window: string, op: 'is' | 'gte', value: number): Condition => ({
    field: `balanceFalls@${window}`,
    op,
    value,
  });
  expect(await find(falls('30d', 'gte', 2))).toEqual([2]);
  expect(await find(falls('30d', 'is', 2))).toEqual([2]);
  expect(await find(falls('18d', 'is', 1))).toEqual([2]);
  expect(await find(falls('16d', 'is', 0))).toEqual([0, 1, 2, 3]);
});

test('a sentence and a condition are one', async () => {
  const condition = { all: [many('gte', 3), { field: 'status', op: 'is', value: 'active' }] };
  const said = await call('POST /api/segments/wording', { condition } as never);
  expect(said.body.sentence).toBe('Тикетов за 30 дней не меньше 3 и Состояние — «Подключён»');
  const read = await call('POST /api/segments/wording', { phrase: said.body.sentence });
  expect(read.body.condition).toEqual(condition);
  const wrong = await call('POST /api/segments/wording', { phrase: 'тикетов много' });
  expect([wrong.status, wrong.body.code]).toEqual([422, 'segments.window_not_understood']);
  expect(wrong.body.title).toContain('«много»');
});

test('members come and go by themselves, and are told once for all', async () => {
  const made = await call('POST /api/segments', {
    name: 'Часто',
    kind: 'dynamic',
    isBadge: true,
    condition: many('gte', 1),
  });
  expect(made.status).toBe(201);
  const { id } = made.body;
  await base.world.tick('segments.recount');
  expect(await members(id)).toEqual([0, 1]);
  const card = await base.call('GET /api/subscribers/{id}', { id: people[1] ?? 0 });
  expect(card.body.parts['segments']).toEqual([{ id, name: 'Часто' }]);
  // A month on nobody has any of these days.
  base.world.clock.advance({ seconds: 31 * 86_400 });
  await recount();
  expect(await members(id)).toEqual([]);
  const { body } = await call('GET /api/segments/{id}', { id });
  expect(body.counts.map(({ size, entered, gone }) => [size, entered, gone])).toEqual([
    [0, 0, 2],
    [2, 2, 0],
  ]);
  expect(body.changes.map(({ type }) => type)).toEqual(['segments.created']);
  const facts = await base.world.ctx.pool.query(
    `select type, facts from events where subject_kind = 'segment' and subject_id = $1
     and type in ('segments.entered', 'segments.left') order by id`,
    [id],
  );
  expect(facts.rows).toEqual([
    { type: 'segments.entered', facts: { count: 2, size: 2 } },
    { type: 'segments.left', facts: { count: 2, size: 0 } },
  ]);
  const past = await base.world.via(subscribersApi)(
    'GET /api/subscribers/{id}/timeline',
    { id: people[0] ?? 0 },
    base.me.as,
  );
  const told = past.body.entries.filter((entry) => entry.facts['name'] === 'Часто');
  expect(told.map(({ type }) => type)).toEqual(['segments.left', 'segments.entered']);
});

test('a kept list keeps whom it has, takes on and lets go, and comes back as it was', async () => {
  const ids = [people[0], people[1]] as number[];
  const made = await call('POST /api/segments', { name: 'Список', kind: 'static', ids });
  const { id } = made.body;
  expect(made.body.size).toBe(2);
  const more = { id, chosen: { ids: [people[1], people[2]] as number[] } };
  expect((await call('POST /api/segments/{id}/members', more)).body.changed).toBe(1);
  const off = {
    id,
    chosen: { condition: { field: 'id', op: 'is', value: people[0] } as Condition },
  };
  expect((await call('POST /api/segments/{id}/members/remove', off)).body.changed).toBe(1);
  expect(await members(id)).toEqual([1, 2]);
  expect((await call('POST /api/segments/{id}/recount', { id })).body.code).toBe(
    'segments.kept_by_hand',
  );
  base.world.clock.advance({ seconds: 1 });
  expect((await call('POST /api/segments/{id}/archive', { id })).status).toBe(200);
  expect(await members(id)).toEqual([]);
  expect((await call('POST /api/segments/{id}/restore', { id })).status).toBe(200);
  expect(await members(id)).toEqual([1, 2]);
  const { body } = await call('GET /api/segments');
  expect(body.segments.find((one) => one.id === id)?.size).toBe(2);
});

test('nobody is put on a list whom one does not see, and nothing without the permission', async () => {
  const name = 'Чужие';
  const { id } = (await call('POST /api/segments', { name, kind: 'static', ids: [] })).body;
  const own = await signedIn(base.world, {
    permissions: { 'segments.manage': 'all', 'segments.view': 'all', 'subscribers.view': 'own' },
  });
  const asked = { id, chosen: { ids: people } };
  const put = await call('POST /api/segments/{id}/members', asked, own.as);
  expect(put.body.changed).toBe(0);
  const reader = await signedIn(base.world, { permissions: ['segments.view'] });
  expect((await call('POST /api/segments/{id}/members', asked, reader.as)).status).toBe(403);
  expect((await call('GET /api/segments/{id}', { id }, reader.as)).status).toBe(200);
});

test('a condition must be askable, and must not lead back to itself', async () => {
  const dynamic = { kind: 'dynamic' } as const;
  const first = { name: 'Первый', ...dynamic, condition: many('gte', 1) };
  const { id } = (await call('POST /api/segments', first)).body;
  const asks = (one: number): Condition => ({ field: 'segment', op: 'in', value: [String(one)] });
  const second = { name: 'Второй', ...dynamic, condition: asks(id) };
  const { id: other } = (await call('POST /api/segments', second)).body;
  const loop = { ...first, id, version: 1, condition: asks(other) };
  const codes = [
    await call('PUT /api/segments/{id}', loop),
    await call('POST /api/segments', { ...second, name: 'первый' }),
    await call('POST /api/segments', { name: 'Без условия', ...dynamic }),
    await call('POST /api/segments', {
      ...second,
      name: 'Х',
      condition: { ...asks(1), field: 'y' },
    }),
    await call('POST /api/segments/{id}/archive', { id }),
    await call('PUT /api/segments/{id}', { ...first, id, version: 7 }),
  ].map(({ body }) => body.code);
  expect(codes).toEqual([
    'segments.asks_itself',
    'segments.name_taken',
    'segments.no_condition',
    'kernel.unknown_field',
    'segments.still_asked',
    'segments.changed_meanwhile',
  ]);
});

test('those of a segment are promised sooner, by the shortest, while they stand in it', async () => {
  const [quick = 0, usual = 0] = people;
  const kind = 'conversations.first_touch';
  const late = await base.add();
  const list = async (name: string) =>
    (await call('POST /api/segments', { name, kind: 'static', ids: [quick, late] })).body.id;
  const [one, other] = [await list('Быстро'), await list('Очень быстро')];
  const put = (id: number, targetSeconds: number | null, what = kind, as = base.me.as) =>
    call('PUT /api/segments/{id}/norms/{kind}', { id, kind: what, targetSeconds }, as);
  const promised = async (id: number): Promise<number> =>
    (await startNorm(base.world.ctx, kind, base.world.clock.now(), id)).normSeconds;
  const everybodys = await promised(usual);
  const { categories } = (await tickets('GET /api/ticket-categories')).body;
  const resolvedIn = async (subscriberId: number | null) => {
    const made = { subscriberId, subject: 'Обрыв', categoryId: categories[0]?.id ?? 0 };
    const { id } = (await tickets('POST /api/tickets', made)).body;
    const { clocks } = (await tickets('GET /api/tickets/{id}', { id })).body;
    return clocks.find((clock) => clock.kind === 'resolution')?.deadline?.normSeconds;
  };
  expect((await put(one, 30)).status).toBe(200);
  expect((await put(other, 20)).status).toBe(200);
  expect([await promised(quick), await promised(usual)]).toEqual([20, everybodys]);
  const { norms } = (await call('GET /api/segments/{id}/norms', { id: one })).body;
  expect(norms).toContainEqual({ kind, usualSeconds: everybodys, targetSeconds: 30 });
  await call('POST /api/segments/{id}/archive', { id: other });
  expect(await promised(quick)).toBe(30);
  const resolved = 'tickets.resolution';
  expect((await put(one, 600, resolved)).status).toBe(200);
  expect([await resolvedIn(late), await resolvedIn(null)]).toEqual([600, 24 * 3600]);
  expect((await put(one, null)).status).toBe(200);
  expect(await promised(quick)).toBe(everybodys);
  expect((await put(one, 9, 'retention.care')).body.code).toBe('segments.no_such_norm');
  const reader = await signedIn(base.world, { permissions: ['segments.manage'] });
  expect((await put(one, 9, kind, reader.as)).status).toBe(403);
});

test('two segments side by side', async () => {
  const list = async (name: string, ids: number[]) =>
    (await call('POST /api/segments', { name, kind: 'static', ids })).body.id;
  const [a = 0, b = 0, c = 0] = people;
  const first = await list('Один', [a, b]);
  const second = await list('Два', [b, c]);
  // Two flats of theirs in one house: an outage of six hours there is one of six hours.
  await addOutage(base.world, a, 6);
  const { body } = await call('GET /api/segments/compare', { first, second });
  expect(body.sizes).toEqual({ first: 2, second: 2, both: 1 });
  const of = (key: string) => body.figures.find((one) => one.key === key);
  expect(of('tickets@90d')).toMatchObject({
    label: 'Тикетов за 90 дней',
    first: { mean: 2, known: 2 },
    second: { mean: 0.5, known: 2 },
    difference: 1.5,
  });
  expect(of('outageHours@90d')?.first.mean).toBe(3);
  expect(of('gone')).toMatchObject({ type: 'percent', difference: 0 });
  // Whoever may not see each of them learns no figure of so few.
  const reader = await signedIn(base.world, { permissions: ['segments.view'] });
  const { body: less } = await call('GET /api/segments/compare', { first, second }, reader.as);
  expect(less.sizes).toEqual(body.sizes);
  expect(less.figures.every((one) => one.first.mean === null && one.difference === null)).toBe(
    true,
  );
  const all = await call('GET /api/segments/compare', { first });
  expect(all.body.sizes).toMatchObject({ first: 2, both: 2 });
});

test('an operator begins with some, and an erasure takes a person out of all', async () => {
  const { body } = await call('GET /api/segments');
  const ready = body.segments.find(({ name }) => name === 'Частые жалобы');
  expect(ready?.sentence).toBe(
    'Состояние — одно из: «Подключён», «Приостановлен» и Тикетов за 30 дней не меньше 3',
  );
  const who = await base.add({ status: 'prospect', lastName: 'Прежний' });
  const { id } = (await call('POST /api/segments', { name: 'Уйдёт', kind: 'static', ids: [who] }))
    .body;
  const erased = await base.call('POST /api/subscribers/{id}/erase', {
    id: who,
    confirm: 'Прежний Тест',
    reason: 'request',
  });
  expect(erased.status).toBe(200);
  const rows = await base.world.ctx.pool.query(
    'select from segment_members where subscriber_id = $1',
    [who],
  );
  expect(rows.rowCount).toBe(0);
  expect((await call('GET /api/segments/{id}', { id })).body.size).toBe(0);
});

test('the margin of an estimate holds the exact count, whatever is asked', async () => {
  await addCrowd(base.world, 1500);
  const active: Condition = { field: 'status', op: 'is', value: 'active' };
  const asked: Condition[] = [
    active,
    many('gte', 3),
    { all: [active, many('gte', 1)] },
    { any: [{ not: active }, many('is', 0)] },
    { field: 'tickets@30d', op: 'gte', value: 5 },
  ];
  for (const condition of asked) {
    const exact = (await call('POST /api/segments/count', { condition })).body.count;
    const { count, margin, ids } = await estimate(condition, { most: 256 });
    expect(margin === null ? condition : null).toBeNull();
    const { low, high } = margin ?? { low: 0, high: 0 };
    expect(high - low).toBeGreaterThan(0);
    expect(low).toBeLessThanOrEqual(exact);
    expect(exact).toBeLessThanOrEqual(high);
    expect(Math.abs(count - exact)).toBeLessThan(150);
    expect(ids.length > 0).toBe(exact > 0 && count > 0);
  }
});
