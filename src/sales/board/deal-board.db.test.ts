import { afterAll, beforeAll, expect, test } from 'vitest';
import { type SignedIn, signedIn } from '../../testing/staff.ts';
import { createWorld, type World } from '../../testing/world.ts';
import { api } from '../api.ts';

let world: World;
let boss: SignedIn;
let stages: { id: number; name: string }[];

beforeAll(async () => {
  world = await createWorld();
  boss = await signedIn(world);
  stages = (await call('GET /api/pipelines')).body.pipelines[0]?.stages ?? [];
});
afterAll(() => world.close());

const untyped = () => world.via(api);
const call = ((key, input, as = boss.as) => untyped()(key, input, as)) as ReturnType<
  typeof untyped
>;

async function open(name: string, fields: Record<string, unknown> = {}): Promise<number> {
  world.clock.advance({ seconds: 1 });
  return (await call('POST /api/deals', { name, ...fields })).body.id;
}

test('a board shows each stage with its sums, the latest to enter first, page after page', async () => {
  const first = await open('Первый', { monthlyMinor: 50_000, onceMinor: 100_000 });
  const ids = [first];
  for (let at = 0; at < 60; at += 1) ids.push(await open(`Сделка ${at}`, { monthlyMinor: 10_000 }));
  const won = ids.pop() ?? 0;
  await call('POST /api/deals/{id}/win', { id: won, version: 1 });
  const { body } = await call('GET /api/deal-board');
  const stageId = stages[0]?.id ?? 0;
  expect(body.sums).toHaveLength(stages.length);
  expect(body.sums[0]).toEqual({
    stageId,
    count: 60,
    isMore: false,
    lateCount: 0,
    monthlyMinor: 50_000 + 59 * 10_000,
    onceMinor: 100_000,
  });
  const [column] = body.columns;
  expect(column?.deals.map(({ id }) => id)).toEqual(ids.toReversed().slice(0, 50));
  const cursor = column?.nextCursor ?? '';
  const rest = await call('GET /api/deal-board/{stageId}', { stageId, cursor });
  expect(rest.body.deals.map(({ id }) => id)).toEqual(ids.toReversed().slice(50));
  expect(rest.body.nextCursor).toBeNull();
  // What is late stands first, the longest above, on each page as of the first.
  const due = (at: string, which: number[]) =>
    world.ctx.pool.query(`update deals set due_at = opened_at + $1::interval where id = any($2)`, [
      at,
      which,
    ]);
  await due('1 hour', ids.slice(0, 55));
  await due('1 minute', ids.slice(7, 8));
  await due('3 hours', ids.slice(58, 59));
  world.clock.advance({ seconds: 7200 });
  const late = (await call('GET /api/deal-board')).body.columns[0];
  const longest = [...ids.slice(7, 8), ...ids.slice(0, 7), ...ids.slice(8, 55)];
  expect(late?.deals.map(({ id }) => id)).toEqual(longest.slice(0, 50));
  world.clock.advance({ seconds: 7200 });
  const next = { stageId, cursor: late?.nextCursor ?? '' };
  const further = await call('GET /api/deal-board/{stageId}', next);
  const others = ids.slice(55).toReversed();
  expect(further.body.deals.map(({ id }) => id)).toEqual([...longest.slice(50), ...others]);
  const bad = await call('GET /api/deal-board/{stageId}', { stageId, cursor: 'x' });
  expect(bad.body.code).toBe('kernel.bad_cursor');
});

test('a card that has moved comes back in its new stage, one that is closed does not', async () => {
  const { body } = await call('GET /api/deal-board');
  const { pipelineId } = body;
  const [moved, lost] = body.columns[0]?.deals ?? [];
  const stageId = stages[1]?.id ?? 0;
  const id = moved?.id ?? 0;
  await call('POST /api/deals/{id}/move', { id, version: 1, stageId, phone: '+79135552001' });
  await call('POST /api/deals/{id}/win', { id: lost?.id ?? 0, version: 1 });
  const ids = [id, lost?.id ?? 0];
  const after = await call('POST /api/deal-board/cards', { pipelineId, ids });
  expect(after.body.deals).toMatchObject([{ id, stageId, version: 2 }]);
  expect(after.body.sums.map(({ count }) => count)).toEqual([58, 1, 0, 0, 0]);
});

/** Ids of a column, page after page. */
async function columnOf(stageId: number): Promise<number[]> {
  const { columns } = (await call('GET /api/deal-board')).body;
  let page = columns.find((column) => column.stageId === stageId);
  const ids: number[] = [];
  for (;;) {
    ids.push(...(page?.deals ?? []).map(({ id }) => id));
    const cursor = page?.nextCursor ?? null;
    if (cursor === null) return ids;
    const { body } = await call('GET /api/deal-board/{stageId}', { stageId, cursor });
    page = { stageId, ...body };
  }
}

test('of two who move one card one wins and the other is told, and cards keep one order', async () => {
  const mate = await signedIn(world, { permissions: ['sales.work'] });
  const [from = 0, near = 0, far = 0] = stages.map(({ id }) => id);
  const waiting = await columnOf(from);
  const before = await columnOf(near);
  expect(waiting.length).toBeGreaterThan(50);
  const filled = { phone: '+79135552002', address: 'Мира, 5', wanted: 'Игры' };
  // The clock stands still: all of them enter at the same moment.
  const races = await Promise.all(
    waiting.map(async (id) => {
      const move = (stageId: number, { as }: SignedIn) =>
        call('POST /api/deals/{id}/move', { id, version: 1, stageId, ...filled }, as);
      return { id, answers: await Promise.all([move(near, boss), move(far, mate)]) };
    }),
  );
  const won = new Map<number, number>();
  for (const { id, answers } of races) {
    const [one, other] = answers;
    won.set(id, one.status === 200 ? near : far);
    const late = one.status === 200 ? other : one;
    expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 409]);
    expect(late.body).toMatchObject({ code: 'sales.changed_meanwhile' });
  }
  expect(await columnOf(from)).toEqual([]);
  const cards = [...(await columnOf(near)), ...(await columnOf(far))];
  expect(cards.toSorted((a, b) => a - b)).toEqual(
    [...waiting, ...before].toSorted((a, b) => a - b),
  );
  for (const stageId of [near, far]) {
    const there = waiting.filter((id) => won.get(id) === stageId);
    const all = stageId === near ? [...there, ...before] : there;
    expect(await columnOf(stageId)).toEqual(all.toSorted((a, b) => b - a));
  }
  // Whoever was told goes on from what stands now.
  const [id = 0] = waiting;
  const stageId = won.get(id) === near ? far : near;
  expect((await call('POST /api/deals/{id}/move', { id, version: 2, stageId })).status).toBe(200);
});

test('one’s own alone, where that is asked for', async () => {
  const mine = await signedIn(world, { permissions: ['sales.work'] });
  const made = await call('POST /api/deals', { name: 'Моя' }, mine.as);
  const { body } = await call('GET /api/deal-board', { isMine: true }, mine.as);
  const shown = body.columns.flatMap(({ deals }) => deals.map(({ id }) => id));
  expect(shown).toEqual([made.body.id]);
  const late = await call('GET /api/deal-board', { isMine: true, isLate: true }, mine.as);
  expect(late.body.sums.every(({ count }) => count === 0)).toBe(true);
});
