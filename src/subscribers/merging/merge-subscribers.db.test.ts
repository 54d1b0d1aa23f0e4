import { afterAll, beforeAll, expect, test } from 'vitest';
import { signedIn } from '../../testing/staff.ts';
import { createSubscribersWorld, type SubscribersWorld } from '../../testing/subscribers.ts';

let { world, call, add }: SubscribersWorld = {} as SubscribersWorld;
const merge = 'POST /api/subscribers/{id}/merge';

beforeAll(async () => {
  ({ world, call, add } = await createSubscribersWorld({ plan: 'text', paperless: 'boolean' }));
});
afterAll(() => world.close());

test('the old number opens the successor, which has the rows of both', async () => {
  const into = await add({ contacts: [{ kind: 'phone', value: '+79131110001' }] });
  const from = await add({
    contacts: [{ kind: 'phone', value: '+79131110002' }],
    addresses: [{ text: 'Ленина 5-6' }],
  });
  await call('POST /api/subscribers/{id}/notes', { id: from, text: 'старая заметка' });
  expect((await call(merge, { id: into, fromId: from })).status).toBe(200);
  const { body } = await call('GET /api/subscribers/{id}', { id: from });
  expect(body.id).toBe(into);
  expect(body.merged).toMatchObject([{ id: from, mergedBy: 'Смирнова Вера' }]);
  expect(body.contacts.map((contact) => contact.value)).toEqual(['+79131110001', '+79131110002']);
  expect(body.addresses).toHaveLength(1);
  const timeline = await call('GET /api/subscribers/{id}/timeline', { id: into });
  const texts = timeline.body.entries.map((entry) => entry.details?.['text']);
  expect(texts).toContain('старая заметка');
});

test('chosen fields come from the other, all others stay', async () => {
  const into = await add({ displayName: 'Котова А.', note: 'своя', attributes: { plan: 'home' } });
  const from = await add({
    displayName: 'Котова Анна',
    note: 'чужая',
    birthOn: '1988-04-12',
    attributes: { plan: 'gaming', paperless: true },
  });
  const take = ['displayName', 'birthOn', 'attributes.paperless'];
  await call(merge, { id: into, fromId: from, take });
  const { body } = await call('GET /api/subscribers/{id}', { id: into });
  expect(body).toMatchObject({
    displayName: 'Котова Анна',
    birthOn: '1988-04-12',
    note: 'своя',
    attributes: { plan: 'home', paperless: true },
  });
});

test('a chain of merges has one root, and every number of it opens that', async () => {
  const [first, second, third] = [await add(), await add(), await add()];
  await call(merge, { id: second, fromId: first });
  await call(merge, { id: third, fromId: second });
  for (const id of [first, second, third]) {
    const { body } = await call('GET /api/subscribers/{id}', { id });
    expect(body.id).toBe(third);
  }
});

test('the search knows the cluster by its root alone, by the words of both', async () => {
  const into = await add({ displayName: 'Первая Мария' });
  const from = await add({ contacts: [{ kind: 'phone', value: '+79131110003' }] });
  await call(merge, { id: into, fromId: from });
  const entries = await world.ctx.db
    .selectFrom('searchEntries')
    .select(['refId', 'words'])
    .where('kind', '=', 'subscriber')
    .where('refId', 'in', [into, from])
    .execute();
  expect(entries.map((entry) => entry.refId)).toEqual([into]);
  expect(entries[0]?.words).toContain("'79131110003'");
});

test('what makes no sense is refused with its reason', async () => {
  const [one, two, three] = [await add(), await add(), await add()];
  const itself = await call(merge, { id: one, fromId: one });
  expect(itself.body.code).toBe('subscribers.merge_into_itself');
  await call(merge, { id: one, fromId: two });
  const cycle = await call(merge, { id: two, fromId: one });
  expect(cycle.body.code).toBe('subscribers.merged_already');
  const again = await call(merge, { id: three, fromId: two });
  expect(again.body.code).toBe('subscribers.already_merged');
  expect(again.body.title).toContain(String(two));
  const intoMerged = await call(merge, { id: two, fromId: three });
  expect(intoMerged.body.code).toBe('subscribers.already_merged');
});

test.each(['crosswise', 'one after another', 'into two'])(
  'of two merges at once (%s) none is lost and none makes a circle',
  async (how) => {
    const [a, b, c] = [await add(), await add(), await add()];
    const second = {
      crosswise: { id: a, fromId: b },
      'one after another': { id: c, fromId: b },
      'into two': { id: c, fromId: a },
    }[how] ?? { id: 0, fromId: 0 };
    const both = await Promise.all([call(merge, { id: b, fromId: a }), call(merge, second)]);
    const statuses = both.map((answer) => answer.status).toSorted((x, y) => x - y);
    expect(['200,200', '200,409']).toContain(statuses.join());
    const rows = await world.ctx.db
      .selectFrom('subscribers')
      .select(['id', 'mergedIntoId', 'rootId'])
      .where('id', 'in', [a, b, c])
      .execute();
    const of = new Map(rows.map((row) => [row.id, row]));
    for (const row of rows) {
      let top = row;
      for (let step = 0; top.mergedIntoId !== null && step < 3; step += 1) {
        top = of.get(top.mergedIntoId) ?? top;
      }
      expect(row.rootId).toBe(top.id);
      expect(top.mergedIntoId).toBeNull();
    }
  },
);

test('merging needs its own permission, and both within reach', async () => {
  const [into, from] = [await add(), await add()];
  const editor = await signedIn(world, { permissions: ['subscribers.view', 'subscribers.edit'] });
  expect((await call(merge, { id: into, fromId: from }, editor.as)).status).toBe(403);
  const narrow = await signedIn(world, { permissions: { 'subscribers.merge': 'own' } });
  expect((await call(merge, { id: into, fromId: from }, narrow.as)).status).toBe(404);
});
