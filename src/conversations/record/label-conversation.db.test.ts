import { afterAll, beforeAll, expect, test } from 'vitest';
import { signedIn } from '../../testing/staff.ts';
import { createWorld, type World } from '../../testing/world.ts';
import { api as workApi } from '../../work/api.ts';
import { api } from '../api.ts';
import { ask } from '../testing/desk.ts';

let world: World;
beforeAll(async () => {
  world = await createWorld();
});
afterAll(() => world.close());

test('a label narrows the queue, page by page, and stands in the history', async () => {
  const call = world.via({ ...api, ...workApi });
  const { as } = await signedIn(world);
  const { id: labelId } = (await call('POST /api/labels', { name: 'Авария' }, as)).body;
  const ids = [await ask(world), await ask(world), await ask(world)];
  const label = (id: number) =>
    call('PUT /api/conversations/{id}/labels', { id, add: [labelId] }, as);
  for (const id of [ids[0]!, ids[2]!]) expect((await label(id)).status).toBe(200);
  await label(ids[0]!);

  const first = await call('GET /api/conversations', { labelId, limit: 1 }, as);
  expect(first.body.rows).toMatchObject([{ id: ids[0], labels: [{ name: 'Авария' }] }]);
  const cursor = first.body.next!;
  const second = await call('GET /api/conversations', { labelId, limit: 1, cursor }, as);
  expect(second.body).toMatchObject({ rows: [{ id: ids[2] }], next: null });

  await call('PUT /api/conversations/{id}/labels', { id: ids[0]!, remove: [labelId] }, as);
  const { body } = await call('GET /api/conversations/{id}', { id: ids[0]! }, as);
  expect(body).toMatchObject({ labels: [], version: 1 });
  const steps = body.history.filter(({ type }) => type === 'conversations.labelled');
  expect(steps.map(({ facts }) => [facts['added'], facts['removed']])).toEqual([
    [['Авария'], []],
    [[], ['Авария']],
  ]);
});
