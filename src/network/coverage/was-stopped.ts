import { type RawBuilder, sql } from 'kysely';
import type { Ctx } from '../../kernel/context.ts';

/**
 * Whether sales at a building, or on the node of its line of a technology, were stopped or warned
 * of on a day; on the node of any of its lines where the technology is not known.
 */
// stop_sales_building, stop_sales_node, coverages_building_id_technology_key
export function wasStopped(
  ctx: Ctx,
  building: RawBuilder<unknown>,
  technology: RawBuilder<unknown>,
  day: RawBuilder<unknown>,
): RawBuilder<boolean> {
  const { timeZone } = ctx.operator;
  const isThen = sql`
    (t.set_at at time zone ${timeZone})::date <= ${day} and coalesce(t.until_on >= ${day}, true)
    and coalesce((t.lifted_at at time zone ${timeZone})::date > ${day}, true)`;
  return sql<boolean>`(
    exists (select from stop_sales t where t.building_id = ${building} and ${isThen})
    or exists (select from coverages q join stop_sales t on t.node_id = q.node_id
               where  q.building_id = ${building} and ${isThen}
               and    coalesce(q.technology = ${technology}, true)))`;
}
