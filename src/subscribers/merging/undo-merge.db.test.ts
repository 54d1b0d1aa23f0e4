import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { patienceMs, runs } from '../../testing/proof.ts';
import { createSubscribersWorld, type SubscribersWorld } from '../../testing/subscribers.ts';

let { world, call, add }: SubscribersWorld = {} as SubscribersWorld;
const merge = 'POST /api/subscribers/{id}/merge';
const undo = 'POST /api/subscribers/merges/{mergeId}/undo';

beforeAll(async () => {
  ({ world, call, add } = await createSubscribersWorld({ plan: 'text', city: 'text' }));
});
afterAll(() => world.close());

async function exported(id: number): Promise<unknown> {
  const { body } = await call('GET /api/subscribers/{id}/personal-data', { id, format: 'json' });
  return (body as unknown as { sections: unknown }).sections;
}

test('both are again what they were, and an export shows again what it showed', async () => {
  const into = await add({ displayName: 'Котова А.', note: 'своя' });
  const from = await add({
    displayName: 'Котова Анна',
    contacts: [{ kind: 'phone', value: '+79131110001' }],
    attributes: { plan: 'gaming' },
  });
  const before = [await exported(into), await exported(from)];
  const take = ['displayName', 'note', 'attributes.plan'];
  const merged = await call(merge, { id: into, fromId: from, take });
  expect(await exported(into)).not.toEqual(before[0]);
  expect((await call(undo, { mergeId: merged.body.mergeId })).status).toBe(200);
  expect([await exported(into), await exported(from)]).toEqual(before);
  const { body } = await call('GET /api/subscribers/{id}', { id: from });
  expect(body).toMatchObject({ id: from, merged: [] });
});

test('what was edited since is asked about, and goes as decided', async () => {
  const into = await add({ note: 'своя', taxNumber: '1' });
  const from = await add({ note: 'чужая', taxNumber: '2' });
  const { body: merged } = await call(merge, {
    id: into,
    fromId: from,
    take: ['note', 'taxNumber'],
  });
  const { mergeId, version } = merged;
  await call('PATCH /api/subscribers/{id}', { id: into, version, note: 'новая', taxNumber: '3' });
  const preview = await call('GET /api/subscribers/merges/{mergeId}', { mergeId });
  expect(preview.body.edited).toMatchObject([
    { field: 'note', now: 'новая', before: 'своя' },
    { field: 'taxNumber', now: '3', before: '1' },
  ]);
  const asked = await call(undo, { mergeId });
  expect(asked.body.code).toBe('subscribers.edited_since');
  expect(Object.keys(asked.body.fields ?? {})).toEqual(['note', 'taxNumber']);
  await call(undo, { mergeId, keep: ['note'], putBack: ['taxNumber'] });
  const { body } = await call('GET /api/subscribers/{id}', { id: into });
  expect(body).toMatchObject({ note: 'новая', taxNumber: '1' });
});

test('what was added since stays, unless it is moved', async () => {
  const [into, from] = [await add(), await add()];
  const { body: merged } = await call(merge, { id: into, fromId: from });
  const { mergeId } = merged;
  world.clock.advance({ seconds: 60 });
  const path = 'POST /api/subscribers/{id}/contacts';
  await call(path, { id: into, kind: 'phone', value: '+79131110005' });
  await call(path, { id: from, kind: 'phone', value: '+79131110006' });
  const preview = await call('GET /api/subscribers/merges/{mergeId}', { mergeId });
  expect(preview.body.addedSince.map(({ text }) => text)).toEqual(['+79131110005', '+79131110006']);
  const move = preview.body.addedSince.slice(1).map(({ kind, id }) => ({ kind, id }));
  await call(undo, { mergeId, move });
  const cards = await Promise.all(
    [into, from].map((id) => call('GET /api/subscribers/{id}', { id })),
  );
  const phones = cards.map(({ body }) => body.contacts.map(({ value }) => value));
  expect(phones).toEqual([['+79131110005'], ['+79131110006']]);
});

