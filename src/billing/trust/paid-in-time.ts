import { type RawBuilder, sql } from 'kysely';
import type { Ctx } from '../../kernel/context.ts';

/** A debt that is older than so many days at a moment is another than the one that brought it. */
const OWN_DEBT_DAYS = 31;

/**
 * Whether the account `a` of `accountLives` was a careful payer at a moment of the past: here for
 * as many months as the settings of dunning ask of a careful payer, and in them neither suspended
 * for a debt nor reminded of an earlier one. What is kept of carefulness tells of today alone.
 * Relies on service_breaks_account, dunning_deeds_account_id_debt_since_step_day_what_key.
 */
export const paidInTime = (ctx: Ctx, at: RawBuilder<unknown>): RawBuilder<boolean> => sql<boolean>`
  (select a.connected_on <= (${at} at time zone ${ctx.operator.timeZone})::date - g.span
          and not exists (
            select from service_breaks o
            where  o.account_id = a.id and o.reason = 'debt' and o.began_at < ${at}
            and    coalesce(o.ended_at, 'infinity') > ${at} - g.span)
          and not exists (
            select from dunning_deeds o
            where  o.account_id = a.id and o.done_at < ${at} and o.done_at > ${at} - g.span
            and    o.debt_since < ${at} - ${OWN_DEBT_DAYS} * interval '1 day')
   from  (select careful_months * interval '1 month' as span from dunning_settings) g)`;
