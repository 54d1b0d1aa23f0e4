import { sql } from 'kysely';
import type { Ctx } from '../../kernel/context.ts';
import { today } from '../../subscribers/index.ts';
import type { Stop } from '../api/shapes.ts';

const MOST_STOPS = 50;

/** Stops of sales of a building and its nodes, those in force and those of before, newest first. */
export async function stopsOf(
  ctx: Ctx,
  where: { buildingId: number } | { nodeIds: readonly number[] },
): Promise<(Stop & { nodeId: number | null })[]> {
  const isMeant =
    'buildingId' in where
      ? // stop_sales_building, stop_sales_node, coverages_building_id_technology_key
        sql`(s.building_id = ${where.buildingId} or s.node_id in (
              select c.node_id from coverages c where c.building_id = ${where.buildingId}))`
      : sql`s.node_id = any(${[...where.nodeIds]}::bigint[])`;
  const { rows } = await sql<Stop & { nodeId: number | null }>`
    select s.id, s.level, s.reason, s.set_at, m.name as set_by, s.until_on, s.lifted_at,
           w.name as lifted_by, n.name as node, s.node_id,
           s.lifted_at is null and coalesce(s.until_on >= ${today(ctx)}::date, true) as is_in_force
    from   stop_sales s
    left   join nodes n on n.id = s.node_id
    left   join staff m on m.id = s.set_by
    left   join staff w on w.id = s.lifted_by
    where  ${isMeant}
    order  by is_in_force desc, s.set_at desc, s.id desc
    limit  ${MOST_STOPS}`.execute(ctx.db);
  return rows;
}
