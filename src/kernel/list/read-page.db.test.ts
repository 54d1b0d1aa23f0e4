import fc from 'fast-check';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  asAll,
  asOwn,
  asTeam,
  makeThings,
  putThings,
  type Thing,
  thingsApi,
  thingsWiring,
} from '../../testing/things.ts';
import { runs } from '../../testing/proof.ts';
import { createWorld, type World } from '../../testing/world.ts';
import type { ListGroup, ListQuery, ListRow } from './api.ts';

let world: World;
beforeAll(async () => {
  world = await createWorld({}, [thingsWiring]);
  await makeThings(world);
});
afterAll(() => world.close());

const list = (query: ListQuery & { cursor?: string; limit?: number }, as = asAll) =>
  world.via(thingsApi)('POST /api/things/list', query, as);

async function allPages(
  query: ListQuery,
  limit: number,
): Promise<{ rows: ListRow[]; groups: ListGroup[] }> {
  const rows: ListRow[] = [];
  let groups: ListGroup[] = [];
  let cursor: string | undefined;
  do {
    const { status, body } = await list({ ...query, limit, ...(cursor ? { cursor } : {}) });
    expect(status).toBe(200);
    expect(body.rows.length).toBeLessThanOrEqual(limit);
    rows.push(...body.rows);
    groups = body.groups ?? groups;
    cursor = body.nextCursor ?? undefined;
  } while (cursor);
  return { rows, groups };
}

/** Few values, so that many are equal, and many empty. */
const arbitraryThing: fc.Arbitrary<Thing> = fc.record({
  name: fc.option(fc.constantFrom('', 'а', 'А', 'б', 'ё', 'z', "'", '%')),
  kind: fc.option(fc.constantFrom('big', 'odd', 'small', 'forgotten')),
  weight: fc.option(fc.constantFrom(-1, 0, 0.1, 0.30000000000000004, 1e9)),
  priceMinor: fc.option(fc.constantFrom(-5, 0, 1000)),
  madeOn: fc.option(fc.constantFrom('1999-12-31', '2024-02-29', '2026-03-01')),
  seenAt: fc.option(
    fc.constantFrom(
      '2026-03-01T00:00:00.000001Z',
      '2026-03-01T00:00:00.000002Z',
      '2020-01-01T00:00Z',
    ),
  ),
  isBroken: fc.option(fc.boolean()),
  shelf: fc.option(fc.constantFrom('1', '10', '2', 'верхняя')),
  attributes: fc.record(
    {
      colour: fc.constantFrom('red', 'white', 'белый'),
      score: fc.oneof(fc.constantFrom(1, 2.5), fc.constant('not a number')),
    },
    { requiredKeys: [] },
  ),
});

const valueOf: Record<string, (thing: Thing) => string | number | boolean | null | undefined> = {
  name: ({ name }) => name,
  kind: ({ kind }) => kind,
  weight: ({ weight }) => weight,
  price: ({ priceMinor }) => priceMinor,
  made: ({ madeOn }) => madeOn,
  seen: ({ seenAt }) => seenAt,
  broken: ({ isBroken }) => isBroken,
  shelf: ({ shelf }) => shelf,
  'attributes.colour': ({ attributes }) => attributes?.['colour'] as string,
  'attributes.score': ({ attributes }) =>
    typeof attributes?.['score'] === 'number' ? attributes['score'] : null,
};

const alphabet = new Intl.Collator('ru');

/** The order that a person expects: empty ones last in both directions, equal ones by id. */
function compareBy(key: string, sign: number) {
  return (a: { thing: Thing }, b: { thing: Thing }): number => {
    const [one, other] = [valueOf[key]?.(a.thing) ?? null, valueOf[key]?.(b.thing) ?? null];
    if (one === null || other === null) return Number(one === null) - Number(other === null);
    const isWord = key === 'name' || key === 'attributes.colour';
    if (isWord) return alphabet.compare(String(one), String(other)) * sign;
    return one < other ? -sign : Number(one !== other) * sign;
  };
}

