import { type RawBuilder, sql } from 'kysely';
import { accountLives, monthlyFeesMinor } from '../../billing/index.ts';
import type { Ctx } from '../../kernel/context.ts';

/** So many days after a contact it is looked who is still here. */
export const STAY_DAYS = 90;
/** Whoever buys because of a contact does so within so many days. */
export const BUY_DAYS = 30;

/** The operator's day of an instant. */
export const dayOf = (ctx: Ctx, at: RawBuilder<unknown>): RawBuilder<unknown> =>
  sql`(${at} at time zone ${ctx.operator.timeZone})::date`;

/** How the person of a root is named beside others. */
export const personOf = (root: RawBuilder<unknown>): RawBuilder<unknown> => sql`'s' || ${root}`;

/**
 * A subquery for LATERAL: whether somebody had an account on a day (`is_here`), and what their
 * accounts paid a month in the operator's currency (`fee_minor`).
 */
// subscribers_root, accounts_subscriber, subscriptions_account
export const servedOn = (ctx: Ctx, root: RawBuilder<unknown>, day: RawBuilder<unknown>) => sql`(
  select count(*) > 0 as is_here,
         coalesce(sum(${monthlyFeesMinor(day)})
                    filter (where a.currency = ${ctx.operator.currency}), 0)::bigint as fee_minor
  from   subscribers m
  join   ${accountLives(ctx)} a on a.subscriber_id = m.id
  where  m.root_id = ${root} and a.connected_on <= ${day}
  and    (a.gone_on is null or a.gone_on > ${day}))`;
