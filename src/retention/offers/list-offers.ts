import { sql } from 'kysely';
import type { z } from 'zod';
import type { Ctx } from '../../kernel/context.ts';
import { ok, type Result } from '../../kernel/result.ts';
import type { offersApi } from '../api/offers.ts';

type Listed = z.input<(typeof offersApi)['GET /api/retention-offers']['output']>;

/** All of them, with what came of each. */
export async function listOffers(ctx: Ctx): Promise<Result<Listed>> {
  // case_offers_offer (offer_id, said_at), retention_cases_pkey
  const { rows } = await sql<Listed['offers'][number]>`
    select o.id, o.version, o.name, o.kind, o.words, o.value, o.months, o.group_ids,
           o.least_monthly_minor, o.least_tenure_months, o.save_rate, o.take_up, o.harm,
           o.contact_minor, o.cooldown_days, o.budget_minor,
           o.archived_at is not null as is_archived, u.tried, u.taken, u.kept
    from   retention_offers o
    cross  join lateral (
      select count(*) as tried, count(*) filter (where b.answer = 'taken') as taken,
             count(*) filter (where b.answer = 'taken' and c.is_here_month) as kept
      from   case_offers b join retention_cases c on c.id = b.case_id
      where  b.offer_id = o.id and b.undone_at is null) u
    order  by o.archived_at is not null, o.id limit 200`.execute(ctx.db);
  return ok({ offers: rows, currency: ctx.operator.currency });
}
