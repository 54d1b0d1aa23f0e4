import { sql } from 'kysely';
import type { Ctx } from '../../kernel/context.ts';
import { emit } from '../../kernel/events/journal.ts';
import type { AfterPayment, Paid } from '../slots.ts';

type Promised = { id: number; amountMinor: number; currency: string; isKept: boolean };

/**
 * Counts payments towards what their accounts have promised: what may be spent stays as it was, and
 * once all is paid within the term the promise is kept. Goes before whatever asks what is
 * available, for the payments are there already.
 */
export const keepPromises: AfterPayment = async (ctx, paid) => {
  // promises_open (account_id) where state = 'open'
  const { rows } = await sql<{ accountId: number }>`
    select account_id from promises
    where  account_id = any(${paid.map(({ accountId }) => accountId)}::bigint[])
    and    state = 'open'`.execute(ctx.db);
  const promised = new Set(rows.map(({ accountId }) => accountId));
  for (const one of paid) if (promised.has(one.accountId)) await keepPromise(ctx, one);
};

async function keepPromise(ctx: Ctx, { accountId, paymentId, amountMinor }: Paid): Promise<void> {
  const now = ctx.clock.now();
  const isKept = sql`paid_minor + ${amountMinor} >= amount_minor`;
  // promises_open (account_id) where state = 'open'
  const { rows } = await sql<Promised>`
    update promises
    set    paid_minor = least(amount_minor, paid_minor + ${amountMinor}),
           state = case when ${isKept} then 'kept' else state end,
           ended_at = case when ${isKept} then ${now}::timestamptz end
    where  account_id = ${accountId} and state = 'open' and due_at > ${now}
    returning id, amount_minor, currency, state = 'kept' as is_kept`.execute(ctx.db);
  const [promise] = rows;
  if (promise?.isKept) await tellKept(ctx, accountId, paymentId, promise);
}

async function tellKept(
  ctx: Ctx,
  accountId: number,
  paymentId: number,
  { id, amountMinor, currency }: Promised,
): Promise<void> {
  // accounts_pkey, subscribers_pkey
  const { rows } = await sql<{ number: string; subscriberId: number }>`
    select a.number, own.root_id as subscriber_id
    from   accounts a join subscribers own on own.id = a.subscriber_id
    where  a.id = ${accountId}`.execute(ctx.db);
  const [account] = rows;
  if (!account) return;
  await emit(ctx, {
    type: 'billing.promise_kept',
    subject: { kind: 'account', id: accountId },
    subscriberId: account.subscriberId,
    facts: { account: account.number, promiseId: id, paymentId, amountMinor, currency },
  });
}

/** Takes a payment that went back off what was paid of an open promise. */
export async function countReturn(
  ctx: Ctx,
  { accountId, paymentId, amountMinor }: Paid,
): Promise<void> {
  // promises_open (account_id) where state = 'open', payments_pkey
  await sql`
    update promises p set paid_minor = greatest(0, p.paid_minor - ${amountMinor})
    from   payments m
    where  p.account_id = ${accountId} and p.state = 'open' and m.id = ${paymentId}
    and    coalesce(m.placed_at, m.received_at) >= p.taken_at`.execute(ctx.db);
}
