import { afterAll, beforeAll, expect, test } from 'vitest';
import { api as billingApi } from '../../billing/api.ts';
import { addAccount } from '../../testing/accounts.ts';
import { openSaveDesk, type SaveDesk } from '../testing/save-desk.ts';

let desk: SaveDesk;

beforeAll(async () => {
  desk = await openSaveDesk();
});
afterAll(() => desk.world.close());

const call = ((key, input, as) => desk.call(key, input, as)) as SaveDesk['call'];
const inDays = (days: number): string =>
  new Date(desk.world.clock.now().getTime() + days * 86_400_000).toISOString();
const dayIn = (days: number): string => inDays(days).slice(0, 10);
const read = async (id: number) => (await call('GET /api/cases/{id}', { id })).body;
const viewOf = async (id: number) => (await call('GET /api/cases/{id}/exit', { id })).body;

/** Who wants to leave with two accounts. */
async function beginWithTwo() {
  const begun = await desk.begin(desk.reasons.move);
  const numbers = { number: `71-${begun.id}`, contractNumber: `Д-71-${begun.id}` };
  return { ...begun, otherId: await addAccount(desk.world, begun.subscriberId, numbers) };
}

async function leave(id: number, accountIds: number[], endsOn: string, more: object = {}) {
  const { version } = await read(id);
  return call('POST /api/cases/{id}/exit', { id, version, endsOn, accountIds, ...more });
}

const withdraw = async (id: number, more: object = {}) =>
  call('POST /api/cases/{id}/exit/withdraw', { id, version: (await read(id)).version, ...more });

async function letGo(id: number, subscriberId: number, accountId: number, more: object = {}) {
  const asked = { subscriberId, number: `7913555${accountId}`, operator: 'Соседи' };
  await call('POST /api/port-notices', { ...asked, dueAt: inDays(5) });
  const noticeId = (await viewOf(id)).notices.find(({ decision }) => decision === null)?.id ?? 0;
  const { version } = await read(id);
  const accept = { id, version, noticeId, accountId, decision: 'accepted' as const, ...more };
  return call('POST /api/cases/{id}/notices/{noticeId}', accept);
}

test('one account is taken back, and the number that goes with another still goes', async () => {
  const { id, subscriberId, accountId, otherId } = await beginWithTwo();
  await leave(id, [otherId], dayIn(2));
  expect((await letGo(id, subscriberId, accountId)).status).toBe(200);
  expect((await withdraw(id, { accountIds: [999_999] })).body.code).toBe('retention.no_exit');
  expect((await withdraw(id, { accountIds: [otherId] })).status).toBe(200);
  const { exit, notices } = await viewOf(id);
  expect(exit).toMatchObject({ accounts: [{ id: accountId }], endsOn: dayIn(5) });
  expect(notices).toMatchObject([{ calledOffAt: null }]);
  // Of what is closed already nothing is taken back.
  const close = { id: accountId, words: 'Просил' };
  await desk.world.via(billingApi)('POST /api/accounts/{id}/close', close, desk.me.as);
  expect((await withdraw(id)).body.code).toBe('retention.no_exit');
});

test('a number changes neither the fee that was decided nor puts off a day before its own', async () => {
  const { id, subscriberId, accountId, otherId } = await beginWithTwo();
  await leave(id, [accountId], dayIn(1), { leavingFee: 'waived', words: 'По жалобе' });
  const more = await leave(id, [otherId], dayIn(1));
  expect(more.body.code).toBe('retention.other_fee');
  const charged = await letGo(id, subscriberId, accountId);
  expect(charged.body.code).toBe('retention.other_fee');
  const { version } = await read(id);
  const noticeId = (await viewOf(id)).notices[0]?.id ?? 0;
  const waived = { decision: 'accepted', leavingFee: 'waived', words: 'По жалобе' } as const;
  const route = 'POST /api/cases/{id}/notices/{noticeId}' as const;
  expect((await call(route, { id, version, noticeId, accountId, ...waived })).status).toBe(200);
  expect((await viewOf(id)).exit).toMatchObject({
    leavingFee: 'waived',
    accounts: [{ id: accountId, endsOn: dayIn(1) }],
  });
});

test('what passes calls nobody; what is mended is told no more; they left with the last', async () => {
  const { id, accountId, otherId, subscriberId } = await beginWithTwo();
  const { pool } = desk.world.ctx;
  await leave(id, [accountId], dayIn(0));
  await leave(id, [otherId], dayIn(9));
  const breakWith = (code: string) =>
    pool.query(
      `create or replace function refuse_it() returns trigger language plpgsql as
         $$ begin raise exception 'broken' using errcode = '${code}'; end $$`,
    );
  await breakWith('40P01');
  await pool.query(
    `create trigger refuse_it before update on accounts for each row
     when (old.id = ${accountId}) execute function refuse_it()`,
  );
  const failureOf = async () => (await viewOf(id)).exit?.failure;
  desk.world.clock.advance({ seconds: 86_400 });
  await expect(desk.world.tick('retention.exits')).rejects.toThrow('broken');
  expect(await failureOf()).toBeNull();
  await breakWith('P0001');
  await desk.world.tick('retention.exits');
  expect(await failureOf()).not.toBeNull();
  await pool.query('drop trigger refuse_it on accounts');
  desk.world.clock.advance({ seconds: 3600 });
  await desk.world.tick('retention.exits');
  // The other one goes on for a week yet.
  expect(await viewOf(id)).toMatchObject({ exit: { failure: null, closedAt: null } });
  // One that was opened meanwhile, and of no application, is closed after both.
  const numbers = { number: `72-${id}`, contractNumber: `Д-72-${id}` };
  const late = await addAccount(desk.world, subscriberId, numbers);
  desk.world.clock.advance({ seconds: 11 * 86_400 });
  const close = { id: late, words: 'Просил' };
  await desk.world.via(billingApi)('POST /api/accounts/{id}/close', close, desk.me.as);
  await desk.world.tick('retention.exits');
  expect(await read(id)).toMatchObject({ outcome: 'left', leftOn: dayIn(-1) });
});
