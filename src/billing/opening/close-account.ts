import { sql } from 'kysely';
import type { Ctx } from '../../kernel/context.ts';
import { fail, ok, type Result } from '../../kernel/result.ts';
import { becomeFormer, indexSubscriber, today } from '../../subscribers/index.ts';
import { chargeAccounts } from '../charging/charge-accounts.ts';
import { type Account, lockAccount } from '../find-account.ts';
import { accountClosings, closingDues, serviceControls } from '../slots.ts';
import { liftLimits } from '../states/limit-for-debt.ts';
import { boundOf, type Leaving, settleLeaving, sumOf } from '../subscribing/leaving-fee.ts';
import { tellOfAccount } from '../tell-of-account.ts';

type Input = {
  id: number;
  words: string;
  /** The first day without service, where that is before today. */
  on?: string;
};
type Closed = { balanceMinor: number; currency: string };

/**
 * Closes an account with a day, today unless an earlier one is named: this day is not charged any
 * more, what was paid in advance for the rest comes back to its balance, and what is left there is
 * a person's to return. What leaving early costs is charged, unless it is waived. Whose last
 * account it was has left.
 */
export async function closeAccount(
  ctx: Ctx,
  { id, words, leavingFee, on = today(ctx) }: Input & Pick<Leaving, 'leavingFee'>,
): Promise<Result<Closed>> {
  const locked = await lockAccount(ctx, id, 'billing.adjust');
  if (!locked.ok) return locked;
  const account = locked.value;
  if (account.state === 'closed') return fail('billing.account_closed');
  for (const { piece } of closingDues.fills) await piece.charge(ctx, { accountId: id });
  const bound = await boundOf(ctx, id, on);
  await settleLeaving(ctx, account, bound, { leavingFee, words });
  const closed = await closeLocked(ctx, account, { words, on, fromMonth: on });
  const feeMinor = leavingFee === 'charged' ? sumOf(bound) : 0;
  const { subscriberId } = account;
  const isLast = !(await hasOpen(ctx, subscriberId));
  if (isLast) await becomeFormer(ctx, subscriberId, on);
  for (const { piece } of accountClosings.fills) {
    await piece(ctx, { accountId: id, subscriberId, isLast, feeMinor, ...closed });
  }
  await indexSubscriber(ctx, [subscriberId]);
  return ok(closed);
}

/**
 * All that a closing does but for what becomes of the holder, and what leaving costs.
 * @param options.on the first day without service
 * @param options.fromMonth since when charges may have changed, where that is before the usual
 */
export async function closeLocked(
  ctx: Ctx,
  account: Account,
  { words, on, fromMonth }: { words: string; on?: string; fromMonth?: string },
): Promise<Closed> {
  const { id } = account;
  const day = on ?? today(ctx);
  const now = ctx.clock.now();
  // subscriptions_account (account_id): those to come never begin
  await sql`
    update subscriptions
    set    ended_on = greatest(${day}::date, started_on), replaced_by_id = null
    where  account_id = ${id} and (ended_on is null or ended_on > ${day})`.execute(ctx.db);
  // service_breaks_account (account_id, began_at): a pause to come is none
  await sql`
    update service_breaks set ended_at = greatest(began_at, ${now})
    where  account_id = ${id} and (ended_at is null or ended_at > ${now})`.execute(ctx.db);
  await ctx.db
    .updateTable('serviceLines')
    .set({ closedAt: now })
    .where('accountId', '=', id)
    .where('closedAt', 'is', null)
    .execute();
  await ctx.db
    .updateTable('accounts')
    .set({ state: 'closed', closedOn: day })
    .where('id', '=', id)
    .execute();
  await chargeAccounts(ctx, [id], fromMonth);
  // shortfalls_pkey
  await sql`delete from shortfalls where account_id = ${id}`.execute(ctx.db);
  await liftLimits(ctx, [id]);
  for (const { piece } of serviceControls.fills) {
    await piece(ctx, { accountIds: [id], isGiven: false, reason: 'closed' });
  }
  const balanceMinor = await balanceOf(ctx, id);
  const { currency } = account;
  await tellOfAccount(ctx, 'billing.account_was_closed', account, {
    words,
    balanceMinor,
    currency,
  });
  return { balanceMinor, currency };
}

async function balanceOf(ctx: Ctx, id: number): Promise<number> {
  // ledger_accounts_account (account_id), ledger_balances_pkey
  const { rows } = await sql<{ minor: number }>`
    select b.balance_minor as minor
    from   ledger_accounts l join ledger_balances b on b.ledger_account_id = l.id
    where  l.account_id = ${id}`.execute(ctx.db);
  return rows[0]?.minor ?? 0;
}

/** Whether anybody of the cluster has an account that is open. */
export async function hasOpen(ctx: Ctx, rootId: number): Promise<boolean> {
  // subscribers_root (root_id), accounts_subscriber (subscriber_id)
  const { rows } = await sql`
    select from accounts a join subscribers s on s.id = a.subscriber_id
    where  s.root_id = ${rootId} and a.state <> 'closed' limit 1`.execute(ctx.db);
  return rows.length > 0;
}
