import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createSubscribersWorld, type SubscribersWorld } from '../../testing/subscribers.ts';
import { sendFile } from '../../testing/upload.ts';
import { housekeeping, runTick } from '../../kernel/runtime/worker.ts';
import { api as workApi } from '../../work/api.ts';
import { replayErasures } from './replay-erasures.ts';

let { world, me, call, add }: SubscribersWorld = {} as SubscribersWorld;
const erase = 'POST /api/subscribers/{id}/erase';

beforeAll(async () => {
  ({ world, me, call, add } = await createSubscribersWorld({ nickname: 'text' }));
});
afterAll(() => world.close());

const secret = 'Тайнова';

/** Somebody about whom much is known, under a name that nobody else has, merged with another. */
async function addKnown(): Promise<{ id: number; from: number }> {
  const id = await add({
    lastName: secret,
    firstName: 'Мария',
    status: 'prospect',
    note: `${secret} просила не звонить`,
    attributes: { nickname: secret },
    contacts: [
      { kind: 'email', value: 'tainova@example.ru', label: secret },
      { kind: 'phone', value: '+79137776655' },
    ],
    addresses: [{ text: `дом с вывеской ${secret}` }],
    documents: [{ kind: 'passport', number: `${secret} 1` }],
  });
  const from = await add({ displayName: `${secret} М.`, status: 'prospect' });
  const merge = { id, fromId: from, take: ['displayName' as const] };
  await call('POST /api/subscribers/{id}/merge', merge);
  await call('POST /api/subscribers/{id}/notes', { id, text: `${secret} довольна` });
  await call('POST /api/subscribers/{id}/needs', { id, kind: 'wish', text: `${secret} хочет IP` });
  await call('POST /api/households', {
    kind: 'household',
    name: `Семья ${secret}`,
    members: [{ subscriberId: id }],
  });
  const { body } = await call('GET /api/subscribers/{id}', { id });
  const scan = `/api/subscribers/${id}/documents/${body.documents[0]?.id ?? 0}/scan`;
  const content = `%PDF-1.7 ${secret}`;
  const file = { name: `${secret}.pdf`, type: 'application/pdf', content };
  await sendFile(world, scan, file, me.as);
  return { id, from };
}

/** What others typed and set while the person was here. */
async function mention(id: number): Promise<void> {
  const filter = { field: 'name', op: 'contains' as const, value: secret.slice(0, 5) };
  await call('POST /api/subscribers/list', { columns: ['name'], filter });
  const byPhone = { field: 'phone', op: 'is' as const, value: '8 (913) 777-66-55' };
  await call('POST /api/subscribers/list', { columns: ['name'], filter: byPhone });
  const view = { entity: 'subscribers', name: 'Мой вид', isShared: false };
  const views = world.via(workApi);
  await views(
    'POST /api/views',
    { ...view, state: { filter: { ...filter, value: secret } } },
    me.as,
  );
  await views('POST /api/views', { ...view, name: `Про ${secret}`, state: {} }, me.as);
  await views('POST /api/views', { ...view, name: 'Все', state: {} }, me.as);
  const fields = { attributes: { nickname: `${secret}а` } };
  await call('POST /api/subscribers/bulk-changes', { target: { ids: [id] }, fields });
}

/** Every row of every table of the operator in which a word stands. */
async function tablesWith(word: string): Promise<string[]> {
  const { rows: tables } = await world.ctx.pool.query<{ name: string }>(
    `select c.relname as name from pg_class c
     where c.relnamespace = $1::regnamespace and c.relkind = 'r' and not c.relispartition`,
    [world.ctx.operator.schema],
  );
  const found: string[] = [];
  for (const { name } of [...tables, { name: 'search_subscribers' }, { name: 'events' }]) {
    const { rows } = await world.ctx.pool.query(
      `select 1 from "${name}" t where t::text ilike '%' || $1 || '%' limit 1`,
      [word],
    );
    if (rows.length > 0) found.push(name);
  }
  return found;
}

test('nothing in the whole database names the person any more', async () => {
  const { id, from } = await addKnown();
  await mention(id);
  const held = ['subscribers', 'contacts', 'documents', 'needs', 'files', 'households'];
  expect(await tablesWith(secret)).toEqual(expect.arrayContaining(held));
  const name = `${secret} М.`;
  const done = await call(erase, { id, confirm: name, reason: 'request' });
  expect(done.body.erasedIds).toEqual([id, from]);
  await world.runJobs();
  // Words of the dictionary of slips die by themselves in a day.
  const mortal = ['search_words'];
  for (const word of [secret, secret.slice(0, 5), '913) 777']) {
    expect((await tablesWith(word)).filter((table) => !mortal.includes(table))).toEqual([]);
  }
  const views = await world.via(workApi)('GET /api/views', { entity: 'subscribers' }, me.as);
  expect(views.body.views.map((view) => view.name)).toEqual(['Все']);
  const card = await call('GET /api/subscribers/{id}', { id: from });
  expect(card.body).toMatchObject({ id, displayName: '', contacts: [], needs: [], documents: [] });
  expect(card.body.erasedAt).not.toBeNull();
});

