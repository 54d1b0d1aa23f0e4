import { afterAll, beforeAll, expect, test } from 'vitest';
import { api as subscribersApi } from '../../subscribers/api.ts';
import { addAccount } from '../../testing/accounts.ts';
import { openSaveDesk, type SaveDesk } from '../testing/save-desk.ts';

let desk: SaveDesk;

beforeAll(async () => {
  desk = await openSaveDesk();
  await desk.world.hear();
});
afterAll(() => desk.world.close());

const call = ((key, input, as) => desk.call(key, input, as)) as SaveDesk['call'];
const read = async (id: number) => (await call('GET /api/cases/{id}', { id })).body;
const exitOf = async (id: number) => (await call('GET /api/cases/{id}/exit', { id })).body;

async function merge(fromId: number, intoId: number): Promise<void> {
  const people = desk.world.via(subscribersApi);
  const input = { id: intoId, fromId, take: [] };
  const { status } = await people('POST /api/subscribers/{id}/merge', input, desk.me.as);
  expect(status).toBe(200);
  await desk.world.hear();
}

/** @param isHeard whether it is told of at once */
async function unmerge(fromId: number, isHeard = true): Promise<void> {
  const { rows } = await desk.world.ctx.pool.query<{ id: number }>(
    'select id from subscriber_merges where from_id = $1 and undone_at is null',
    [fromId],
  );
  const input = { mergeId: rows[0]?.id ?? 0, keep: [], putBack: [], move: [] };
  const people = desk.world.via(subscribersApi);
  const undone = await people('POST /api/subscribers/merges/{mergeId}/undo', input, desk.me.as);
  expect(undone.status).toBeLessThan(300);
  if (isHeard) await desk.world.hear();
}

async function addOther(): Promise<{ subscriberId: number; accountId: number }> {
  const subscriberId = await desk.add();
  const numbers = { number: `61-${subscriberId}`, contractNumber: `Д-61-${subscriberId}` };
  return { subscriberId, accountId: await addAccount(desk.world, subscriberId, numbers) };
}

const stateOf = (accountId: number) =>
  desk.world.ctx.db.selectFrom('accounts').select('state').where('id', '=', accountId).execute();

test('nobody’s account is left by another’s application, though one of them had no case', async () => {
  for (const isHeard of [true, false]) {
    const other = await addOther();
    const { id, version, subscriberId, accountId } = await desk.begin(desk.reasons.move);
    await merge(other.subscriberId, subscriberId);
    await call('POST /api/cases/{id}/exit', { id, version, endsOn: desk.today() });
    expect((await exitOf(id)).exit?.accounts).toHaveLength(2);
    await unmerge(other.subscriberId, isHeard);
    // Before it is told of as well.
    desk.world.clock.advance({ seconds: 86_400 });
    await desk.world.tick('retention.exits');
    expect((await exitOf(id)).exit?.accounts).toMatchObject([{ id: accountId }]);
    expect(await read(id)).toMatchObject({ state: 'closed', outcome: 'left' });
    expect(await stateOf(other.accountId)).toEqual([{ state: 'active' }]);
    await desk.world.hear();
  }
});

test('a number that was let go goes back to its case, with no account that ends', async () => {
  const { id, subscriberId } = await desk.begin(desk.reasons.move);
  const other = await addOther();
  const dueAt = new Date(desk.world.clock.now().getTime() + 3 * 86_400_000).toISOString();
  const asked = { ...other, number: '79135550301', operator: 'Соседи', dueAt };
  const own = (await call('POST /api/port-notices', asked)).body.id;
  await merge(other.subscriberId, subscriberId);
  const noticeId = (await exitOf(id)).notices[0]?.id ?? 0;
  const { version } = await read(id);
  const accept = { id, version, noticeId, accountId: other.accountId };
  const route = 'POST /api/cases/{id}/notices/{noticeId}' as const;
  expect((await call(route, { ...accept, decision: 'accepted' })).status).toBe(200);
  await unmerge(other.subscriberId);
  expect((await exitOf(id)).exit).toBeNull();
  expect((await exitOf(own)).notices).toMatchObject([{ decision: 'accepted', account: null }]);
  // Nobody says of them that they stay, whose number has gone.
  await call('PUT /api/cases/{id}/reason', {
    id: own,
    version: (await read(own)).version,
    reasonId: desk.reasons.move,
  });
  await call('POST /api/cases/{id}/spoken', { id: own, version: (await read(own)).version });
  const stays = { id: own, version: (await read(own)).version, outcome: 'stays' as const };
  expect((await call('POST /api/cases/{id}/close', stays)).body.code).toBe('retention.number_gone');
});

test('what one brought to another is given up also where that one was joined to a third', async () => {
  const [first, second, third] = [
    await desk.begin(desk.reasons.price),
    await desk.begin(desk.reasons.price),
    await desk.begin(desk.reasons.price),
  ];
  const angry = { id: first.id, version: first.version, isAngry: true };
  await call('PUT /api/cases/{id}/mood', angry);
  await call('POST /api/cases/{id}/spoken', { id: second.id, version: second.version });
  // The earliest goes on: each by an application that is taken back after.
  const going = async (one: typeof first, other: typeof first) => {
    const { version } = await read(one.id);
    await call('POST /api/cases/{id}/exit', { id: one.id, version, endsOn: desk.today() });
    await merge(other.subscriberId, one.subscriberId);
    await call('POST /api/cases/{id}/exit/withdraw', { ...one, ...(await read(one.id)) });
  };
  await going(second, first);
  expect(await read(second.id)).toMatchObject({ isAngry: true });
  await going(third, second);
  const { spokenAt, ...joined } = await read(third.id);
  expect(joined).toMatchObject({ isAngry: true, state: 'open' });
  await unmerge(first.subscriberId);
  expect(await read(first.id)).toMatchObject({ isAngry: true, state: 'open' });
  expect(await read(second.id)).toMatchObject({ isAngry: false, state: 'closed' });
  // Nor is anything lost that the second has said itself.
  expect(await read(third.id)).toMatchObject({ isAngry: false, spokenAt });
});