function expectedIds(things: readonly Thing[], query: ListQuery): number[] {
  const { sort, groupBy } = query;
  const sign = sort?.direction === 'desc' ? -1 : 1;
  return things
    .map((thing, at) => ({ thing, id: at + 1 }))
    .toSorted(
      (a, b) =>
        (groupBy ? compareBy(groupBy, 1)(a, b) : 0) ||
        (sort ? compareBy(sort.field, sign)(a, b) : 0) ||
        (a.id - b.id) * sign,
    )
    .map(({ id }) => id);
}

const sorts = fc.option(
  fc.record({
    field: fc.constantFrom(...Object.keys(valueOf)),
    direction: fc.constantFrom('asc' as const, 'desc' as const),
  }),
  { nil: undefined },
);
const grouped = fc.option(fc.constantFrom('kind', 'broken', 'shelf', 'name', 'attributes.colour'), {
  nil: undefined,
});

describe('pages one after another', () => {
  test('are the whole list in order, whatever it is sorted and grouped by', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(arbitraryThing, { maxLength: 40 }),
        sorts,
        grouped,
        fc.integer({ min: 1, max: 9 }),
        async (things, sort, groupBy, limit) => {
          await putThings(world, things);
          const query: ListQuery = { columns: ['id', 'name'], sort, groupBy };
          const { rows, groups } = await allPages(query, limit);
          expect(rows.map(({ id }) => id)).toEqual(expectedIds(things, query));
          const counted = groups.reduce((sum, group) => sum + group.count, 0);
          expect(counted).toBe(groupBy ? things.length : 0);
        },
      ),
      { numRuns: runs(60, 1000), seed: 20_260_302 },
    );
  });

  const walks = {
    kind: ['asc', 'desc'],
    shelf: ['desc'],
    'attributes.colour': ['asc'],
    name: ['desc'],
  } as const;

  test('walk through more than 10,000 rows group by group, with counts that say ≈', async () => {
    await putThings(world, []);
    await sql`
      insert into things (name, kind, shelf, weight, attributes)
      select 'n' || i % 7, (array['big', 'odd', null])[1 + (i % 40 > 0)::int + (i % 40 = 1)::int],
             'shelf ' || i % 3, nullif(i % 5, 0), jsonb_build_object('colour', 'c' || i % 2)
      from generate_series(1, 12000) i`.execute(world.ctx.db);
    await sql`analyze things`.execute(world.ctx.db);
    for (const [groupBy, directions] of Object.entries(walks)) {
      for (const direction of directions) {
        const query: ListQuery = { columns: ['id'], groupBy, sort: { field: 'weight', direction } };
        const { rows, groups } = await allPages(query, 200);
        expect(new Set(rows.map(({ id }) => id)).size).toBe(12_000);
        const { rows: ordered } = await sql<{ ids: number[] }>`
          select array_agg(id order by ${sql.raw(
            { kind: 'kind', shelf: 'shelf', name: 'name' }[groupBy] ?? "attributes ->> 'colour'",
          )}, weight ${sql.raw(direction)} nulls last, id ${sql.raw(direction)}) as ids
          from things`.execute(world.ctx.db);
        expect(rows.map(({ id }) => id)).toEqual(ordered[0]?.ids);
        expect(groups.map(({ value }) => value)).toEqual([...new Set(rows.map((r) => r.group))]);
      }
    }
    const { body } = await list({ columns: ['id'], groupBy: 'kind' });
    expect(body.groups).toMatchObject([
      { value: 'big', count: 300, isEstimate: false },
      { value: 'odd', isEstimate: true },
      { value: null, count: 300, isEstimate: false },
    ]);
    const odd = body.groups?.[1]?.count ?? 0;
    expect(Math.abs(odd - 11_400)).toBeLessThan(1_000);
  });
});

