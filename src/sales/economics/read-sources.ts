import { sql } from 'kysely';
import type { z } from 'zod';
import type { Ctx } from '../../kernel/context.ts';
import type { SourceFigures } from '../api/economics.ts';
import { monthOf } from '../../kernel/month-of.ts';
import { beginning, thisMonth } from '../months.ts';

type Row = Omit<z.input<typeof SourceFigures>, 'paybackMonths'>;

/**
 * What each source has cost and brought in so many months, and below it each of its campaigns; last
 * what came from nowhere known. A campaign is the same however it is capitalised.
 */
export async function readSources(ctx: Ctx, months: number): Promise<Row[]> {
  const from = monthOf(thisMonth(ctx), 1 - months);
  const since = beginning(ctx, from);
  // sales_costs_month_kind_source_id_campaign_key, leads_created, deals_opened, deals_closed
  const { rows } = await sql<Row>`
    with facts as (
      select source_id, campaign, amount_minor as cost, 0 as lead, 0 as deal, 0 as won,
             0::bigint as monthly
      from   sales_costs where month >= ${from} and kind = 'acquisition'
      union  all
      select source_id, campaign, 0, 1, 0, 0, 0 from leads where created_at >= ${since}
      union  all
      select source_id, campaign, 0, 0, 1, 0, 0 from deals where opened_at >= ${since}
      union  all
      select source_id, campaign, 0, 0, 0, 1, monthly_minor from deals
      where  state = 'won' and closed_at >= ${since}),
    sums as (
      select source_id, case when grouping(k.key) = 0 then min(trim(campaign)) end as campaign,
             sum(cost)::bigint as cost_minor, sum(lead) as leads, sum(deal) as deals,
             sum(won) as won, sum(monthly)::bigint as won_monthly_minor
      from   facts cross join lateral (select lower(trim(campaign)) as key) k
      group  by grouping sets ((source_id), (source_id, k.key)))
    select s.source_id, n.name, s.campaign, s.cost_minor, s.leads, s.deals, s.won,
           s.won_monthly_minor, round(s.cost_minor::numeric / nullif(s.won, 0))::bigint as cac_minor
    from   sums s left join lead_sources n on n.id = s.source_id
    where  s.campaign is null or s.campaign <> ''
    order  by n.position nulls last, n.id, s.campaign nulls first`.execute(ctx.db);
  return rows;
}
