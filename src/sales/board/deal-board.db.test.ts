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

test('one’s own alone, where that is asked for', async () => {
  const mine = await signedIn(world, { permissions: ['sales.work'] });
  const made = await call('POST /api/deals', { name: 'Моя' }, mine.as);
  const { body } = await call('GET /api/deal-board', { isMine: true }, mine.as);
  const shown = body.columns.flatMap(({ deals }) => deals.map(({ id }) => id));
  expect(shown).toEqual([made.body.id]);
  const late = await call('GET /api/deal-board', { isMine: true, isLate: true }, mine.as);
  expect(late.body.sums.every(({ count }) => count === 0)).toBe(true);
});