describe('a cursor', () => {
  const query: ListQuery = { columns: ['id'], sort: { field: 'weight', direction: 'asc' } };
  const someCursor = async (): Promise<string> => {
    await putThings(world, [{ weight: 1 }, { weight: 2 }, { weight: 3 }]);
    return (await list({ ...query, limit: 1 })).body.nextCursor ?? '';
  };
  const forged = (cursor: string, change: (values: unknown[]) => void): string => {
    const values = JSON.parse(Buffer.from(cursor, 'base64url').toString()) as unknown[];
    change(values);
    return Buffer.from(JSON.stringify(values)).toString('base64url');
  };

  test('belongs to its query', async () => {
    const cursor = await someCursor();
    const other = { ...query, sort: { field: 'name', direction: 'asc' as const } };
    expect((await list({ ...other, cursor })).body.code).toBe('kernel.bad_cursor');
    expect((await list({ ...query, columns: ['name'], cursor })).status).toBe(200);
  });

  test.each<[string, (values: unknown[]) => void]>([
    ['a sorted value that is SQL', (values) => (values[3] = "1'; drop table things; --")],
    ['a sorted value of another shape', (values) => (values[3] = { a: 1 })],
    ['an id that is none', (values) => (values[4] = '1 or true')],
    ['a walk that is none', (values) => (values[1] = 'all')],
    ['nothing inside', (values) => values.splice(0)],
  ])('that was tampered with is refused: %s', async (_, change) => {
    const cursor = forged(await someCursor(), change);
    expect((await list({ ...query, cursor })).body.code).toBe('kernel.bad_cursor');
    expect((await list({ ...query, cursor: 'rubbish' })).body.code).toBe('kernel.bad_cursor');
    expect((await list(query)).body.rows).toHaveLength(3);
  });

  test('shows no row that its reader may not see', async () => {
    await putThings(world, [
      { weight: 1, ownerStaffId: 1 },
      { weight: 2 },
      { weight: 3, ownerStaffId: 1 },
    ]);
    const cursor = (await list({ ...query, limit: 1 })).body.nextCursor ?? '';
    expect((await list({ ...query, cursor }, asOwn)).body.rows.map(({ id }) => id)).toEqual([3]);
  });

  test('goes on where it was when rows come and go in between', async () => {
    const cursor = await someCursor();
    await sql`delete from things where weight = 1`.execute(world.ctx.db);
    await sql`insert into things (weight) values (0.5), (2.5)`.execute(world.ctx.db);
    const { body } = await list({ ...query, columns: ['weight'], cursor });
    expect(body.rows.map(({ cells }) => cells['weight'])).toEqual([2, 2.5, 3]);
  });
});

