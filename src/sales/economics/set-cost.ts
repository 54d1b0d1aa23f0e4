import { sql } from 'kysely';
import type { z } from 'zod';
import { type Ctx, staffIdOf } from '../../kernel/context.ts';
import { emit } from '../../kernel/events/journal.ts';
import { type Done, fail, ok, type Result } from '../../kernel/result.ts';
import type { economicsApi } from '../api/economics.ts';
import { thisMonth } from '../months.ts';

type Input = z.output<(typeof economicsApi)['PUT /api/sales-costs']['input']>;

/** Writes down what a month has cost, in place of what was written before; nothing removes it. */
export async function setCost(ctx: Ctx, input: Input): Promise<Result<Done>> {
  const { month, kind, sourceId, amountMinor, note } = input;
  if (month > thisMonth(ctx)) {
    return fail('sales.month_ahead', {}, { month: 'sales.month_ahead' });
  }
  if (sourceId !== null && !(await isSource(ctx, sourceId))) {
    return fail('sales.no_such_source', {}, { sourceId: 'sales.no_such_source' });
  }
  // sales_costs_month_kind_source_id_key
  const { rows } = await sql<{ amountMinor: number }>`
    select amount_minor from sales_costs
    where  month = ${month} and kind = ${kind} and source_id is not distinct from ${sourceId}
    for    update`.execute(ctx.db);
  if (amountMinor === 0) {
    await sql`
      delete from sales_costs
      where  month = ${month} and kind = ${kind}
      and    source_id is not distinct from ${sourceId}`.execute(ctx.db);
  } else {
    await sql`
      insert into sales_costs (month, kind, source_id, amount_minor, note, written_at, written_by)
      values (${month}, ${kind}, ${sourceId}, ${amountMinor}, ${note}, ${ctx.clock.now()},
              ${staffIdOf(ctx.actor)})
      on conflict (month, kind, source_id) do update
      set    amount_minor = excluded.amount_minor, note = excluded.note,
             written_at = excluded.written_at, written_by = excluded.written_by`.execute(ctx.db);
  }
  const before = rows[0]?.amountMinor ?? 0;
  await emit(ctx, {
    type: 'sales.cost_set',
    subject: { kind: 'lead_source', id: sourceId ?? 0 },
    facts: { month, kind, before, amountMinor },
  });
  return ok({});
}

async function isSource(ctx: Ctx, id: number): Promise<boolean> {
  const row = await ctx.db
    .selectFrom('leadSources')
    .select('id')
    .where('id', '=', id)
    .executeTakeFirst();
  return row !== undefined;
}
