import { sql } from 'kysely';
import type { z } from 'zod';
import type { Ctx } from '../../kernel/context.ts';
import type { MonthFigures } from '../api/economics.ts';
import { monthOf } from '../../kernel/month-of.ts';
import { beginning, monthIn, thisMonth } from '../months.ts';

type Row = z.input<typeof MonthFigures>;

/** What each month has cost and brought, the latest first. */
export async function readMonths(ctx: Ctx, months: number): Promise<Row[]> {
  const current = thisMonth(ctx);
  const from = monthOf(current, 1 - months);
  const since = beginning(ctx, from);
  // sales_costs_month_kind_source_id_campaign_key, leads_created, deals_closed, guided_sales_ended,
  // sale_recommendations_sale, guided_sales_deal (deal_id, id)
  const { rows } = await sql<Row>`
    with costs as (
      select month, sum(amount_minor) filter (where kind = 'acquisition') as acquisition_minor,
             sum(amount_minor) filter (where kind = 'retention') as retention_minor
      from   sales_costs where month >= ${from} group by month),
    came as (
      select ${monthIn(ctx, 'l.createdAt')} as month, count(*) as leads
      from   leads l where l.created_at >= ${since} group by 1),
    sold as (
      select ${monthIn(ctx, 'd.closedAt')} as month, count(*) as won,
             sum(d.monthly_minor) as won_monthly_minor
      from   deals d where d.state = 'won' and d.closed_at >= ${since} group by 1),
    guided as (
      select ${monthIn(ctx, 's.endedAt')} as month, count(*) as guided,
             avg(r.fee_minor) as recommended_minor, avg(s.taken_minor) as sold_minor
      from   guided_sales s
      join   lateral (select fee_minor from sale_recommendations r
                      where  r.guided_sale_id = s.id and r.fee_minor is not null
                      order  by r.id desc limit 1) r on true
      where  s.ended_at >= ${since} and s.state = 'agreed' and s.taken_minor is not null
      and    not exists (select from guided_sales o
                         where  o.deal_id = s.deal_id and o.id > s.id and o.state = 'agreed')
      group  by 1)
    select m::date as month, coalesce(c.acquisition_minor, 0)::bigint as acquisition_minor,
           coalesce(c.retention_minor, 0)::bigint as retention_minor,
           coalesce(l.leads, 0) as leads, coalesce(d.won, 0) as won,
           coalesce(d.won_monthly_minor, 0)::bigint as won_monthly_minor,
           round(coalesce(c.acquisition_minor, 0) / nullif(d.won, 0))::bigint as cac_minor,
           coalesce(g.guided, 0) as guided, round(g.recommended_minor)::bigint as recommended_minor,
           round(g.sold_minor)::bigint as sold_minor
    from   generate_series(${from}::date, ${current}::date, interval '1 month') m
    left   join costs c on c.month = m::date
    left   join came l on l.month = m::date
    left   join sold d on d.month = m::date
    left   join guided g on g.month = m::date
    order  by m desc`.execute(ctx.db);
  return rows;
}
