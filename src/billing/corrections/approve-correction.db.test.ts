import { afterAll, beforeAll, expect, test } from 'vitest';
import { untilWaiting } from '../../testing/until-waiting.ts';
import { signedIn } from '../../testing/staff.ts';
import { openTill, type Till } from '../testing/till.ts';

let till: Till;
beforeAll(async () => {
  till = await openTill();
});
afterAll(() => till.world.close());

const approve = 'POST /api/corrections/{id}/approve';
const refuse = 'POST /api/corrections/{id}/refuse';
const reverse = 'POST /api/corrections/{id}/reverse';
const withdraw = 'POST /api/corrections/{id}/withdraw';

async function proposed(fields: object = {}): Promise<{ id: number; accountId: number }> {
  const { accountId } = await till.open();
  const { body, status } = await till.propose(accountId, fields);
  if (status !== 201) throw new Error(JSON.stringify(body));
  return { id: body.id, accountId };
}

test('what one proposes and another approves is posted, and stands on the statement', async () => {
  const { call, agent, lead, sums, statement } = till;
  const { id, accountId } = await proposed({ words: 'Не было связи двое суток' });
  expect((await sums(accountId))?.sum).toBe(40_000);
  expect((await statement(accountId)).pending).toMatchObject([
    { id, state: 'proposed', words: 'Не было связи двое суток', proposedBy: 'Агеева Ольга' },
  ]);
  expect((await call(approve, { id }, agent.as)).status).toBe(403);
  expect((await call(approve, { id }, lead.as)).body).toEqual({ id, state: 'posted' });
  expect(await sums(accountId)).toEqual({ sum: 45_000, cached: 45_000, all: 0 });
  const { lines, pending } = await statement(accountId);
  expect(pending).toEqual([]);
  expect(lines[0]).toMatchObject({
    kind: 'correction',
    amountMinor: 5000,
    balanceMinor: 45_000,
    correction: { id, decidedBy: 'Старшая Анна' },
  });
});

test('two who approve at once post once, and the second is told', async () => {
  const { call, lead, chief, sums } = till;
  const { id, accountId } = await proposed();
  const answers = await Promise.all([
    call(approve, { id }, lead.as),
    call(approve, { id }, chief.as),
    call(approve, { id }, lead.as),
    call(refuse, { id, words: 'Нет' }, chief.as),
  ]);
  const { rows } = await till.world.ctx.pool.query<{ state: string; amount: number }>(
    `select c.state, (select count(*) from ledger_transactions where kind = 'correction'
                      and facts->>'correctionId' = c.id::text) as amount
     from corrections c where id = $1`,
    [id],
  );
  expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([
    200, 409, 409, 409,
  ]);
  const isPosted = rows[0]?.state === 'posted';
  expect(rows[0]?.amount).toBe(isPosted ? 1 : 0);
  expect((await sums(accountId))?.cached).toBe(isPosted ? 45_000 : 40_000);
});

test('cut off between the posting and its end nothing has happened, and then it happens once', async () => {
  const { call, lead, sums, world } = till;
  const { id, accountId } = await proposed();
  const holder = await world.ctx.pool.connect();
  await holder.query('begin');
  await holder.query(
    `select from ledger_balances b join ledger_accounts l on l.id = b.ledger_account_id
     where l.account_id = $1 for update of b`,
    [accountId],
  );
  const cut = call(approve, { id }, lead.as);
  await untilWaiting(world);
  await holder.query(`select pg_terminate_backend(pid) from pg_stat_activity
    where datname = current_database() and wait_event_type = 'Lock'`);
  expect((await cut).status).toBeGreaterThanOrEqual(500);
  await holder.query('commit');
  holder.release();
  expect(await sums(accountId)).toEqual({ sum: 40_000, cached: 40_000, all: 0 });
  expect((await call(approve, { id }, lead.as)).status).toBe(200);
  expect(await sums(accountId)).toEqual({ sum: 45_000, cached: 45_000, all: 0 });
});

test('a limit is the role’s: above it somebody with a higher one decides', async () => {
  const { call, lead, chief } = till;
  const { id } = await proposed({ amountMinor: 500_001 });
  const above = await call(approve, { id }, lead.as);
  expect(above.body.code).toBe('billing.above_limit');
  expect((await call(refuse, { id, words: 'Много' }, lead.as)).body.code).toBe(
    'billing.above_limit',
  );
  const waiting = await call('GET /api/corrections', { limit: 200 }, lead.as);
  expect(waiting.body.corrections.map((one) => one.id)).not.toContain(id);
  expect((await call(approve, { id }, chief.as)).status).toBe(200);
});