test('an erased subscriber is not written to, and erasing again does no harm', async () => {
  const id = await add({ displayName: 'Раз Два', status: 'prospect' });
  const input = { id, confirm: ' раз  два ', reason: 'request' } as const;
  expect((await call(erase, input)).status).toBe(200);
  expect((await call(erase, input)).body.erasedIds).toEqual([id]);
  const note = await call('POST /api/subscribers/{id}/notes', { id, text: 'ещё' });
  expect(note).toMatchObject({ status: 410, body: { code: 'subscribers.erased' } });
});

test('a write repeated with its key after the erasure does nothing and says so', async () => {
  const input = { kind: 'person' as const, lastName: 'Повторова', status: 'prospect' as const };
  const keyed = { ...me.as, 'idempotency-key': 'once' };
  const note = { ...input, addresses: [{ text: 'дом с вывеской Повторова' }] };
  const { body } = await call('POST /api/subscribers', note, keyed);
  expect(body.rawAddresses).toEqual(['дом с вывеской Повторова']);
  await call(erase, { id: body.id, confirm: 'Повторова', reason: 'request' });
  const again = await call('POST /api/subscribers', note, keyed);
  expect([again.status, again.body.code]).toEqual([409, 'kernel.answered_once']);
});

test('what was typed into a filter is forgotten after half a year', async () => {
  const filter = { field: 'name', op: 'contains' as const, value: 'Неведомова' };
  await call('POST /api/subscribers/list', { columns: ['name'], filter });
  expect(await tablesWith('Неведомова')).toEqual(['personal_history']);
  world.clock.advance({ seconds: 181 * 86_400 });
  await runTick(world.ctx, housekeeping);
  world.clock.advance({ seconds: -181 * 86_400 });
  expect(await tablesWith('Неведомова')).toEqual([]);
});

test('one left behind under an erased root is erased with it when asked again', async () => {
  const id = await add({ displayName: 'Корень', status: 'prospect' });
  const member = await add({ displayName: 'Оставшийся', status: 'prospect' });
  await call(erase, { id, confirm: 'Корень', reason: 'request' });
  const under = { mergedIntoId: id, rootId: id };
  await world.ctx.db.updateTable('subscribers').set(under).where('id', '=', member).execute();
  const again = await call(erase, { id: member, confirm: String(id), reason: 'request' });
  expect(again.body.erasedIds).toEqual([id, member]);
  expect(await tablesWith('Оставшийся')).toEqual(['search_words']);
});

test('the name must be typed, and the law’s time of keeping be over or waived', async () => {
  const id = await add({ displayName: 'Бывший', status: 'left', leftOn: '2025-01-10' });
  const mistyped = await call(erase, { id, confirm: 'Бывшая', reason: 'request' });
  expect(mistyped.body.code).toBe('subscribers.erase_not_confirmed');
  const input = { id, confirm: 'Бывший', reason: 'request' } as const;
  const early = await call(erase, input);
  expect(early.body.code).toBe('subscribers.retention_not_over');
  expect(early.body.title).toContain('2028-01-10');
  expect((await call(erase, { ...input, isBeforeRetention: true })).status).toBe(200);
});

test('a day of leaving far ahead neither ends the time of keeping nor is taken', async () => {
  const id = await add({ displayName: 'Вечный', status: 'left' });
  const far = await call('PATCH /api/subscribers/{id}', { id, version: 1, leftOn: '9998-01-01' });
  expect(far.body.fields?.['leftOn']).toContain('десять лет');
  // An import may have brought it.
  const { db } = world.ctx;
  await db.updateTable('subscribers').set({ leftOn: '9998-01-01' }).where('id', '=', id).execute();
  const early = await call(erase, { id, confirm: 'Вечный', reason: 'request' });
  expect(early.body.code).toBe('subscribers.retention_not_over');
});

test('of a customer it is said that they are one', async () => {
  const id = await add({ displayName: 'Нынешняя', status: 'active' });
  const input = { id, confirm: 'Нынешняя', reason: 'request' } as const;
  expect((await call(erase, input)).body.code).toBe('subscribers.still_customer');
  const mistake = { ...input, reason: 'entered_by_mistake' } as const;
  expect((await call(erase, mistake)).status).toBe(200);
});

test('a restored backup that still holds the person is erased again, and nobody else', async () => {
  const id = await add({ displayName: 'Забытая', status: 'prospect' });
  const namesake = await add({ displayName: 'Прежняя', status: 'prospect' });
  await call(erase, { id, confirm: 'Забытая', reason: 'request' });
  await world.runJobs();
  const lines = await readFile(world.ctx.files.erasures, 'utf8');
  expect(lines).toContain(`"subscriberId":${id},`);
  const back = { displayName: 'Забытая', erasedAt: null };
  await world.ctx.db.updateTable('subscribers').set(back).where('id', '=', id).execute();
  expect(await replayErasures(world.ctx)).toBe(1);
  expect(await replayErasures(world.ctx)).toBe(0);
  const gone = await call('GET /api/subscribers/{id}', { id });
  expect(gone.body.displayName).toBe('');
  // Another base may use the same number for somebody else, entered at another time.
  const other = { ...back, displayName: 'Другая', createdAt: new Date('2020-01-01') };
  await world.ctx.db.updateTable('subscribers').set(other).where('id', '=', id).execute();
  expect(await replayErasures(world.ctx)).toBe(0);
  const kept = await call('GET /api/subscribers/{id}', { id: namesake });
  expect(kept.body.displayName).toBe('Прежняя');
});
