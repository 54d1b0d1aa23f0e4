import { signedIn, type SignedIn } from '../../testing/staff.ts';
import { addAccount, post } from '../../testing/accounts.ts';
import { createWorld } from '../../testing/world.ts';
import { api as subscribersApi } from '../../subscribers/api.ts';
import { api } from '../api.ts';

/** Where every test of statements and corrections begins: who proposes, and who decides. */
export async function openTill() {
  const world = await createWorld();
  const chief = await signedIn(world, { name: 'Главная Нина' });
  const agent = await signedIn(world, { role: 'agent', name: 'Агеева Ольга', team: 'Север' });
  const lead = await signedIn(world, { role: 'supervisor', name: 'Старшая Анна', team: 'Север' });
  const untyped = world.via(api);
  const call = ((key, input, as = chief.as) => untyped(key, input, as)) as typeof untyped;
  const { body } = await call('GET /api/correction-reasons');
  const reasonId = body.reasons[0]?.id ?? 0;
  let made = 0;
  const addHolder = async (fields: object = {}): Promise<number> => {
    made += 1;
    const person = { kind: 'person' as const, lastName: `Счетов ${made}`, firstName: 'Пётр' };
    const input = { ...person, ...fields };
    return (await world.via(subscribersApi)('POST /api/subscribers', input, chief.as)).body.id;
  };
  /** A subscriber with an account that was charged 600 roubles and paid 1 000. */
  const open = async (
    fields: object = {},
  ): Promise<{ accountId: number; subscriberId: number }> => {
    const subscriberId = await addHolder(fields);
    const accountId = await addAccount(world, subscriberId);
    await post(world, accountId, {
      kind: 'monthly_charges',
      occurredOn: '2026-02-01',
      counterpart: 'revenue',
      amountMinor: -60_000,
    });
    await post(world, accountId, {
      kind: 'payments',
      occurredOn: '2026-02-10',
      counterpart: 'gateway',
      amountMinor: 100_000,
    });
    return { accountId, subscriberId };
  };
  const statement = async (id: number, more: object = {}, as = chief.as) =>
    (await call('GET /api/accounts/{id}/statement', { id, ...more }, as)).body;
  const propose = (id: number, fields: object = {}, who: SignedIn = agent) => {
    const usual = { kind: 'compensation' as const, amountMinor: 5000, reasonId };
    return call('POST /api/accounts/{id}/corrections', { id, ...usual, ...fields }, who.as);
  };
  /** What stands on an account by its postings, by the cache, and in the other accounts. */
  const sums = async (accountId: number) => {
    const { rows } = await world.ctx.pool.query<{ sum: number; cached: number; all: number }>(
      `select coalesce(sum(p.amount_minor), 0)::bigint as sum,
              (select balance_minor from ledger_balances where ledger_account_id = l.id) as cached,
              (select coalesce(sum(amount_minor), 0)::bigint from ledger_postings) as all
       from   ledger_accounts l left join ledger_postings p on p.ledger_account_id = l.id
       where  l.account_id = $1 group by l.id`,
      [accountId],
    );
    return rows[0];
  };
  return { world, chief, agent, lead, call, reasonId, addHolder, open, statement, propose, sums };
}

export type Till = Awaited<ReturnType<typeof openTill>>;
