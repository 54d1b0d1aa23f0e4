import { sql } from 'kysely';
import { BUY_DAYS, dayOf, personOf } from '../served.ts';
import type { LostProcess } from '../process.ts';

/** Contacts in which a further service was prepared, and nobody said a word of it. */
export const pitches: LostProcess = {
  outcome: 'bought',
  days: BUY_DAYS,
  study: 0.98,
  // pitch_answers_answered (answered_at), subscribers_root, accounts_subscriber,
  // subscriptions_account; of whom nobody knows who they were nobody knows what they bought
  contacts: (ctx, { from, to }) => sql`
    select case when w.conversation_id is null then 'deal' else 'conversation' end as kind,
           coalesce(w.conversation_id, d.id) as ref_id, w.answered_at as at, s.root_id,
           coalesce(${personOf(sql`s.root_id`)}, 'd' || d.id) as person,
           w.pitch_id || case when w.guided_sale_id is null then '' else ' sale' end as stratum,
           w.answer = 'not_said' as is_wrong, b.fee_minor is not null as is_good,
           b.fee_minor as worth_minor, null::bigint as amount
    from   pitch_answers w
    join   pitches p on p.id = w.pitch_id
    left   join guided_sales g on g.id = w.guided_sale_id
    left   join deals d on d.id = g.deal_id
    left   join subscribers s on s.id = coalesce(w.subscriber_id, d.subscriber_id)
    left   join lateral (
      select coalesce(x.monthly_fee_minor, v.monthly_fee_minor) as fee_minor
      from   subscribers m
      join   accounts a on a.subscriber_id = m.id and a.currency = ${ctx.operator.currency}
      join   subscriptions x on x.account_id = a.id
      join   product_versions v on v.id = x.product_version_id and v.product_id = p.product_id
      where  m.root_id = s.root_id
      and    x.started_on between ${dayOf(ctx, sql`w.answered_at`)}
                          and ${dayOf(ctx, sql`w.answered_at`)} + ${BUY_DAYS}::int
      order  by x.started_on, x.id limit 1) b on true
    where  w.answered_at >= ${from} and w.answered_at < ${to}
    and    (s.root_id is not null or d.id is not null)`,
};
