import { type RawBuilder, sql } from 'kysely';
import type { Ctx } from '../../kernel/context.ts';
import { today } from '../../subscribers/index.ts';

/**
 * The parts in which a subscription `s` of a version `v` pays what is sold once: one a month from
 * its first day on, the first with what does not divide. Whoever ends it sooner owes the rest on
 * that day. A relation (number, due_on, amount), to be joined laterally.
 * @param end the first day without it, or null
 */
export const instalmentsOf = (end: RawBuilder<unknown>): RawBuilder<unknown> => sql`(
  select n as number,
         least((s.started_on + make_interval(months => n - 1))::date,
               greatest(s.started_on, coalesce(${end}, 'infinity'))) as due_on,
         div(v.connection_fee_minor, v.instalments)
           + case when n = 1 then mod(v.connection_fee_minor, v.instalments::bigint) else 0 end
           as amount
  from   generate_series(1, v.instalments::integer) n)`;

/** What of them falls due at once when accounts are left today, of those where anything does. */
export async function instalmentsLeft(
  ctx: Ctx,
  accountIds: readonly number[],
): Promise<ReadonlyMap<number, number>> {
  // subscriptions_account (account_id), product_versions_pkey
  const { rows } = await sql<{ accountId: number; minor: number }>`
    select s.account_id, sum(i.amount)::bigint as minor
    from   subscriptions s
    join   product_versions v on v.id = s.product_version_id and v.instalments > 0
    cross  join lateral ${instalmentsOf(sql`s.ended_on`)} i
    where  s.account_id = any(${[...accountIds]}::bigint[]) and not s.is_moved
    and    s.started_on <= ${today(ctx)} and i.due_on > ${today(ctx)}
    group  by s.account_id`.execute(ctx.db);
  return new Map(rows.map(({ accountId, minor }) => [accountId, minor]));
}