describe('a page', () => {
  test('shows columns of every type, of joins, of attributes and of several', async () => {
    await putThings(world, [
      {
        name: 'Стол',
        kind: 'odd',
        weight: 1.5,
        priceMinor: 1000,
        madeOn: '2024-02-29',
        seenAt: '2026-03-01T00:00:00.123Z',
        isBroken: false,
        attributes: { colour: 'red', score: 7 },
        phones: ['+79130000002', '+79130000001'],
        maker: 'Верфь',
      },
    ]);
    const columns =
      'id name kind weight price made seen broken phone attributes.colour attributes.score maker';
    const { body } = await list({ columns: columns.split(' ') });
    expect(body.rows[0]?.cells).toEqual({
      id: 1,
      name: 'Стол',
      kind: 'odd',
      weight: 1.5,
      price: { amountMinor: 1000, currency: 'USD' },
      made: '2024-02-29',
      seen: '2026-03-01T00:00:00.123Z',
      broken: false,
      phone: '+79130000001',
      'attributes.colour': 'red',
      'attributes.score': 7,
      maker: 'Верфь',
    });
  });

  test('has what the filter asks for, and a question about several is asked of any', async () => {
    await putThings(world, [
      { name: 'a', phones: ['+79130000001', '+79130000002'] },
      { name: 'b', phones: ['+79130000003'], maker: 'Верфь' },
      { name: 'c', isHidden: true, phones: ['+79130000001'] },
      { name: null },
    ]);
    const names = async (filter: ListQuery['filter']) =>
      (await list({ columns: ['name'], filter })).body.rows.map(({ cells }) => cells['name']);
    expect(await names({ field: 'phone', op: 'is', value: '8 913 000-00-02' })).toEqual(['a']);
    expect(await names({ field: 'phone', op: 'is_not', value: '+79130000002' })).toEqual([
      'b',
      null,
    ]);
    expect(await names({ field: 'phone', op: 'empty' })).toEqual([null]);
    expect(await names({ field: 'maker', op: 'contains', value: 'ВЕРФ' })).toEqual(['b']);
    expect(await names({ field: 'name', op: 'is_not', value: 'a' })).toEqual(['b', null]);
    expect(await names({ not: { field: 'name', op: 'is', value: 'a' } })).toEqual(['b', null]);
  });

  test('shows rows by the reach of its reader', async () => {
    await putThings(world, [{ ownerStaffId: 1 }, { teamId: 7 }, { ownerStaffId: 2, teamId: 8 }]);
    const ids = async (as: typeof asAll) =>
      (await list({ columns: ['id'] }, as)).body.rows.map(({ id }) => id);
    expect(await ids(asAll)).toEqual([1, 2, 3]);
    expect(await ids(asTeam)).toEqual([1, 2]);
    expect(await ids(asOwn)).toEqual([1]);
  });

  test.each<[string, Partial<ListQuery>]>([
    ['a column that is not there', { columns: ['nothing'] }],
    ['a column that one may not see', { columns: ['secret'] }],
    ['a filter on such a column', { filter: { field: 'secret', op: 'not_empty' } }],
    ['an order by such a column', { sort: { field: 'secret', direction: 'asc' } }],
    ['groups by a sum', { groupBy: 'price' }],
  ])('is refused for %s', async (_, query) => {
    const { status, body } = await list({ columns: ['id'], ...query });
    expect([status, body.code]).toEqual([422, 'kernel.unknown_field']);
  });

  test('is recorded once a query, without the values compared', async () => {
    await putThings(world, [{ name: 'тайное' }, { name: 'тайное' }]);
    const query: ListQuery = {
      columns: ['id'],
      filter: { field: 'name', op: 'is', value: 'тайное' },
    };
    await sql`delete from personal_history`.execute(world.ctx.db);
    const before = await world.ctx.db
      .selectFrom('events')
      .select(sql`max(id)`.as('id'))
      .executeTakeFirst();
    const { body } = await list({ ...query, limit: 1 });
    await list({ ...query, limit: 1, cursor: body.nextCursor ?? '' });
    const events = await world.ctx.db
      .selectFrom('events')
      .leftJoin('personalHistory', 'personalHistory.eventId', 'events.id')
      .select(['type', 'facts', 'details'])
      .where('events.id', '>', Number(before?.id ?? 0))
      .execute();
    expect(events).toEqual([
      {
        type: 'things.listed',
        facts: { columns: ['id'], asked: ['name is'] },
        details: { filter: query.filter },
      },
    ]);
  });
});

test('fields tell what may be done with them', async () => {
  const { body } = await world.via(thingsApi)('GET /api/things/fields', {}, asAll);
  const byKey = new Map(body.fields.map((field) => [field.key, field]));
  expect(byKey.get('secret')).toBeUndefined();
  expect(byKey.get('attributes.colour')).toMatchObject({
    label: 'Цвет',
    isFast: true,
    groupable: true,
  });
  expect(byKey.get('price')).toMatchObject({ groupable: false, sortable: true, isFast: false });
});

test('counting tells how many match', async () => {
  await putThings(world, [{ name: 'a' }, { name: 'b' }, { name: 'a', isHidden: true }]);
  const filter = { field: 'name', op: 'is' as const, value: 'a' };
  const { body } = await world.via(thingsApi)('POST /api/things/count', { filter }, asAll);
  expect(body).toEqual({ count: 1, isEstimate: false });
});
