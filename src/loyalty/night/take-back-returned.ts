import { sql } from 'kysely';
import type { Ctx } from '../../kernel/context.ts';
import { daysAfter } from '../../subscribers/index.ts';
import { reverseEarnings } from '../earning/reverse-earnings.ts';

/** So long back returns are looked at: each was seen by many nights before. */
const LOOK_BACK_DAYS = 35;

/** A payment that went back as a whole takes back the points of its month, paid in time by it. */
export async function takeBackReturned(ctx: Ctx, day: string): Promise<number> {
  // payments_pkey, accounts_pkey, point_earnings_subscriber (subscriber_id, earned_on desc)
  return reverseEarnings(
    ctx,
    sql`e.id in (
      select g.id
      from   payment_returns t
      join   payments y on y.id = t.payment_id and y.returned_minor = y.amount_minor
      join   accounts a on a.id = y.account_id
      join   subscribers o on o.id = a.subscriber_id
      join   point_earnings g on g.subscriber_id = o.root_id
             and date_trunc('month', g.earned_on) = date_trunc('month', y.paid_at)
             and g.made_at <= t.returned_at
      join   earning_rules r on r.id = g.rule_id and r.signal in ('on_time', 'streak', 'spending')
      where  t.returned_at >= ${daysAfter(day, -LOOK_BACK_DAYS)}::date)`,
    'payment_returned',
  );
}
