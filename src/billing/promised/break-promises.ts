import { sql } from 'kysely';
import type { Ctx } from '../../kernel/context.ts';
import { emitMany } from '../../kernel/events/journal.ts';
import type { Tick } from '../../kernel/wiring.ts';
import { today } from '../../subscribers/index.ts';
import { countTrust } from '../trust/count-trust.ts';
import { availableJoins, availableMinor } from '../states/available.ts';

const MOST = 1000;
const MASS = 20;

type Broken = {
  id: number;
  accountId: number;
  number: string;
  subscriberId: number;
  amountMinor: number;
  paidMinor: number;
  currency: string;
};

/** Ends promises whose term is over and that were not paid in full. */
export const promisesTick: Tick = {
  name: 'billing.promises',
  everySeconds: 20,
  run: async (ctx) => {
    while ((await breakDue(ctx)) === MOST);
  },
};

/**
 * What is promised no longer cannot be spent any more: whoever is short without it has been so
 * since before the promise, even who was short again while it held, and the night's run suspends
 * by that, or by the day of a resumption by hand.
 */
async function breakDue(ctx: Ctx): Promise<number> {
  const now = ctx.clock.now();
  // promises_due (due_at) where state = 'open', accounts_pkey, subscribers_pkey
  const { rows } = await sql<Broken>`
    with due as (
      select p.id from promises p join accounts a on a.id = p.account_id
      where  p.state = 'open' and p.due_at <= ${now}
      order  by a.id limit ${MOST} for no key update of a)
    update promises p set state = 'broken', ended_at = ${now}
    from   due, accounts a join subscribers own on own.id = a.subscriber_id
    where  p.id = due.id and p.state = 'open' and a.id = p.account_id
    returning p.id, p.account_id, a.number, own.root_id as subscriber_id, p.amount_minor,
              p.paid_minor, p.currency`.execute(ctx.db);
  if (rows.length === 0) return 0;
  // promises_pkey, ledger_accounts_account, shortfalls_pkey
  await sql`
    insert into shortfalls (account_id, since_at, grace_from, days)
    select a.id, was.since_at, p.grace_from,
           ${today(ctx)}::date - (was.since_at at time zone ${ctx.operator.timeZone})::date
    from   promises p join accounts a on a.id = p.account_id ${availableJoins}
    cross  join lateral (select coalesce(p.short_since_at, ${now}) as since_at) was
    where  p.id = any(${rows.map(({ id }) => id)}::bigint[]) and ${availableMinor} < 0
    order  by a.id
    on     conflict (account_id) do update
    set    since_at = excluded.since_at, days = excluded.days,
           grace_from = greatest(shortfalls.grace_from, excluded.grace_from)
    where  excluded.since_at < shortfalls.since_at`.execute(ctx.db);
  await tellBroken(ctx, rows);
  const accountIds = rows.map(({ accountId }) => accountId);
  await countTrust(ctx, sql`a.id = any(${accountIds}::bigint[])`);
  return rows.length;
}

async function tellBroken(ctx: Ctx, broken: readonly Broken[]): Promise<void> {
  await emitMany(
    ctx,
    broken.map(({ id, accountId, number, subscriberId, amountMinor, paidMinor, currency }) => ({
      type: 'billing.promise_broken',
      subject: { kind: 'account', id: accountId },
      subscriberId,
      facts: { account: number, promiseId: id, amountMinor, paidMinor, currency },
    })),
    { isTold: broken.length <= MASS },
  );
}