test('each has a primary of each kind again, whatever was chosen meanwhile', async () => {
  const known = (end: string) => ({
    contacts: [{ kind: 'phone', value: `+7913222000${end}` }],
    addresses: [{ text: `Мира ${end}-1` }],
  });
  const [into, from] = [await add(known('1')), await add(known('2'))];
  const { mergeId } = (await call(merge, { id: into, fromId: from })).body;
  world.clock.advance({ seconds: 60 });
  const phone = { kind: 'phone' as const, value: '+79132220003', isPrimary: true };
  await call('POST /api/subscribers/{id}/contacts', { id: into, ...phone });
  const address = { text: 'Мира 3-1', isPrimary: true };
  await call('POST /api/subscribers/{id}/addresses', { id: into, ...address });
  const { body } = await call('GET /api/subscribers/merges/{mergeId}', { mergeId });
  const move = body.addedSince.filter(({ kind }) => kind === 'contact');
  await call(undo, { mergeId, move });
  const cards = await Promise.all(
    [into, from].map((id) => call('GET /api/subscribers/{id}', { id })),
  );
  const primary = cards.map(({ body: card }) =>
    [...card.contacts, ...card.addresses].flatMap((one) => {
      if (!one.isPrimary) return [];
      return 'text' in one ? (/д\. (\d)/.exec(one.text)?.[1] ?? one.text) : one.value;
    }),
  );
  expect(primary).toEqual([
    ['+79132220001', '3'],
    ['+79132220003', '2'],
  ]);
});

test('a merge is undone once, also when two ask at once', async () => {
  const [into, from] = [await add(), await add()];
  const { body: merged } = await call(merge, { id: into, fromId: from });
  const { mergeId } = merged;
  const both = await Promise.all([call(undo, { mergeId }), call(undo, { mergeId })]);
  expect(both.map(({ status }) => status).toSorted((x, y) => x - y)).toEqual([200, 404]);
});

const step = fc.record({
  into: fc.nat(4),
  from: fc.nat(4),
  take: fc.subarray(['displayName', 'note', 'birthOn', 'attributes.plan', 'attributes.city']),
  /** Undoes one of the merges made so far instead. */
  undoes: fc.option(fc.nat(20), { nil: null }),
});

test(
  'merged and undone in whatever order, undoing all restores everything',
  async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(step, { maxLength: 8 }),
        fc.array(fc.nat(20)),
        async (steps, order) => {
          const ids = [];
          for (const at of [0, 1, 2, 3, 4]) {
            const own = { plan: at % 2 ? 'home' : 'gaming', ...(at > 2 && { city: 'Томск' }) };
            ids.push(
              await add({ note: `заметка ${at}`, attributes: own, birthOn: `198${at}-01-01` }),
            );
          }
          const before = await rowsOf(ids);
          const made: number[] = [];
          for (const { into, from, take, undoes } of steps) {
            const undone = undoes === null ? undefined : made[undoes % Math.max(made.length, 1)];
            if (undone !== undefined) await undoOne(made, undone);
            const input = { id: ids[into] ?? 0, fromId: ids[from] ?? 0, take };
            const { status, body } = await call(merge, input);
            if (status === 200) made.push(body.mergeId);
            await expectOneRootEach(ids);
          }
          for (const at of [...order, ...made.map(() => 0)]) {
            const next = made[at % Math.max(made.length, 1)];
            if (next !== undefined) await undoOne(made, next);
          }
          expect(await rowsOf(ids)).toEqual(before);
        },
      ),
      { numRuns: runs(12, 200), seed: 20_260_302 },
    );
  },
  patienceMs(120),
);

async function undoOne(made: number[], mergeId: number): Promise<void> {
  const { status } = await call(undo, { mergeId });
  expect(status).toBe(200);
  made.splice(made.indexOf(mergeId), 1);
}

function rowsOf(ids: number[]): Promise<unknown> {
  return world.ctx.db
    .selectFrom('subscribers')
    .select(['id', 'displayName', 'note', 'birthOn', 'attributes', 'mergedIntoId', 'rootId'])
    .where('id', 'in', ids)
    .orderBy('id')
    .execute();
}

async function expectOneRootEach(ids: number[]): Promise<void> {
  const rows = (await rowsOf(ids)) as { id: number; mergedIntoId: number | null; rootId: number }[];
  const of = new Map(rows.map((row) => [row.id, row]));
  for (const row of rows) {
    const next = row.mergedIntoId === null ? undefined : of.get(row.mergedIntoId);
    expect(row.rootId).toBe(next?.rootId ?? row.id);
  }
}