test('nobody approves their own but up to what is set, and the setter gives no more than they have', async () => {
  const { call, lead, world, open, propose } = till;
  const { accountId } = await open();
  const make = async (amountMinor: number) =>
    (await propose(accountId, { amountMinor }, lead)).body.id;
  const own = await make(1000);
  expect((await call(approve, { id: own }, lead.as)).body.code).toBe('billing.own_proposal');
  const { body } = await call('GET /api/correction-limits');
  const role = body.limits.find((one) => one.role === 'Руководитель смены');
  expect(role).toMatchObject({ othersMinor: 500_000, ownMinor: 0 });
  const set = 'PUT /api/correction-limits/{roleId}';
  const limit = { roleId: role?.roleId ?? 0, othersMinor: 500_000, ownMinor: 2000 };
  const small = await signedIn(world, { permissions: ['billing.settings'] });
  expect((await call(set, limit, small.as)).body.code).toBe('billing.above_own_limit');
  expect((await call(set, limit)).status).toBe(200);
  const count = await call('GET /api/corrections/count', {}, lead.as);
  expect((await call(approve, { id: own }, lead.as)).status).toBe(200);
  const after = await call('GET /api/corrections/count', {}, lead.as);
  expect(count.body.count - after.body.count).toBe(1);
  const large = await make(2001);
  expect((await call(approve, { id: large }, lead.as)).body.code).toBe('billing.above_limit');
});

test('in another currency than the operator’s only who has no limit decides', async () => {
  const { call, lead, chief, addHolder, world, propose } = till;
  const { addAccount } = await import('../../testing/accounts.ts');
  const accountId = await addAccount(world, await addHolder(), { currency: 'EUR' });
  const { id } = (await propose(accountId)).body;
  expect((await call(approve, { id }, lead.as)).body.code).toBe('billing.above_limit');
  expect((await call(approve, { id }, chief.as)).status).toBe(200);
});

test('what was refused or withdrawn moves nothing and is decided', async () => {
  const { call, agent, lead, sums } = till;
  const other = till.chief;
  const one = await proposed();
  await call(refuse, { id: one.id, words: 'Связь была' }, lead.as);
  expect((await call(approve, { id: one.id }, lead.as)).body.code).toBe('billing.already_decided');
  const two = await proposed();
  expect((await call(withdraw, { id: two.id }, other.as)).status).toBe(404);
  expect((await call(withdraw, { id: two.id }, agent.as)).body.state).toBe('withdrawn');
  for (const { accountId } of [one, two]) expect((await sums(accountId))?.sum).toBe(40_000);
  const decided = await call('GET /api/corrections', { queue: 'decided' });
  expect(decided.body.corrections[0]).toMatchObject({ id: two.id, state: 'withdrawn' });
  const mine = await call('GET /api/corrections', { queue: 'proposed_by_me', limit: 1 }, agent.as);
  expect(mine.body.corrections).toMatchObject([{ id: two.id }]);
  const { nextCursor } = mine.body;
  const next = { queue: 'proposed_by_me' as const, limit: 1, cursor: nextCursor ?? '' };
  const further = await call('GET /api/corrections', next, agent.as);
  expect(further.body.corrections).toMatchObject([{ id: one.id, refusal: 'Связь была' }]);
});

test('a posted one is taken back by its opposite, approved as any is, and once', async () => {
  const { call, agent, lead, chief, reasonId, sums, statement } = till;
  const { id, accountId } = await proposed();
  const asked = { id, reasonId, words: 'Ошиблись счётом' };
  expect((await call(reverse, asked, agent.as)).body.code).toBe('billing.not_posted');
  await call(approve, { id }, lead.as);
  const answers = await Promise.all([
    call(reverse, asked, agent.as),
    call(reverse, asked, chief.as),
  ]);
  expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([201, 409]);
  const back = answers.find(({ status }) => status === 201)?.body.id ?? 0;
  expect((await sums(accountId))?.sum).toBe(45_000);
  const decider = answers[0]?.status === 201 ? chief : lead;
  expect((await call(approve, { id: back }, decider.as)).status).toBe(200);
  expect(await sums(accountId)).toEqual({ sum: 40_000, cached: 40_000, all: 0 });
  const { lines } = await statement(accountId);
  expect(lines.slice(0, 2)).toMatchObject([
    { kind: 'reversal', amountMinor: -5000, correction: { id: back, reversesId: id } },
    { kind: 'correction', correction: { id, state: 'reversed' } },
  ]);
  expect((await call(reverse, asked, agent.as)).body.code).toBe('billing.not_posted');
});
