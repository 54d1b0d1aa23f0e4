import { sql } from 'kysely';
import { BUY_DAYS, personOf } from '../served.ts';
import type { LostProcess } from '../process.ts';

/** Sales by the script in which no tariff was recommended: “we have from so much to so much”. */
export const recommendations: LostProcess = {
  outcome: 'bought',
  days: BUY_DAYS,
  study: 0.5,
  // guided_sales_ended (ended_at, id) where ended_at is not null, guided_sales_deal,
  // sale_recommendations_sale (guided_sale_id, id)
  contacts: (ctx, { from, to }) => sql`
    select 'deal' as kind, d.id as ref_id, g.ended_at as at, s.root_id,
           coalesce(${personOf(sql`s.root_id`)}, 'd' || d.id) as person,
           coalesce(d.source_id::text, '') as stratum,
           not exists (select from guided_sales o
                       join   sale_recommendations n on n.guided_sale_id = o.id
                       where  o.deal_id = d.id and o.id <= g.id) as is_wrong,
           d.state = 'won' and d.closed_at <= g.ended_at + ${BUY_DAYS} * interval '1 day' as is_good,
           case when d.currency = ${ctx.operator.currency} then d.monthly_minor end as worth_minor,
           null::bigint as amount
    from   guided_sales g
    join   deals d on d.id = g.deal_id
    left   join subscribers s on s.id = d.subscriber_id
    where  g.ended_at >= ${from} and g.ended_at < ${to}
    and    not exists (select from guided_sales e
                       where  e.deal_id = g.deal_id and e.id < g.id and e.ended_at is not null)`,
};
