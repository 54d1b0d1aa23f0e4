import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { signedIn } from '../../testing/staff.ts';
import { createSubscribersWorld, type SubscribersWorld } from '../../testing/subscribers.ts';

let { world, me, call, add }: SubscribersWorld = {} as SubscribersWorld;
const change = 'POST /api/subscribers/bulk-changes';
const undo = 'POST /api/subscribers/bulk-changes/{id}/undo';

beforeAll(async () => {
  ({ world, me, call, add } = await createSubscribersWorld({
    colour: 'text',
    plan: 'text',
    checked: 'boolean',
  }));
});
afterAll(() => world.close());

const card = async (id: number) => (await call('GET /api/subscribers/{id}', { id })).body;

test('those ticked are changed, each with its own line of history', async () => {
  const ids = [
    await add({ status: 'active', attributes: { colour: 'red', plan: 'home' } }),
    await add({ status: 'suspended', ownerStaffId: me.staffId }),
  ];
  const other = await add({ status: 'active' });
  const fields = {
    status: 'suspended' as const,
    ownerStaffId: me.staffId,
    attributes: { colour: null, checked: true },
  };
  const { status, body } = await call(change, { target: { ids }, fields });
  expect([status, body]).toEqual([201, { id: body.id, state: 'done', changed: 2, kept: 0 }]);
  const [first, second] = [await card(ids[0]!), await card(ids[1]!)];
  expect(first).toMatchObject({
    status: 'suspended',
    owner: { id: me.staffId },
    attributes: { plan: 'home', checked: true },
    version: 2,
  });
  expect(second.attributes).toEqual({ checked: true });
  expect((await card(other)).status).toBe('active');
  const { body: past } = await call('GET /api/subscribers/{id}/timeline', { id: ids[1]! });
  expect(past.entries[0]).toMatchObject({
    type: 'subscribers.changed',
    facts: { fields: ['attributes.checked'] },
    details: { before: { 'attributes.checked': null }, after: { 'attributes.checked': true } },
  });
});

test('all that match a filter are changed, and nobody that one may only see', async () => {
  const mine = await signedIn(world, {
    permissions: { 'subscribers.view': 'all', 'subscribers.edit': 'own' },
  });
  const own = await add({ taxNumber: '77', ownerStaffId: mine.staffId });
  const foreign = await add({ taxNumber: '77' });
  const target = { filter: { field: 'taxNumber', op: 'is' as const, value: '77' } };
  const { body } = await call(change, { target, fields: { status: 'left' } }, mine.as);
  expect(body.changed).toBe(1);
  expect((await card(own)).status).toBe('left');
  expect((await card(foreign)).status).not.toBe('left');
});

const addMany = (name: string) =>
  sql`
    with ids as (select nextval('subscribers_id_seq') as id from generate_series(1, 2500))
    insert into subscribers (id, kind, display_name, root_id, external_id, created_at, updated_at)
    overriding system value
    select id, 'person', 'Массовый ' || id, id, ${name} || id, now(), now() from ids`.execute(
    world.ctx.db,
  );

test('more than a thousand go on by a job, and are taken back the same way', async () => {
  await addMany('bulk ');
  const target = { filter: { field: 'externalId', op: 'starts' as const, value: 'bulk' } };
  const { body } = await call(change, { target, fields: { teamId: await team() } });
  expect(body).toMatchObject({ state: 'running', changed: 1000 });
  expect((await call(undo, { id: body.id })).body.code).toBe('work.bulk_change_running');
  // Whoever comes to match it now was not meant.
  await add({ externalId: 'bulk late' });
  await world.runJobs();
  const progress = await call('GET /api/subscribers/bulk-changes/{id}', { id: body.id });
  expect(progress.body).toMatchObject({ state: 'done', changed: 2500 });
  expect(await inTeams()).toBe(2500);
  await call(undo, { id: body.id });
  await world.runJobs();
  const undone = await call('GET /api/subscribers/bulk-changes/{id}', { id: body.id });
  expect(undone.body).toMatchObject({ state: 'undone', changed: 2500, kept: 0 });
  expect(await inTeams()).toBe(0);
});

test('one that was given up is taken up again, or ends where it stands and is taken back', async () => {
  await addMany('lost ');
  const target = { filter: { field: 'externalId', op: 'starts' as const, value: 'lost' } };
  const begin = async (note: string) =>
    (await call(change, { target, fields: { attributes: { plan: note } } })).body.id;
  const giveUp = () => sql`delete from job where name = 'work.bulk_change'`.execute(world.ctx.db);
  const sweep = async () => {
    world.clock.advance({ seconds: 31 * 60 });
    await world.tick('work.bulk_changes');
  };
  const standing = async (id: number) =>
    (await call('GET /api/subscribers/bulk-changes/{id}', { id })).body;
  const first = await begin('one');
  await giveUp();
  await sweep();
  await world.runJobs();
  expect(await standing(first)).toMatchObject({ state: 'done', changed: 2500 });
  const second = await begin('two');
  for (let times = 0; times < 4; times += 1) {
    expect(await standing(second)).toMatchObject({ state: 'running', changed: 1000 });
    await giveUp();
    await sweep();
  }
  expect(await standing(second)).toMatchObject({ state: 'stopped', changed: 1000 });
  await world.runJobs();
  await call(undo, { id: second });
  await world.runJobs();
  expect(await standing(second)).toMatchObject({ state: 'undone', changed: 1000, kept: 0 });
});

async function inTeams(): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*) as count from subscribers where team_id is not null`.execute(world.ctx.db);
  return rows[0]?.count ?? 0;
}

async function team(): Promise<number> {
  const { teamId } = await signedIn(world, { team: 'Западная' });
  return teamId ?? 0;
}

test.each([
  ['nothing to change', {}, 'kernel.invalid_input'],
  ['an owner who is not there', { ownerStaffId: 999_999 }, 'subscribers.no_such_owner'],
])('%s is refused', async (_, fields, code) => {
  const { body } = await call(change, { target: { ids: [1] }, fields });
  expect(body.code).toBe(code);
});

test('a filter that does not fit the list is refused', async () => {
  const target = { filter: { field: 'nothing', op: 'is' as const, value: 1 } };
  const { body } = await call(change, { target, fields: { status: 'left' } });
  expect(body.code).toBe('kernel.unknown_field');
});
