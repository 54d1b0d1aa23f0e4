import { sql } from 'kysely';
import type { z } from 'zod';
import type { Ctx } from '../../kernel/context.ts';
import type { SourceFigures } from '../api/economics.ts';
import { beginning, monthOf, thisMonth } from '../months.ts';

type Row = Omit<z.input<typeof SourceFigures>, 'paybackMonths'>;

/** What each source has cost and brought in so many months; last what came from nowhere known. */
export async function readSources(ctx: Ctx, months: number): Promise<Row[]> {
  const from = monthOf(thisMonth(ctx), 1 - months);
  const since = beginning(ctx, from);
  // sales_costs_month_kind_source_id_key, leads_created, deals_opened, deals_closed
  const { rows } = await sql<Row>`
    with spent as (
      select source_id, sum(amount_minor) as minor from sales_costs
      where  month >= ${from} and kind = 'acquisition' group by source_id),
    came as (
      select source_id, count(*) as leads from leads
      where  created_at >= ${since} group by source_id),
    opened as (
      select source_id, count(*) as deals from deals
      where  opened_at >= ${since} group by source_id),
    won as (
      select source_id, count(*) as won, sum(monthly_minor) as monthly_minor from deals
      where  state = 'won' and closed_at >= ${since} group by source_id),
    named as (
      select id, name, position from lead_sources union all select null, null, null)
    select n.id as source_id, n.name, coalesce(c.minor, 0)::bigint as cost_minor,
           coalesce(l.leads, 0) as leads, coalesce(d.deals, 0) as deals,
           coalesce(w.won, 0) as won, coalesce(w.monthly_minor, 0)::bigint as won_monthly_minor,
           round(coalesce(c.minor, 0) / nullif(w.won, 0))::bigint as cac_minor
    from   named n
    left   join spent c on c.source_id is not distinct from n.id
    left   join came l on l.source_id is not distinct from n.id
    left   join opened d on d.source_id is not distinct from n.id
    left   join won w on w.source_id is not distinct from n.id
    where  coalesce(c.minor, l.leads, d.deals, w.won) is not null
    order  by n.position nulls last, n.id`.execute(ctx.db);
  return rows;
}
