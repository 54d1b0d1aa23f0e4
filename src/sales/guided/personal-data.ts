import { sql } from 'kysely';
import type { PersonalDataSource } from '../../subscribers/index.ts';
import { dealsOf } from '../deals/personal-data.ts';

/** What somebody has told of their home while we sold to them. */
export const personalData: PersonalDataSource = {
  section: 'guidedSales',
  choices: { outcome: (value) => `guided.outcomes.${value}` },
  load: async (ctx, ids) => {
    // guided_sales_deal (deal_id, id), sale_recommendations_sale (guided_sale_id, id)
    const { rows } = await sql<Record<string, unknown>>`
      select g.deal_id as number, g.started_at, g.ended_at, g.state as outcome,
             w.needs, g.taken ->> 'name' as tariff
      from   guided_sales g
      left   join lateral (
        select needs::text from sale_recommendations n
        where  n.guided_sale_id = g.id order by n.id desc limit 1) w on true
      where  g.deal_id in ${dealsOf(ids)}
      order  by g.id`.execute(ctx.db);
    return rows;
  },
};
