import { sql } from 'kysely';
import type { Ctx } from '../../kernel/context.ts';
import { inTransaction } from '../../kernel/db/transaction.ts';
import { chargeAccounts } from '../charging/charge-accounts.ts';
import { difference } from '../charging/due.ts';
import { firstMonth } from '../charging/first-month.ts';
import { loadSettings } from '../charging/load-settings.ts';
import { openScope, termsOf } from '../charging/open-scope.ts';
import type { AfterPayment } from '../slots.ts';
import { availableJoins, availableMinor } from './available.ts';
import { liftLimits } from './limit-for-debt.ts';
import { setStates } from './set-states.ts';

/**
 * Gives service again to those of the accounts that were suspended for debt and have now enough for
 * the rest of what is paid in advance: of the month, or of the day.
 * @returns those resumed, which are not charged yet
 */
export async function resumePaid(ctx: Ctx, ids: readonly number[]): Promise<number[]> {
  if (ids.length === 0) return [];
  const settings = await loadSettings(ctx);
  // service_breaks_open (account_id) where ended_at is null
  const scope = await openScope(
    ctx,
    settings,
    sql`a.id = any(${[...ids]}::bigint[]) and a.state = 'suspended'
        and exists (select from service_breaks b
                    where  b.account_id = a.id and b.ended_at is null and b.reason = 'debt')`,
  );
  if (scope.count === 0) return [];
  const now = ctx.clock.now();
  await sql`update charge_scope set resumes_at = ${now}`.execute(ctx.db);
  const { rows } = await sql<{ id: number }>`
    with ${difference(termsOf(ctx, settings, await firstMonth(ctx)), scope)},
    price as (
      select account_id, sum(amount_minor) as minor from difference group by account_id)
    update service_breaks b set ended_at = greatest(b.began_at, ${now})
    from   charge_scope c
    join   accounts a on a.id = c.account_id ${availableJoins}
    left   join price p on p.account_id = a.id
    where  b.account_id = a.id and b.ended_at is null
    and    ${availableMinor} >= coalesce(p.minor, 0)
    returning b.account_id as id`.execute(ctx.db);
  const resumed = rows.map(({ id }) => id);
  // shortfalls_pkey
  await sql`delete from shortfalls where account_id = any(${resumed}::bigint[])`.execute(ctx.db);
  await setStates(ctx, resumed, { state: 'active', reason: 'debt' });
  return resumed;
}

/**
 * The moment money has come: resumes whoever can be resumed and charges them, and forgets since
 * when an account was short that is not any more, and its limit. For whatever raises a balance or
 * what may be spent, in its transaction.
 */
export function afterMoneyCame(given: Ctx, ids: readonly number[]): Promise<number[]> {
  return inTransaction(given, async (ctx) => {
    // shortfalls_pkey, accounts_pkey, service_breaks_open (account_id) where ended_at is null,
    // service_limits_pkey
    const { rows } = await sql<{ id: number; isLimited: boolean }>`
      with enough as (
        delete from shortfalls f using accounts a ${availableJoins}
        where  f.account_id = a.id and a.id = any(${[...ids]}::bigint[])
        and    ${availableMinor} >= 0)
      select a.id, false as is_limited from accounts a
      join   service_breaks b on b.account_id = a.id and b.ended_at is null and b.reason = 'debt'
      where  a.id = any(${[...ids]}::bigint[]) and a.state = 'suspended'
      union  all
      select a.id, true from service_limits m join accounts a on a.id = m.account_id
      ${availableJoins}
      where  m.account_id = any(${[...ids]}::bigint[]) and ${availableMinor} >= 0`.execute(ctx.db);
    const those = (isLimited: boolean): number[] =>
      rows.filter((row) => row.isLimited === isLimited).map(({ id }) => id);
    await liftLimits(ctx, those(true));
    const resumed = await resumePaid(ctx, those(false));
    if (resumed.length > 0) await chargeAccounts(ctx, resumed);
    return resumed;
  });
}

/** Payments resume their accounts in their own transaction. */
export const resumeAfterPayment: AfterPayment = async (ctx, paid) => {
  await afterMoneyCame(
    ctx,
    paid.map(({ accountId }) => accountId),
  );
};
