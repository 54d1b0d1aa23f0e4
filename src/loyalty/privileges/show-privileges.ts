import { sql } from 'kysely';
import type { z } from 'zod';
import type { Ctx } from '../../kernel/context.ts';
import { ok, type Result } from '../../kernel/result.ts';
import type { privilegesApi } from '../api/privileges.ts';

type Shown = z.input<(typeof privilegesApi)['GET /api/loyalty/privileges']['output']>;

export async function showPrivileges(ctx: Ctx): Promise<Result<Shown>> {
  // Reads all of these discounts: an operator looks seldom.
  const { rows } = await sql<Omit<Shown, 'currency'>>`
    select (select coalesce(jsonb_agg(jsonb_build_object('months', e.months, 'percent', e.percent)
                                      order by e.months), '[]')
            from   privilege_steps e where e.kind = 'tenure') as tenure,
           (select coalesce(jsonb_agg(jsonb_build_object('months', e.months, 'percent', e.percent)
                                      order by e.months), '[]')
            from   privilege_steps e where e.kind = 'streak') as streak,
           count(k.id) as people,
           coalesce(round(sum(coalesce(x.monthly_fee_minor, v.monthly_fee_minor)
                              * k.percent / 100.0)), 0)::bigint as month_minor
    from  (select 1) one
    left   join kept_discounts k on k.kind = 'privilege' and k.ended_on is null
    left   join discounts d on d.id = k.discount_id
    left   join subscriptions x on x.id = d.subscription_id
    left   join product_versions v on v.id = x.product_version_id`.execute(ctx.db);
  const [row] = rows;
  if (!row) throw new Error('a select of sums has a row');
  return ok({ ...row, currency: ctx.operator.currency });
}
