import { sql } from 'kysely';
import type { BulkCtx } from '../../kernel/db/bulk.ts';

/** What a month has cost, as a base brings it. */
export type CostLoad = {
  month: string;
  kind: 'acquisition' | 'retention';
  /** By name; none for what no source stands for. */
  source: string | null;
  campaign?: string;
  amountMinor: number;
};

/** Writes costs that were not written down yet. */
export async function bulkLoad(ctx: BulkCtx, costs: readonly CostLoad[]): Promise<void> {
  await sql`
    insert into sales_costs (month, kind, source_id, campaign, amount_minor, written_at)
    select c.month, c.kind, s.id, coalesce(c.campaign, ''), c."amountMinor", ${ctx.clock.now()}
    from   jsonb_to_recordset(${JSON.stringify(costs)}::jsonb) as c (
             month date, kind text, source text, campaign text, "amountMinor" bigint)
    left   join lead_sources s on s.name = c.source
    where  c.source is null or s.id is not null
    on conflict (month, kind, source_id, campaign) do nothing`.execute(ctx.db);
}
