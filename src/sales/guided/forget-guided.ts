import { sql } from 'kysely';
import type { Ctx } from '../../kernel/context.ts';

/** Forgets what was told of a home; what was recommended and taken stays, for figures count it. */
export async function forgetGuided(ctx: Ctx, dealIds: readonly number[]): Promise<void> {
  const ids = [...dealIds];
  // guided_sales_deal (deal_id, id), sale_recommendations_sale (guided_sale_id, id)
  await sql`
    update sale_recommendations n
    set    needs = '{}',
           choices = (select coalesce(jsonb_agg(c || '{"reason": ""}' order by at), '[]')
                      from jsonb_array_elements(n.choices) with ordinality as given (c, at))
    from   guided_sales g
    where  g.id = n.guided_sale_id and g.deal_id = any(${ids}::bigint[])`.execute(ctx.db);
  await sql`
    update guided_sales set answers = '{}', taken = taken || '{"reason": ""}'
    where  deal_id = any(${ids}::bigint[])`.execute(ctx.db);
}
