import { sql } from 'kysely';
import { type Ctx, staffIdOf } from '../../kernel/context.ts';
import { emit } from '../../kernel/events/journal.ts';

/** What a month has cost: a source, a campaign of it, or what no source stands for. */
export type Cost = {
  month: string;
  kind: 'acquisition' | 'retention';
  sourceId: number | null;
  campaign: string;
  amountMinor: number;
  note: string;
};

/** Writes a cost in place of what was written there before, and tells what that was. */
export async function writeCost(ctx: Ctx, cost: Cost): Promise<Pick<Cost, 'amountMinor' | 'note'>> {
  const { month, kind, sourceId, campaign, amountMinor, note } = cost;
  const place = sql`month = ${month} and kind = ${kind} and campaign = ${campaign}
                    and source_id is not distinct from ${sourceId}`;
  // sales_costs_month_kind_source_id_campaign_key (month, kind, source_id, campaign)
  const { rows } = await sql<Pick<Cost, 'amountMinor' | 'note'>>`
    select amount_minor, note from sales_costs where ${place} for update`.execute(ctx.db);
  if (amountMinor === 0) {
    await sql`delete from sales_costs where ${place}`.execute(ctx.db);
  } else {
    await sql`
      insert into sales_costs (month, kind, source_id, campaign, amount_minor, note, written_at,
                               written_by)
      values (${month}, ${kind}, ${sourceId}, ${campaign}, ${amountMinor}, ${note},
              ${ctx.clock.now()}, ${staffIdOf(ctx.actor)})
      on conflict (month, kind, source_id, campaign) do update
      set    amount_minor = excluded.amount_minor, note = excluded.note,
             written_at = excluded.written_at, written_by = excluded.written_by`.execute(ctx.db);
  }
  const before = rows[0] ?? { amountMinor: 0, note: '' };
  await emit(ctx, {
    type: 'sales.cost_set',
    subject: { kind: 'lead_source', id: sourceId ?? 0 },
    facts: { month, kind, campaign, before: before.amountMinor, amountMinor },
  });
  return before;
}
