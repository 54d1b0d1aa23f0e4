import { sql } from 'kysely';
import type { z } from 'zod';
import type { Ctx } from '../../kernel/context.ts';
import { ok, type Result } from '../../kernel/result.ts';
import type { economicsApi } from '../api/economics.ts';
import { monthOf } from '../../kernel/month-of.ts';
import { thisMonth } from '../months.ts';

type Shown = z.input<(typeof economicsApi)['GET /api/sales-costs']['output']>;

/** What was written down for so many months, the latest first. */
export async function listCosts(ctx: Ctx, { months }: { months: number }): Promise<Result<Shown>> {
  // sales_costs_month_kind_source_id_campaign_key
  const { rows } = await sql<Shown['costs'][number]>`
    select c.month, c.kind, c.source_id, c.campaign, c.amount_minor, c.note from sales_costs c
    left   join lead_sources s on s.id = c.source_id
    where  c.month >= ${monthOf(thisMonth(ctx), 1 - months)}
    order  by c.month desc, c.kind, s.position nulls last, c.campaign, c.id`.execute(ctx.db);
  return ok({ costs: rows });
}
